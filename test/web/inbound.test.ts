import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Client, client, signedIn } from './support/client.ts';
import { type Fixture, fixture } from './support/fixture.ts';

let site: Fixture;
let reader: Client;
beforeEach(async () => {
  site = await fixture();
  reader = await signedIn(site);
  onTestFinished(() => site.web.close());
});
const last = () => site.told.at(-1);

describe('the queue of replies', () => {
  it('opens the oldest that waits, chosen beforehand only where it is certain', async () => {
    const certain = await reader.get('/inbound');
    const asked = await reader.get('/inbound?reply=in-2');

    expect(certain.body).toMatch(/name="case" value="case-6" checked/);
    expect(asked.body).toContain('name="case" value="case-6"');
    expect(asked.body).not.toMatch(/name="case" value="case-6" checked/);
  });

  it('registers who, who spoke, what they said and a note, and opens the next one', async () => {
    const answer = await reader.post('/inbound/in-1/register', {
      ...{ case: 'case-6', answeredBy: 'youth', says: 'in-work', note: 'Ring etter fire', mark: 'keep', code: '' },
    });

    expect(answer.headers.location).toBe('/inbound');
    expect(last()).toMatchObject({
      command: 'replies.register',
      wish: { inboundId: 'in-1', caseId: 'case-6', answeredBy: 'youth', says: 'in-work', note: 'Ring etter fire' },
    });
    expect((await reader.get('/inbound')).body).toContain('Karoline Andersen Johansen');
  });

  it('says what is missing beside what was typed, and registers nothing', async () => {
    const answer = await reader.post('/inbound/in-2/register', { answeredBy: 'guardian', note: 'mora ringte' });

    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('href="#reply-case"');
    expect(answer.body).toContain('href="#reply-said"');
    expect(answer.body).toContain('mora ringte');
    expect(last()?.command).not.toBe('replies.register');
  });

  it('searches without the words in the address, for that reply only', async () => {
    const answer = await reader.post('/inbound/in-3/search', { search: 'Danielsen' });

    expect(answer.headers.location).toBe('/inbound?reply=in-3');
    expect((await reader.get('/inbound?reply=in-3')).body).toContain('Bjørn Danielsen');
    expect((await reader.get('/inbound?reply=in-2')).body).not.toContain('Bjørn Danielsen');
  });

  it('takes a reply down by a name, and looks for it at once', async () => {
    await reader.post('/inbound', { channel: 'phone', from: 'Bjørn Danielsen', text: 'Er i jobb' });
    expect(last()).toMatchObject({
      command: 'replies.takeDown',
      wish: { channel: 'phone', from: 'Bjørn Danielsen', text: 'Er i jobb' },
    });
  });

  it('leaves a read entry with every youth it names', async () => {
    await reader.get('/inbound');

    expect(site.reads.at(-1)).toMatchObject({ what: 'inbound.list', subjects: ['case-6', 'case-8'] });
  });

  it('is not for those who meet no youths', async () => {
    site.state.roles = ['manager'];

    expect((await reader.get('/inbound')).statusCode).toBe(403);
    expect((await reader.get('/year')).body).not.toContain('href="/inbound"');
  });
});

describe('the reply form on a phone', () => {
  it('is open to whoever has the key, without signing in, and says nothing of whom it is about', async () => {
    const youth = client(site);
    const form = await youth.get('/r/KEY1');

    expect(form.statusCode).toBe(200);
    expect(form.body).not.toMatch(/Isak|Gran|case-/);
    const sent = await youth.post('/r/KEY1', { says: 'in-work', text: 'Hei', phone: '90000101' });
    expect(sent.headers.location).toBe('/r/KEY1?sent=1');
    expect(last()).toMatchObject({
      command: 'replies.form',
      wish: { key: 'KEY1', says: 'in-work', text: 'Hei', phone: '90000101' },
    });
  });

  it('takes so many replies a minute by one key, and no fewer by another', async () => {
    const own = await fixture({ triesPerMinute: 5 });
    const [one, other] = [client(own), client(own)];
    for (let n = 0; n < 5; n += 1) await one.post('/r/KEY1', { says: 'in-work' }, '/r/KEY1');

    expect((await one.post('/r/KEY1?n=6', { says: 'in-work' }, '/r/KEY1')).statusCode).toBe(429);
    expect((await other.post('/r/KEY2', { says: 'in-work' }, '/r/KEY1')).statusCode).not.toBe(429);
    await own.web.close();
  });

  it('is nothing for another key', async () => {
    expect((await client(site).get('/r/KEY2')).statusCode).toBe(404);
  });
});
