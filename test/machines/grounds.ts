import { day } from '#domain/calendar/day.ts';
import type { Contact } from '#domain/coding/situation.ts';
import type { DriveFile } from '#domain/phone/drive-file.ts';
import type { ActFile, IntakeFile, PhaseFile, TaskFile, YearFile } from '#domain/run/files.ts';
import type { Happening } from '#domain/standing.ts';
import { type CaseFile, newCase } from '#domain/youth/case-file.ts';
import { type Merged, mergeableOf } from '#domain/youth/merge.ts';
import { actChart } from '#machines/act/machine.ts';
import { intakeChart } from '#machines/intake/machine.ts';
import { phaseChart } from '#machines/phase/machine.ts';
import { driveChart } from '#machines/phone-drive/machine.ts';
import { yearChart } from '#machines/school-year/machine.ts';
import { taskChart } from '#machines/task/machine.ts';
import { youthChart } from '#machines/youth/machine.ts';
import type { Ground } from './explore.ts';

const at = Date.UTC(2026, 9, 1);
const days = (n: number): number => at + n * 86_400_000;
const on = day('2026-10-01');

/** An event of a machine; the fields its type has are given by whoever tells it. */
const tell = (type: string, more: object = {}): Happening => ({ type, at, doer: { by: 'somebody' }, ...more });

export const aTask = (given: Partial<TaskFile> = {}): TaskFile => ({
  runId: 'run',
  phaseId: 'letters',
  taskId: 'letters.send',
  required: true,
  kind: 'manual',
  dueOn: day('2026-10-10'),
  waitsFor: [],
  openBefore: [],
  doneAt: null,
  doneBy: null,
  skipReason: null,
  staffId: null,
  deadlines: { dueSoon: days(6), overdue: days(10) },
  rested: {},
  ...given,
});

/** The register says it, and nobody did. */
const register = (type: string, count: number): Happening => ({
  ...tell(type, { condition: 'no-address-fault', count }),
  doer: { by: null },
});

const two = ['letters.print', 'letters.fold'];

export const tasks: Ground = {
  chart: taskChart,
  inputs: [
    aTask(),
    aTask({ required: false }),
    aTask({ waitsFor: two, openBefore: two }),
    aTask({ waitsFor: two, openBefore: two, required: false }),
    aTask({ kind: 'condition', byHand: false }),
    aTask({ kind: 'condition', byHand: true, waitsFor: two, openBefore: two }),
  ],
  events: [
    tell('task.completed'),
    tell('task.completed', { reason: 'the register lags' }),
    register('condition.met', 0),
    register('condition.broken', 3),
    tell('task.reopened'),
    tell('task.skipped', { reason: 'not this year' }),
    tell('task.skipped', { reason: ' ' }),
    tell('task.expired'),
    ...two.flatMap((by) => [tell('task.released', { by }), tell('task.held', { by })]),
    tell('task.held', { by: 'a task it does not wait for' }),
    tell('task.moved', { dueOn: day('2026-10-20'), dueSoonAt: days(16), overdueAt: days(20) }),
    tell('task.moved', { dueOn: day('2026-10-03'), dueSoonAt: days(-1), overdueAt: days(3) }),
    tell('task.moved', { dueOn: day('2026-09-20'), dueSoonAt: days(-14), overdueAt: days(-10) }),
    tell('task.assigned', { staffId: 'office' }),
  ],
  alsoTell: ({ context }) => [context.openBefore, context.doneAt, context.doneBy],
};

export const aPhase = (opens: number, dueSoon: number, closes: number): PhaseFile => ({
  runId: 'run',
  phaseId: 'letters',
  opensAt: opens,
  closesAt: closes,
  closedAt: null,
  countsBefore: [],
  countsAfter: [],
  deadlines: { opens, dueSoon, closes },
});

const moved = (opens: number, dueSoon: number, closes: number): Happening =>
  tell('phase.moved', { opensAt: days(opens), dueSoonAt: days(dueSoon), closesAt: days(closes) });

export const phases: Ground = {
  chart: phaseChart,
  inputs: [
    aPhase(days(1), days(7), days(10)),
    // One day long: it is due soon before it opens.
    aPhase(days(3), days(1), days(4)),
    aPhase(days(3), days(3), days(4)),
  ],
  events: [
    tell('work.finished'),
    tell('work.resumed'),
    tell('phase.closed', { openRequired: [] }),
    tell('phase.closed', { openRequired: ['letters.send'] }),
    tell('phase.reopened', { reason: 'a letter came back' }),
    tell('phase.reopened', { reason: '' }),
    moved(2, 8, 11),
    moved(3, 2, 4),
    moved(-2, 5, 8),
    moved(-8, -1, 3),
    moved(-10, -4, -1),
  ],
};

const aYear: YearFile = { runId: 'run', planVersion: 1, completions: {}, closedAt: null, deadlines: {} };

export const years: Ground = {
  chart: yearChart,
  inputs: [aYear, { ...aYear, deadlines: { ends: days(300) } }],
  events: [
    tell('plan.changed', { version: 2 }),
    tell('plan.changed', { version: 1 }),
    tell('anchor.completed', { anchor: 'letters.last-sent', on }),
    tell('anchor.completed', { anchor: 'letters.last-sent', on: day('2026-10-02') }),
    tell('anchor.withdrawn', { anchor: 'letters.last-sent' }),
    tell('year.closed', { openPhases: [], reason: '' }),
    tell('year.closed', { openPhases: ['evaluation'], reason: '' }),
    tell('year.closed', { openPhases: ['evaluation'], reason: 'a new system' }),
    tell('year.reopened', { reason: 'closed by mistake' }),
    tell('year.reopened', { reason: ' ' }),
  ],
  alsoTell: ({ context }) => [context.planVersion, context.completions],
};

const anIntake = (approval: readonly string[]): IntakeFile => ({
  intakeId: 'intake',
  runId: 'run',
  counts: { create: 3 },
  approval,
  approvedBy: null,
  kept: 0,
  deadlines: {},
});

export const intakes: Ground = {
  chart: intakeChart,
  inputs: [anIntake([]), anIntake(['shrinking']), { ...anIntake([]), deadlines: { forgotten: days(30) } }],
  events: [
    tell('intake.applied'),
    tell('intake.approved'),
    tell('intake.rejected'),
    tell('intake.undone'),
    tell('list.applied', { counts: { create: 3 } }),
    tell('list.outdated'),
    tell('list.planned', { counts: { create: 2 }, approval: [] }),
    tell('list.planned', { counts: { create: 2 }, approval: ['duplicates'] }),
    tell('list.unreadable'),
    tell('list.undone', { kept: 1 }),
  ],
};

const anAct: ActFile = {
  ...{ actId: 'act', runId: 'run', kind: 'choice', parts: 3 },
  ...{ done: 0, refused: 0, undone: 0, kept: 0, deadlines: {} },
};

export const acts: Ground = {
  chart: actChart,
  inputs: [anAct],
  events: [
    tell('act.ordered'),
    tell('act.carriedOut', { done: 2, refused: 1 }),
    tell('act.carriedOut', { done: 0, refused: 3 }),
    tell('act.undone'),
    tell('act.takenBack', { undone: 1, kept: 1 }),
  ],
  alsoTell: ({ context }) => context.done,
};

export const aCase = (given: Partial<CaseFile> = {}): CaseFile => ({
  ...newCase({
    caseId: 'youth',
    runId: 'run',
    transfer: 'OSON',
    track: 'oson',
    unitId: 'north',
    caseworkerId: null,
    deadlines: { choice: days(14) },
  }),
  ...given,
});

const age = { minor: true, target: 'covered' } as const;
export const contact = (given: Partial<Contact>): Happening =>
  tell('contact.registered', { on, channel: 'phone', direction: 'out', answeredBy: 'none', says: null, ...given });
export const withdrawn = (given: Partial<Contact>): Happening =>
  tell('contact.withdrawn', {
    on,
    of: 1,
    entry: { on, channel: 'phone', direction: 'out', answeredBy: 'none', says: null, ...given },
  });
export const coding = (to: string, more: object = {}): Happening =>
  tell('status.set', { on, age, to, override: null, ...more });

const uncoded = {
  status: null,
  statusOn: null,
  viaOt: null,
  atFirstContact: null,
  firstContactOn: null,
  activity: null,
  reasons: [],
};
export const takenBackTo = (status: string | null): Happening =>
  tell('status.takenBack', { on, restore: { ...uncoded, status, statusOn: status === null ? null : on } });

const answer = { on, channel: 'phone', direction: 'out', answeredBy: 'youth', says: null } as const;
/** Two cases as one, or one alone again; what is not given is as in a case that nothing has happened to. */
const together = (type: 'case.merged' | 'case.parted', now: Partial<Merged>): Happening => {
  const before = mergeableOf(aCase());
  return tell(type, { on, mergeId: 'merge', away: 'other', before, now: { ...before, ...now } });
};

/** A youth's coding, proof of contact and return: what a caseworker does. */
export const codings: Ground = {
  chart: youthChart,
  inputs: [aCase({ deadlines: {} })],
  events: [
    contact({ channel: 'letter' }),
    contact({ answeredBy: 'youth' }),
    contact({ answeredBy: 'youth', says: 'no-to-ot' }),
    contact({ answeredBy: 'guardian' }),
    withdrawn({ channel: 'letter' }),
    withdrawn({ answeredBy: 'youth' }),
    withdrawn({ channel: 'meeting' }),
    coding('OTUK'),
    coding('OTOV'),
    coding('OTAR', { activity: { kind: 'work', runBy: [] }, viaOt: 'yes' }),
    coding('OTAR', { activity: { kind: 'work', runBy: [] }, viaOt: 'no', atFirstContact: 'in-work' }),
    coding('OTNO'),
    coding('OTFU', { reasons: ['abroad'] }),
    coding('OTFU_IM', { reasons: ['abroad'] }),
    coding('Feil', { reasons: ['registered-by-mistake'] }),
    coding('not a code'),
    coding('OTNO', { override: { reason: 'heard it myself' } }),
    takenBackTo(null),
    takenBackTo('OTUK'),
    takenBackTo('OTOV'),
    takenBackTo('OTAR'),
    takenBackTo('OTNO'),
    takenBackTo('OTAR_IM'),
    takenBackTo('Feil'),
    tell('return.sent', { on }),
    tell('transfer.received', { on, transfer: 'OSON' }),
    together('case.merged', { status: 'OTOV', statusOn: on, contacts: [answer] }),
    together('case.merged', { contacts: [{ ...answer, answeredBy: 'none' }] }),
    together('case.merged', { status: 'Feil', statusOn: on }),
    together('case.parted', { status: 'OTFU_IM', statusOn: on }),
    together('case.parted', {}),
  ],
  alsoTell: ({ context }) => [context.status, context.contacts.some((one: Contact) => one.says === 'no-to-ot')],
};

const known = { leftOn: on, noticeOn: on, meetingHeldOn: on, planMadeOn: on, reason: 'FV' } as const;

/** Whose a youth is, where it stands on the list, and what is chosen for it. */
export const belongings: Ground = {
  chart: youthChart,
  inputs: [aCase(), aCase({ transfer: 'OESL', caseworkerId: 'adviser' })],
  events: [
    tell('transfer.received', { on, transfer: 'OSON' }),
    tell('transfer.received', { on, transfer: 'OESL' }),
    tell('transfer.withdrawn', { on }),
    tell('case.assigned', { unitId: 'south', caseworkerId: 'adviser' }),
    tell('case.assigned', { unitId: 'south', caseworkerId: null }),
    tell('choice.made', { on, choice: 'standard-letter' }),
    tell('choice.made', { on, choice: 'own-contact' }),
    tell('choice.made', { on, choice: 'own-contact', coding: { on, age, to: 'OTOV' } }),
    tell('choice.made', { on, choice: 'own-contact', coding: { on, age, to: 'OTUK' } }),
    tell('choice.made', { on, choice: 'return' }),
    tell('choice.made', { on, choice: 'return', coding: { on, age, to: 'Feil', reasons: ['registered-by-mistake'] } }),
    tell('choice.made', { on, choice: 'standard-letter', coding: { on, age, to: 'OTOV' } }),
    coding('OTUK', { override: { reason: 'begun anew' } }),
    takenBackTo(null),
    tell('choice.takenBack', { on, restore: null }),
    tell('choice.takenBack', { on, restore: null, coding: uncoded, choiceBy: days(20) }),
    tell('choice.takenBack', { on, restore: null, choiceBy: days(-20) }),
    tell('choice.takenBack', { on, restore: 'own-contact' }),
    tell('leaving.noted', { on, leaving: { ...known, planMadeOn: null } }),
    tell('leaving.noted', { on, leaving: known }),
    tell('leaving.reminded', { on }),
    tell('letter.cameBack', { on, addressee: 'youth' }),
    tell('letter.cameBack', { on, addressee: 'guardian-1' }),
    tell('nav.checked', { on, meetingId: 'meeting', found: 'measure' }),
    tell('return.sent', { on }),
    together('case.merged', { leaving: known, choice: 'standard-letter', caseworkerId: 'adviser' }),
    together('case.parted', { leaving: { ...known, reason: null } }),
    together('case.parted', {}),
    tell('case.mergedAway', { on, into: 'other' }),
    tell('case.cameBack', { on, from: 'other' }),
  ],
  alsoTell: ({ context }) => context.transfer,
};

const aDrive = (given: Partial<DriveFile> = {}): DriveFile => ({
  driveId: 'drive',
  runId: 'run',
  opensAt: days(1),
  closesAt: days(10),
  callers: [{ staffId: 'adviser', units: null, share: 1 }],
  dealt: null,
  closedAt: null,
  deadlines: { opens: days(1), closes: days(10) },
  ...given,
});

/** A phone drive: dates and who rings; cards are rows. */
export const drives: Ground = {
  chart: driveChart,
  inputs: [aDrive(), aDrive({ deadlines: { closes: days(10) } })],
  events: [
    tell('drive.opened'),
    tell('drive.closed'),
    tell('drive.reopened', { closesAt: days(20) }),
    tell('drive.reopened', { closesAt: days(-1) }),
    tell('drive.moved', { opensAt: days(2), closesAt: days(12) }),
    tell('drive.moved', { opensAt: days(2), closesAt: days(1) }),
    tell('callers.joined', { callers: [{ staffId: 'office', units: ['north'], share: 1 }] }),
    tell('callers.joined', { callers: [] }),
    tell('callers.left', { staffIds: ['office'] }),
    tell('callers.left', { staffIds: ['nobody'] }),
    tell('split.asked', { how: 'all' }),
    tell('cards.dealt', { given: 3, left: 0, againAt: days(3) }),
    tell('cards.dealt', { given: 3, left: 0, againAt: null }),
  ],
  alsoTell: ({ context }) => context.callers.length,
};
