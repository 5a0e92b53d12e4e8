import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, signedIn } from './support/client.ts';
import { type Fixture, fixture } from './support/fixture.ts';

let site: Fixture;
let reader: Client;
beforeAll(async () => {
  site = await fixture();
  reader = await signedIn(site, { language: 'nb' });
});
afterAll(() => site.web.close());

const list = '/cross-check/list-1';

it('the lists stand with their numbers, each the way to its list, and who is at risk of a letter', async () => {
  const { body } = await reader.get('/cross-check');

  expect(body).toContain('Elever som begynte i vinduet');
  expect(body).toContain('/cross-check/list-1?show=undecided');
  expect(body).toContain('17 ikke-søkere uten OT-kode');
});

it('a pair stands side by side, with what agrees and what does not in words', async () => {
  const { body } = await reader.get(list);

  for (const words of [
    'Adrain',
    'trolig skrivefeil',
    'stemmer ikke',
    'Storgata 5',
    'Fjordvegen 9',
    'kan være tvillinger',
  ])
    expect(body).toContain(words);
  expect(body).toContain('Den andre listen taler for OTLL_IM');
  expect(body).toContain('Trukket av seg selv');
});

it('a proposal stands with its reason and its source, a refusal with its rule', async () => {
  const { body } = await reader.get(list);

  expect(body).toContain('Begynte før OT fikk kontakt');
  expect(body).toContain('Fylkets flytskjema');
  expect(body).toContain('Reglene sier nei til OTEV');
  expect(body).toContain('Utenfor vinduet');
});

it('showing a list leaves an entry in the read log for each youth on it', async () => {
  site.reads.length = 0;
  await reader.get(list);
  await reader.get('/cross-check');

  expect(site.reads).toMatchObject([{ what: 'cross-check.read', route: 'GET /cross-check/:list' }]);
  expect(site.reads[0]?.subjects).toContain('case-7');
});

it('accepting a page is one wish for those that are ready: not those lists disagree about, nor those withdrawn', async () => {
  const { body } = await reader.get(list);
  expect(body).toContain('Godta siden: 1 kodes');

  const answer = await reader.post(`${list}/accept`, { pair: ['pair-1'], back: list, command: 'wish-0001' }, list);

  expect(answer.statusCode).toBe(303);
  expect(site.told.at(-1)).toEqual({
    command: 'crossCheck.accept',
    wish: { commandId: 'wish-0001', runId: 'run-2026', listId: 'list-1', pairIds: ['pair-1'] },
  });
});

it('a pair is decided, and an answer that is none is nowhere', async () => {
  await reader.post(`${list}/decide`, { pair: 'pair-2', answer: 'not-same' }, list);

  expect(site.told.at(-1)).toMatchObject({
    command: 'crossCheck.decide',
    wish: { pairIds: ['pair-2'], answer: 'not-same' },
  });
  expect((await reader.post(`${list}/decide`, { pair: 'pair-2', answer: 'perhaps' }, list)).statusCode).toBe(404);
});

it('is closed to those outside the review group, and a list nobody knows is nowhere', async () => {
  const closed = await fixture({ roles: ['adviser', 'manager', 'process_owner'] });
  const other = await signedIn(closed);

  expect((await other.get('/cross-check')).statusCode).toBe(403);
  expect((await reader.get('/cross-check/list-9')).statusCode).toBe(404);
  await closed.web.close();
});
