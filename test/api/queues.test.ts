import { expect, it } from 'vitest';
import { asking, fixture } from './fixture.ts';

it.each([
  ['GET', '/runs/current/returns', 'returns.list', ['case-6', 'case-8', 'case-9', 'case-10', 'case-11']],
  ['GET', '/runs/current/early-leavers?gap=meeting', 'leavers.list', ['case-6', 'case-8']],
  ['GET', '/runs/current/youths/case-6/leaving', 'leaving.read', ['case-6']],
  ['GET', '/runs/current/nav?unit=unit-1', 'nav.list', ['case-6', 'case-8']],
  ['GET', '/runs/current/doubles', 'doubles.list', ['case-12', 'case-13', 'case-14', 'case-15', 'case-16']],
  ['POST', '/runs/current/returns/export', 'returns.export', ['case-6', 'case-8']],
  ['POST', '/runs/current/nav/export', 'nav.export', ['case-6', 'case-8']],
] as const)('%s %s leaves «%s» in the read log with those it shows', async (verb, path, what, subjects) => {
  const given = await fixture();
  const as = asking(given, 'adviser');

  const answer =
    verb === 'GET' ? await as.get(path) : await as.post(path, path.includes('nav') ? { unit: 'unit-1' } : {});

  expect(answer.statusCode, answer.body).toBe(200);
  expect(given.reads).toMatchObject([{ what, subjects }]);
  // A manager sees numbers and nobody's name.
  const manager = asking(given, 'manager');
  expect((verb === 'GET' ? await manager.get(path) : await manager.post(path, {})).statusCode).toBe(403);
});

it('what is left out of a leaving is not in the wish, and null says that it is not known after all', async () => {
  const given = await fixture();

  await asking(given, 'adviser').post('/runs/current/youths/case-6/leaving', { leftOn: '2026-09-18', reason: null });

  expect(given.told).toMatchObject([
    { command: 'earlyLeavers.note', wish: { leaving: { leftOn: '2026-09-18', reason: null } } },
  ]);
  expect(JSON.stringify(given.told)).not.toMatch(/noticeOn|planMadeOn|tookPart/);
});

it.each([
  ['/runs/current/youths/case-6/leaving', { reason: 'XX' }],
  ['/runs/current/returns/sent', { cases: [] }],
  ['/runs/current/nav/meetings/m/youths/case-6', { found: 'dead' }],
  ['/runs/current/doubles/merge', { keep: 'case-12' }],
])('%s with %j is no wish', async (path, body) => {
  const given = await fixture();
  expect((await asking(given, 'adviser').post(path, body)).statusCode).toBe(422);
  expect(given.told).toEqual([]);
});
