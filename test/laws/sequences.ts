import type { AnyMachineSnapshot } from 'xstate';
import { type Chance, chanceFrom } from '#demo/random.ts';
import { addDays } from '#domain/calendar/arithmetic.ts';
import { type Day, day } from '#domain/calendar/day.ts';
import {
  type AgeFacts,
  activityKinds,
  ageFacts,
  type Contact,
  channels,
  directions,
  firstContactStatuses,
  reasons,
  responders,
  runners,
  statements,
  viaOtAnswers,
} from '#domain/coding/situation.ts';
import { type TransferCode, transferCodes } from '#domain/person/youth-record.ts';
import type { Happening } from '#domain/standing.ts';
import { codeSets, entryOn, mainGroupOf, type StatusCode } from '#domain/status-code/status-code.ts';
import { type CaseFile, newCase } from '#domain/youth/case-file.ts';
import { mergeableOf, mergeFiles } from '#domain/youth/merge.ts';
import { resume, step } from '#machines/chart.ts';
import { youthChart } from '#machines/youth/machine.ts';

type Told = Happening & { readonly on: Day };

export interface SequencesRun {
  readonly sequences: number;
  readonly events: number;
  readonly taken: number;
  /** Cases that stood with OTUK and came to another group, and that came to OTNO: what the laws were tried on. */
  readonly leftUnknown: number;
  readonly declined: number;
  readonly byVersion: Readonly<Record<string, number>>;
  /** What broke a law, each with its seed and the events; none is the wish. */
  readonly broken: readonly string[];
}

const allCodes = [...new Set(codeSets.flatMap(({ codes }) => codes.map(({ code }) => code)))];
const firstDays = [
  '2011-09-20',
  '2014-10-01',
  '2015-09-01',
  '2016-04-01',
  '2018-09-01',
  '2020-11-01',
  '2024-05-01',
  '2026-08-20',
].map(day);
const startAt = Date.UTC(2026, 0, 1);

/**
 * Random things that happen to a youth, told to the machine itself: contacts of every kind, codes of every version with every fact,
 * with and without override, taken back, sent again. After each one that is taken three laws are asked, by words of their own that lean
 * on no coding rule: nobody leaves OTUK without evidence, nobody is declined by silence, no code stands that was not valid on its day.
 */
export function runSequences(seed: number, sequences: number): SequencesRun {
  const sums = { events: 0, taken: 0, leftUnknown: 0, declined: 0 };
  const byVersion: Record<string, number> = {};
  const broken: string[] = [];
  for (let at = 0; at < sequences; at += 1) {
    const own = seed + at;
    const chance = chanceFrom(own);
    const events: Told[] = [];
    let on = addDays(chance.pick(firstDays), chance.int(60));
    const born = day(`${Number(on.slice(0, 4)) - 15 - chance.int(10)}-0${1 + chance.int(9)}-${10 + chance.int(18)}`);
    let snapshot = begin(chance);
    // Another case of the same youth, lived beside: a merge brings its history in.
    let other = begin(chance);
    const before: CaseFile[] = [];
    for (let left = 2 + chance.int(7); left > 0; left -= 1) {
      on = addDays(on, chance.int(45));
      // `as`: the chart's context is a case file.
      const file = snapshot.context as CaseFile;
      const beside = other.context as CaseFile;
      if (chance.happens(0.25)) {
        const event = anEvent(chance, beside, [], beside, on, born);
        [other] = step(youthChart, other, event);
      }
      const event = anEvent(chance, file, before, beside, on, born);
      events.push(event);
      sums.events += 1;
      // What the machine refuses leaves the case as it was.
      [snapshot] = step(youthChart, snapshot, event);
      if (snapshot.context === file) continue;
      sums.taken += 1;
      const after = snapshot.context as CaseFile;
      before.push(file);
      const law = brokenLaw(file, after, event);
      if (law !== undefined) broken.push(`${law}, seed ${own}: ${JSON.stringify(events)}`);
      if (file.status === 'OTUK' && after.status !== 'OTUK') sums.leftUnknown += 1;
      if (after.status === 'OTNO' && file.status !== 'OTNO') sums.declined += 1;
      if (event.type === 'status.set') count(byVersion, codeSets.findLast(({ validFrom }) => validFrom <= on)?.version);
    }
  }
  return { sequences, ...sums, byVersion, broken };
}

const begun = new Map<TransferCode | null, AnyMachineSnapshot>();

/** A case that nothing has happened to; snapshots are never changed, so each kind is made once. */
function begin(chance: Chance): AnyMachineSnapshot {
  const transfer = chance.happens(0.9) ? chance.pick(transferCodes) : null;
  const known = begun.get(transfer);
  if (known) return known;
  const made = resume(youthChart, { sequence: 0, snapshot: null, input: { ...aCase(transfer) }, ruleVersion: 1 });
  begun.set(transfer, made);
  return made;
}

const count = (sums: Record<string, number>, name = 'none'): void => {
  sums[name] = (sums[name] ?? 0) + 1;
};

const aCase = (transfer: TransferCode | null): CaseFile =>
  newCase({
    caseId: 'youth',
    runId: 'run',
    transfer,
    track: 'oson',
    unitId: 'north',
    caseworkerId: null,
    deadlines: {},
  });

function anEvent(
  chance: Chance,
  file: CaseFile,
  before: readonly CaseFile[],
  beside: CaseFile,
  on: Day,
  born: Day,
): Told {
  const head = { on, at: startAt, doer: { by: 'somebody' } };
  const kind = chance.weighted({
    coding: 5,
    silence: 3,
    contact: 3,
    choice: 0.8,
    merged: 0.6,
    takenBack: 0.6,
    again: 0.4,
  });
  const age = ageFacts(chance.happens(0.9) ? born : null, on);
  switch (kind) {
    case 'silence':
      return { ...head, type: 'contact.registered', ...silent(chance), minor: age.minor } as Told;
    case 'contact':
      return { ...head, type: 'contact.registered', ...heard(chance), minor: age.minor } as Told;
    case 'again':
      return { ...head, type: 'transfer.received', transfer: chance.pick(transferCodes) } as Told;
    case 'takenBack': {
      // A coding is taken back to what stood before it, never to something else.
      const {
        status,
        statusOn,
        viaOt,
        atFirstContact,
        firstContactOn,
        activity,
        reasons: known,
      } = before.at(-1) ?? file;
      const restore = { status, statusOn, viaOt, atFirstContact, firstContactOn, activity, reasons: known };
      return { ...head, type: 'status.takenBack', restore } as Told;
    }
    case 'merged': {
      const merge = { mergeId: 'merge', away: 'other', before: mergeableOf(file) };
      return { ...head, type: 'case.merged', ...merge, now: mergeFiles(file, beside).now } as Told;
    }
    case 'choice': {
      const coding = { on, age, ...aCoding(chance, file), override: undefined };
      const choice = chance.pick(['own-contact', 'return', 'standard-letter'] as const);
      return { ...head, type: 'choice.made', choice, ...(chance.happens(0.8) ? { coding } : {}) } as Told;
    }
    default:
      return { ...head, type: 'status.set', age, ...aCoding(chance, file) } as Told;
  }
}

/** Out, and nobody answered: a letter, an SMS, an e-mail, a call. */
const silent = (chance: Chance) => ({
  channel: chance.pick(['letter', 'sms', 'email', 'phone'] as const),
  direction: 'out',
  answeredBy: chance.pick(['none', null] as const),
  says: null,
});
const maybe = <T>(chance: Chance, from: readonly T[]): T | null => (chance.happens(0.8) ? chance.pick(from) : null);
const heard = (chance: Chance) => ({
  channel: maybe(chance, channels),
  direction: maybe(chance, directions),
  answeredBy: maybe(chance, responders),
  says: chance.happens(0.3) ? 'no-to-ot' : maybe(chance, statements),
});

function aCoding(chance: Chance, file: CaseFile) {
  const to =
    file.status === null && chance.happens(0.6) ? 'OTUK' : chance.happens(0.2) ? 'OTNO' : chance.pick(allCodes);
  return {
    to,
    override: chance.happens(0.15) ? { reason: 'heard it myself' } : null,
    ...(chance.happens(0.4) ? { reasons: [chance.pick(reasons)] } : {}),
    ...(chance.happens(0.4) ? { viaOt: chance.pick(viaOtAnswers) } : {}),
    ...(chance.happens(0.3) ? { atFirstContact: chance.pick(firstContactStatuses) } : {}),
    ...(chance.happens(0.4)
      ? { activity: { kind: maybe(chance, activityKinds), runBy: chance.happens(0.5) ? [chance.pick(runners)] : [] } }
      : {}),
  };
}

const bringsCode: readonly string[] = ['status.set', 'choice.made', 'case.merged'];
const preventive: readonly string[] = ['ELGS', 'ELGS_IM', 'ELVG', 'ELVG_IM'];
const byRegister: readonly string[] = ['OTFA', 'OTFA_IM', 'OTFU', 'OTFU_IM', 'Feil'];

/** The laws in words of their own, kept apart from the rules that they watch over. */
function brokenLaw(before: CaseFile, after: CaseFile, event: Told): string | undefined {
  const { status, statusOn } = after;
  if (event.type === 'status.takenBack' || status === null || statusOn === null) return undefined;
  if (entryOn(status, statusOn) === undefined) return `${status} was not valid on ${statusOn}`;
  if (!bringsCode.includes(event.type)) return undefined;
  const contacts = after.contacts.filter(({ on }) => on === null || on <= statusOn);
  if (status === 'OTNO' && !contacts.some(({ says, ...one }) => says === 'no-to-ot' && mayBeTheYouth(one)))
    return 'OTNO though nobody said no';
  if (before.status !== 'OTUK' || status === 'OTUK') return undefined;
  if (contacts.some((one) => answers(one, after))) return undefined;
  return restsOnAFact(status as StatusCode, after, event) ? undefined : `${status} from OTUK without evidence`;
}

const mayBeTheYouth = ({ answeredBy, direction, channel }: Omit<Contact, 'says'>): boolean =>
  answeredBy === 'youth' ||
  (answeredBy === null &&
    (direction === 'in' || (direction === null && ['reply-form', 'drop-in', 'meeting'].includes(channel ?? ''))));

/** Somebody answered, so that a person may judge it: the youth, an unnamed one from outside, or a guardian with a reason. */
const answers = (contact: Contact, { reasons: known }: CaseFile): boolean =>
  mayBeTheYouth(contact) ||
  (contact.answeredBy === 'guardian' &&
    contact.minor !== false &&
    known.some((reason) => ['ill', 'childcare', 'military', 'abroad'].includes(reason)));

/** Group 5 does not ask for contact where a register or a list has told: where the youth is or was, or that it is no case of ours. */
function restsOnAFact(status: StatusCode, after: CaseFile, event: Told): boolean {
  if (mainGroupOf(status) !== 5) return false;
  if (preventive.includes(status)) return true;
  if (byRegister.includes(status))
    return after.reasons.length > 0 || event.type === 'case.merged' || isNotCovered(event);
  const { activity, atFirstContact } = after;
  return (activity?.kind ?? null) !== null || (activity?.runBy.length ?? 0) > 0 || atFirstContact !== null;
}

/** A wrong age is a fact of the register too. */
function isNotCovered(event: Told): boolean {
  // `as`: only codings come here, by themselves or with a choice.
  const { age, coding } = event as unknown as Record<
    'age' | 'coding',
    { readonly target?: string; readonly age?: AgeFacts }
  >;
  const target = coding?.age?.target ?? age?.target ?? null;
  return target !== null && target !== 'covered';
}
