import { expect, it } from 'vitest';
import { asking, fixture } from './fixture.ts';

const lists = '/runs/current/cross-check';
const octets = { 'content-type': 'application/octet-stream' };

it('lists, and pairs with their rules in words, each youth in the read log', async () => {
  const site = await fixture();
  const { get } = asking(site, 'system');

  expect((await get(lists)).json()).toMatchObject({ lists: [{ listId: 'list-1', counts: { waiting: 48 } }, {}] });
  const list = (await get(`${lists}/list-1`, { 'accept-language': 'nb' })).json();

  expect(list.pairs[0]).toMatchObject({ pairId: 'pair-1', proposal: { outcome: 'proposed', code: 'OTEV_IM' } });
  expect(list.pairs[0].proposal.rules[0]).toMatchObject({
    text: expect.stringContaining(' '),
    source: expect.any(String),
  });
  expect(list.pairs[4].proposal.refusals[0]).toMatchObject({ text: expect.any(String), source: expect.any(String) });
  expect(site.reads).toMatchObject([{ what: 'cross-check.read', subjects: expect.arrayContaining(['case-7']) }]);
  expect((await get(`${lists}/list-9`)).statusCode).toBe(404);
});

it('takes a list’s bytes, with its name and columns in headers and none of it in the address', async () => {
  const site = await fixture({ command: { ok: true, value: { listId: 'x', already: false, rows: 1, pairs: 0 } } });
  const words = { 'x-file-name': 'liste.csv', 'x-list-columns': encodeURIComponent('{"Elev":"fullName"}') };
  const headers = { ...octets, ...words };

  const answer = await asking(site, 'system').post(`${lists}?kind=exchange`, Buffer.from('a;b'), headers);

  expect(answer.json()).toEqual({ listId: 'x', already: false, rows: 1, pairs: 0 });
  expect(site.told.at(-1)).toMatchObject({
    command: 'crossCheck.receive',
    wish: { kind: 'exchange', fileName: 'liste.csv', columns: { Elev: 'fullName' } },
  });
  const unreadable = { ...octets, 'x-list-columns': 'x' };
  expect(
    (await asking(site, 'system').post(`${lists}?kind=exchange`, Buffer.from('a'), unreadable)).json(),
  ).toMatchObject({
    refusals: [{ code: 'intake.columns.unreadable' }],
  });
});

it('is closed to those outside the review group', async () => {
  const site = await fixture();

  for (const who of ['manager', 'adviser']) expect((await asking(site, who).get(lists)).statusCode, who).toBe(403);
});
