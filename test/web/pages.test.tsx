import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import { everyPage } from './support/browser.ts';
import { type Client, signedIn } from './support/client.ts';
import { type Fixture, fixture } from './support/fixture.ts';

let site: Fixture;
let reader: Client;
beforeAll(async () => {
  site = await fixture();
  reader = await signedIn(site);
});
afterAll(() => site.web.close());

describe.each(languages)('in %s', (language) => {
  it.each(Object.entries(everyPage))('%s is a whole page without holes in its texts', async (name, path) => {
    reader.cookies.set('language', language);

    const page = await reader.get(path);

    expect(page.statusCode).toBe(name === 'nowhere' ? 404 : 200);
    expect(page.body).toMatch(new RegExp(`^<!doctype html><html lang="${language}"`));
    expect(page.body).toContain('<h1');
    // A hole that was not filled, an object put where words belong, a value that was not there.
    // A template's own fields stand in braces, in what is typed and where they are named.
    const words = page.body.replaceAll(/data-pattern="[^"]*"|<textarea.*?<\/textarea>|<code>.*?<\/code>/gs, '');
    expect(words).not.toMatch(/\{\w+\}|\[object |>undefined<|\bNaN\b/);
    expect(page.body).not.toMatch(/\sstyle=|<style|\son\w+=/);
  });
});

it('a page has each id once, and each label its field', async () => {
  for (const path of Object.values(everyPage)) {
    const { body } = await reader.get(path);

    const ids = [...body.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    const wanted = [...body.matchAll(/<label[^>]*\sfor="([^"]+)"/g)].map(([, id]) => id);

    expect(
      ids.filter((id, at) => ids.indexOf(id) !== at),
      path,
    ).toEqual([]);
    expect(
      wanted.filter((id) => !ids.includes(id)),
      path,
    ).toEqual([]);
  }
});

it('everybody’s tasks come in pages, and one that is done leads back to its page', async () => {
  const first = await reader.get('/tasks?whose=all');
  const second = await reader.get('/tasks?whose=all&page=2');

  expect(first.body).toContain('href="/tasks?whose=all&amp;page=2" rel="next"');
  expect(second.body).toContain('href="/tasks?whose=all" rel="prev"');
  expect(second.body).toContain('name="back" value="/tasks?whose=all&amp;page=2"');
  expect([first, second].map(({ body }) => body.includes('id="replies"'))).toEqual([true, false]);
  expect((await reader.get('/tasks')).body).not.toContain('class="pager"');
});

it('no address on any page carries a name', async () => {
  for (const path of Object.values(everyPage)) {
    const { body } = await reader.get(path);

    const addresses = [...body.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, address]) =>
      decodeURIComponent(address ?? ''),
    );

    expect(
      addresses.filter((address) => /Adrian|Isak|Gran|Løken|Berntsen/.test(address)),
      path,
    ).toEqual([]);
  }
});
