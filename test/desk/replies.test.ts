import { describe, expect, it } from 'vitest';
import { replyDesk } from '#desk/replies/replies.ts';
import type { Actor } from '#domain/access/actor.ts';
import { day } from '#domain/calendar/day.ts';
import { accepted } from '#domain/outcome.ts';
import { newCase } from '#domain/youth/case-file.ts';
import type { Command } from '#ports/engine.ts';
import type { ReplyFacts, Settled } from '#ports/inbox.ts';

const file = newCase({
  ...{ caseId: 'y-1', runId: 'run', transfer: 'OSON', track: 'oson', unitId: 'north', caseworkerId: 'adviser' },
  deadlines: {},
});
const facts = {
  caseId: 'y-1',
  runId: 'run',
  unitId: 'north',
  caseworkerId: 'adviser',
  isProtected: false,
  born: null,
  file,
  sequence: 1,
  clock: { now: Date.parse('2026-10-20T10:00:00Z') + 1, today: day('2026-10-20'), isRehearsal: false },
};
const reply: ReplyFacts = {
  ...{
    inboundId: 'in-1',
    runId: 'run',
    channel: 'sms',
    receivedAt: Date.parse('2026-10-20T10:00:00Z'),
    state: 'waiting',
  },
  settled: null,
  ...{ takenBy: null, caseId: 'y-1', forwardedTo: null, number: '+4790000101', text: 'Jeg jobber' },
  candidates: [{ caseId: 'y-1', as: 'youth', by: 'phone' }],
};
const as = (role: 'office_staff' | 'adviser' | 'review_group', unitId = 'north'): Actor => ({
  staffId: role,
  grants: [{ role, unitId }],
});

function desk(more: Partial<ReplyFacts> = {}) {
  const told: Command[] = [];
  const settled: Settled[] = [];
  const notes: string[] = [];
  const marks: string[] = [];
  // `as`: only what these acts ask for is here.
  const ports = {
    engine: {
      tell: async (command: Command) => {
        told.push(command);
        return accepted({ sequence: told.length + 1 });
      },
    },
    runs: { clock: async () => facts.clock },
    cases: {
      find: async () => facts,
      findMany: async () => [facts],
      keepNote: async ({ text }: { text: string }) => void notes.push(text),
    },
    inbox: {
      find: async () => ({ ...reply, ...more }),
      match: async () => {},
      settle: async (_id: string, one: Settled) => void settled.push(one),
      markNumber: async (_case: string, number: string, mark: string) => void marks.push(`${number} ${mark}`),
    },
  } as unknown as Parameters<typeof replyDesk>[0];
  return { replies: replyDesk(ports), told, settled, notes, marks };
}
const wish = { commandId: 'c-1', inboundId: 'in-1', answeredBy: 'youth', says: 'in-work' } as const;

it('a reply of nobody that says nothing is not put in the queue', async () => {
  const { replies } = desk();
  const empty = { commandId: 'c-1', runId: 'run', channel: 'reply-form', from: ' ', text: '' } as const;

  expect(await replies.takeDown(as('office_staff'), empty)).toEqual({
    ok: false,
    refusals: [{ code: 'reply.nothing' }],
  });
});

describe('registering a reply', () => {
  it('makes it a contact of the case, keeps its words as a note, and passes it to the caseworker', async () => {
    const { replies, told, settled, notes } = desk();
    const outcome = await replies.register(as('office_staff'), { ...wish, note: 'Ring etter fire' });

    expect(outcome).toMatchObject({ ok: true, value: { caseId: 'y-1', forwardedTo: 'adviser', codeRefused: [] } });
    expect(told).toMatchObject([
      {
        ...{ subject: 'youth/y-1', commandId: 'reply-in-1' },
        event: {
          type: 'contact.registered',
          on: '2026-10-20',
          channel: 'sms',
          direction: 'in',
          answeredBy: 'youth',
          says: 'in-work',
        },
      },
    ]);
    expect(JSON.stringify(told)).not.toContain('jobber');
    expect(notes).toEqual(['Jeg jobber\n— Ring etter fire']);
    expect(settled).toMatchObject([{ caseId: 'y-1', says: 'in-work', forwardedTo: 'adviser', by: 'office_staff' }]);
  });

  it('sets a code only for those who set codes, and is registered all the same', async () => {
    const office = desk();
    const refusedCode = await office.replies.register(as('office_staff'), { ...wish, code: 'OTAR' });
    const adviser = desk();
    await adviser.replies.register(as('adviser'), { ...wish, code: 'OTAR' });

    expect(refusedCode).toMatchObject({ ok: true, value: { codeRefused: [{ code: 'access.notAllowed' }] } });
    expect(office.told.map(({ event }) => event.type)).toEqual(['contact.registered']);
    expect(adviser.told.map(({ event }) => event.type)).toEqual(['contact.registered', 'status.set']);
  });

  it('marks the number where that was said', async () => {
    const { replies, marks } = desk();
    await replies.register(as('office_staff'), { ...wish, says: 'other', mark: 'wrong' });

    expect(marks).toEqual(['+4790000101 wrong']);
  });

  it.each([
    ['of another unit', as('office_staff', 'south'), {}, 'access.notAllowed'],
    ['who only cross-checks', as('review_group'), {}, 'access.notAllowed'],
    [
      'that somebody else has registered',
      as('office_staff'),
      { state: 'registered', settled: { by: 'adviser', answeredBy: 'youth', says: 'in-work' } },
      'reply.notWaiting',
    ],
    [
      'with other words than the first time',
      as('office_staff'),
      { state: 'registered', settled: { by: 'office_staff', answeredBy: 'youth', says: 'in-school' } },
      'reply.notWaiting',
    ],
    ['of nobody', as('office_staff'), { caseId: null, candidates: [] }, 'reply.nobodyChosen'],
  ] as const)('is refused: %s', async (_name, actor, more, code) => {
    const { replies, told } = desk(more);

    expect(await replies.register(actor, wish)).toMatchObject({ ok: false, refusals: [{ code }] });
    expect(told).toEqual([]);
  });

  it('is one wish when the form is sent twice', async () => {
    const { replies, settled, told } = desk({
      state: 'registered',
      settled: { by: 'office_staff', answeredBy: 'youth', says: 'in-work' },
    });

    expect(await replies.register(as('office_staff'), wish)).toMatchObject({ ok: true, value: { caseId: 'y-1' } });
    expect(told.map(({ commandId }) => commandId)).toEqual(['reply-in-1']);
    expect(settled).toEqual([]);
  });

  it('is set aside once, and brought back once, however often that is pressed', async () => {
    const aside = desk({ state: 'set-aside', settled: { by: 'office_staff', answeredBy: null, says: null } });
    const back = desk();

    expect(await aside.replies.setAside(as('office_staff'), { ...wish })).toMatchObject({ ok: true });
    expect(await aside.replies.setAside(as('adviser'), { ...wish })).toMatchObject({
      refusals: [{ code: 'reply.notWaiting' }],
    });
    expect(await back.replies.bringBack(as('office_staff'), { ...wish })).toMatchObject({ ok: true });
  });

  it('changes nothing when it is only tried', async () => {
    const { replies, told, settled, notes } = desk();
    await replies.register(as('adviser'), { ...wish, code: 'OTAR', dryRun: true });

    expect([told, settled, notes]).toEqual([[], [], []]);
  });
});
