import type { Actor } from '#domain/access/actor.ts';
import { instant } from '#domain/calendar/day.ts';
import { caseId } from '#domain/ids.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import type { InboundAnswer, InboundOpen, InboundRow } from '#views/answers/inbound.ts';
import type { WebDesk, WebViews } from '#web/needs.ts';
import { today } from './year-answer.ts';

const at = instant(Date.UTC(2026, 10, 4, 9, 12));
const nothing = { stop: false, wrongNumber: false, hints: [] };
const row = (inboundId: string, more: Partial<InboundRow>): InboundRow => ({
  ...{ inboundId, channel: 'sms', at, name: undefined, from: '+4790000101', text: '', sender: 'unknown' },
  ...{ caseId: undefined, understood: nothing, takenBy: undefined, settled: undefined },
  ...more,
});

const waiting: readonly InboundRow[] = [
  row('in-1', {
    ...{ name: 'Isak Borge Gran', caseId: caseId('case-6'), sender: 'certain' },
    ...{
      text: 'Ja takk, ring meg i morgon. Eg jobbar til fire.',
      understood: { ...nothing, hints: ['in-work', 'wants-contact'] },
    },
  }),
  row('in-2', { text: 'STOPP', sender: 'asked', understood: { ...nothing, stop: true } }),
  row('in-3', {
    channel: 'email',
    from: 'nokon@example.no',
    text: 'Feil adresse?',
    takenBy: { name: 'Karoline Andersen Johansen', isMe: false },
  }),
  row('in-4', {
    channel: 'reply-form',
    from: undefined,
    name: 'Amalie Løken',
    caseId: caseId('case-8'),
    sender: 'certain',
  }),
];
const registered = row('in-5', {
  ...{
    channel: 'phone',
    name: 'Bjørn Danielsen',
    caseId: caseId('case-9'),
    sender: 'certain',
    text: 'Er på skule i Volda',
  },
  settled: {
    ...{
      answeredBy: 'guardian',
      says: 'in-school',
      by: 'Emil Skuterud',
      caseworker: 'Jakob Amundsen Berntsen',
      done: false,
    },
  },
});

const opened = (one: InboundRow, searched: string | undefined): InboundOpen => ({
  ...one,
  choices:
    one.sender === 'unknown'
      ? []
      : [
          {
            ...{
              caseId: caseId('case-6'),
              name: 'Isak Borge Gran',
              age: 17,
              unit: 'Nordvik',
              caseworker: undefined,
              code: 'OTUK',
            },
            because: { as: one.sender === 'asked' ? 'guardian' : 'youth', by: 'phone' },
          },
        ],
  found:
    searched === undefined
      ? []
      : [
          {
            ...{
              caseId: caseId('case-9'),
              name: 'Bjørn Danielsen',
              age: 19,
              unit: 'Nordvik',
              caseworker: 'Emil Skuterud',
              code: 'OSON',
            },
            because: undefined,
          },
        ],
  codes:
    one.sender === 'certain'
      ? [
          { says: 'in-work', codes: ['OTAR', 'OTAR_IM'] },
          { says: 'no-follow-up', codes: ['OTNO'] },
        ]
      : [],
  hasNumber: one.channel === 'sms',
});

export const inboundViews: Pick<WebViews, 'inbound' | 'staffName'> = {
  inbound: async ({ show, unit, inboundId, searched, page }): Promise<InboundAnswer> => {
    const rows = show === 'waiting' || show === 'not-passed-on' ? waiting : show === 'set-aside' ? [] : [registered];
    const open =
      [...waiting, registered].find((each) => each.inboundId === inboundId) ??
      (show === 'waiting' ? rows[0] : undefined);
    return {
      ...{ today, show, unit, rows, page, pageSize: 30, searched, hidden: 2 },
      counts: { waiting: 4, 'not-passed-on': 4, forwarded: 1, registered: 1, 'set-aside': 0 },
      open: open && opened(open, searched),
    };
  },
  staffName: async () => 'Karoline Andersen Johansen',
};

type Note = (command: string, wish: object) => void;

export const inboundDesk = (note: Note): WebDesk['replies'] => {
  const simply =
    (command: string) =>
    async (_actor: Actor, wish: { readonly inboundId: string }): Promise<Outcome<{ readonly inboundId: string }>> => {
      note(command, wish);
      return accepted({ inboundId: wish.inboundId });
    };
  return {
    hear: {
      news: async () => accepted({ heard: 0 }),
      isOpen: async (key) => key === 'KEY1',
      form: async (form) => {
        if (form.key !== 'KEY1') return refused({ code: 'reply.keyIsOver' });
        note('replies.form', form);
        return accepted({ inboundId: 'in-9' });
      },
    },
    takeDown: async (_actor, wish) => {
      note('replies.takeDown', wish);
      return accepted({ inboundId: 'in-2', certain: false });
    },
    register: async (_actor, wish) => {
      note('replies.register', wish);
      if (wish.inboundId === 'in-4') return refused({ code: 'reply.notWaiting' });
      return accepted({ caseId: wish.caseId ?? '', sequence: 3, forwardedTo: 'staff-2', codeRefused: [] });
    },
    take: simply('replies.take'),
    letGo: simply('replies.letGo'),
    setAside: simply('replies.setAside'),
    bringBack: simply('replies.bringBack'),
    done: simply('replies.done'),
  };
};
