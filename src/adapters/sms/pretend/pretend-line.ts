import type { DeliveryReport, Sms, SmsGateway, SmsReceipt, SmsStanding } from '#ports/sms-gateway.ts';
import type { SmsLine, SmsNews } from '#ports/sms-line.ts';
import { type Ledger, memoryLedger, type TakenSms } from './ledger.ts';

/** The ways a provider fails, each as it is met on the line. */
export const pretendFaults = [
  /** Not to be reached: nothing has left the house. */
  'down',
  /** Says no to each message. */
  'refuses',
  /** Takes them all, and the answer never comes back. */
  'loses-answer',
  /** Takes none, and says nothing. */
  'times-out',
  /** Takes the first half and breaks off. */
  'half-a-batch',
  /** Cannot be asked what it took. */
  'cannot-tell',
] as const;
export type PretendFault = (typeof pretendFaults)[number];

export interface PretendOptions {
  readonly ledger?: Ledger;
  readonly batchSize?: number;
  /** Reports come when `report` is called: late, and each twice where that is asked for. */
  readonly reportsTwice?: boolean;
}

export interface PretendLine extends SmsLine {
  readonly gateway: SmsGateway;
  /** The next call fails so; several are met in turn. */
  readonly failNext: (...faults: readonly PretendFault[]) => void;
  /** Fails so until told otherwise. */
  readonly fail: (fault: PretendFault | null) => void;
  readonly taken: () => readonly TakenSms[];
  /** Reports on everything taken that has had none; as late as one likes. */
  readonly report: (state?: DeliveryReport['state']) => Promise<number>;
  /** Somebody answers. */
  readonly answer: (from: string, text: string, externalId?: string) => Promise<void>;
}

/** A provider that sends nothing to anybody, counts what it took, and fails in every way a real one does. */
export function pretendLine({ ledger = memoryLedger(), batchSize = 100, reportsTwice = false }: PretendOptions = {}) {
  const ahead: PretendFault[] = [];
  let always: PretendFault | null = null;
  let hear: (news: SmsNews) => Promise<void> = async () => {};
  let reported = 0;
  let answers = 0;
  const take = (messages: readonly Sms[]): readonly SmsReceipt[] => {
    const before = ledger.all().length;
    const taken = messages.map((each, place) => ({ ...each, reference: `pretend-${before + place + 1}` }));
    ledger.add(taken);
    return taken.map(({ key, reference }) => ({ key, outcome: 'accepted', reference }));
  };
  const gateway: SmsGateway = {
    name: 'pretend',
    batchSize,
    send: async (messages) => {
      if (messages.length > batchSize) throw new Error(`at most ${batchSize} messages at a time`);
      return met(ahead.shift() ?? always, messages, take);
    },
    ask: async (keys) => {
      const fault = ahead.shift() ?? always;
      if (fault === 'down') throw new Error('the pretend gateway is away');
      const taken = new Map(ledger.all().map(({ key, reference }) => [key, reference]));
      return new Map(
        keys.map((key): readonly [string, SmsStanding] => {
          const reference = taken.get(key);
          if (fault === 'cannot-tell') return [key, { answer: 'cannot-tell' }];
          return [key, reference === undefined ? { answer: 'not-taken' } : { answer: 'taken', reference }];
        }),
      );
    },
  };
  const line: PretendLine = {
    gateway,
    readCallback: () => ({ ok: false, faults: [{ code: 'sms.noCallbacks', place: '', found: '' }] }),
    listen: (listener) => {
      hear = listener;
    },
    close: async () => {},
    failNext: (...faults) => void ahead.push(...faults),
    fail: (fault) => {
      always = fault;
    },
    taken: ledger.all,
    report: async (state = 'delivered') => {
      const fresh = ledger.all().slice(reported);
      reported += fresh.length;
      const reports = fresh.map(({ key, reference }) => ({ key, reference, state, why: null }));
      for (const _ of reportsTwice ? [1, 2] : [1]) await hear({ reports, incoming: [] });
      return fresh.length;
    },
    answer: (from, text, externalId = `pretend-in-${++answers}`) =>
      hear({ reports: [], incoming: [{ externalId, from, text }] }),
  };
  return line;
}

function met(
  fault: PretendFault | null,
  messages: readonly Sms[],
  take: (messages: readonly Sms[]) => readonly SmsReceipt[],
): readonly SmsReceipt[] {
  const unclear = (some: readonly Sms[]): readonly SmsReceipt[] => some.map(({ key }) => ({ key, outcome: 'unclear' }));
  const half = Math.ceil(messages.length / 2);
  switch (fault) {
    case 'down':
      throw new Error('the pretend gateway is away');
    case 'refuses':
      return messages.map(({ key }) => ({ key, outcome: 'refused', why: 'BARRED' }));
    case 'times-out':
      return unclear(messages);
    case 'loses-answer':
      take(messages);
      return unclear(messages);
    case 'half-a-batch':
      return [...take(messages.slice(0, half)), ...unclear(messages.slice(half))];
    case 'cannot-tell':
    case null:
      return take(messages);
  }
}
