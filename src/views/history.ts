import { judge } from '#domain/coding/decide.ts';
import type { Addressee } from '#domain/household/letter-piece.ts';
import type { TransferCode } from '#domain/person/youth-record.ts';
import { isRegisteredCode, type RegisteredCode } from '#domain/status-code/report-code.ts';
import { type CaseFile, situationOf } from '#domain/youth/case-file.ts';
import type { Choice, ChoiceCoding } from '#domain/youth/choice.ts';
import { withoutContact } from '#domain/youth/withdrawn-contact.ts';
import type { ContactEntry, HistoryEvent } from './answers/youth.ts';
import type { Entry } from './journal.ts';

/** What history needs beside the journal. */
export interface HistoryWords {
  readonly person: (id: string | null) => string | undefined;
  readonly unit: (id: string | null) => string;
  readonly contact: (entry: Entry, reasons: CaseFile['reasons']) => ContactEntry;
}

interface Telling {
  readonly file: CaseFile;
  readonly told: readonly HistoryEvent[];
}

/** The journal as a story, the newest first; `begun` is the case before its first step. */
export function historyOf(begun: CaseFile, entries: readonly Entry[], words: HistoryWords): readonly HistoryEvent[] {
  const numbers = entries.filter(({ type }) => type === 'contact.withdrawn').map((entry) => carried(entry).of);
  const beside: Beside = {
    withdrawn: new Set(numbers),
    entry: (of) => entries.find(({ sequence }) => sequence === of),
    reopening: reopeningIn(entries),
  };
  const { told } = entries.reduce<Telling>(
    ({ file, told }, entry) => {
      const after = fileAfter(file, entry);
      const event = eventOf(entry, file, after, words, beside);
      return { file: after, told: event ? [event, ...told] : told };
    },
    { file: begun, told: [] },
  );
  return told;
}

function reopeningIn(entries: readonly Entry[]): ReadonlySet<number> {
  let isSent = false;
  const found = new Set<number>();
  for (const { type, sequence } of entries) {
    if (type === 'transfer.received' && isSent) found.add(sequence);
    if (type === 'transfer.received' || type === 'status.set') isSent = false;
    if (type === 'return.sent') isSent = true;
  }
  return found;
}

/** What each kind of event carries; the machine put it there. */
interface Carried extends ChoiceCoding {
  readonly transfer: TransferCode | null;
  readonly override: { readonly reason: string } | null;
  readonly restore: Partial<CaseFile>;
  readonly choice: Choice;
  readonly coding: (ChoiceCoding & Partial<CaseFile>) | undefined;
  readonly now: Partial<CaseFile>;
  readonly unitId: string | null;
  readonly caseworkerId: string | null;
  readonly entry: CaseFile['contacts'][number];
  readonly addressee: Addressee;
  /** Number of the contact that is withdrawn. */
  readonly of: number;
}

// `as`: only read where the event's type says that it is there.
const carried = ({ event }: Entry): Carried => event as unknown as Carried;

/** So much of the case as its history is told by. */
function fileAfter(file: CaseFile, entry: Entry): CaseFile {
  switch (entry.type) {
    case 'transfer.received':
      return { ...file, transfer: carried(entry).transfer ?? file.transfer };
    case 'status.set':
      return { ...file, ...coded(file, entry, carried(entry)) };
    case 'choice.made': {
      const { choice, coding } = carried(entry);
      return { ...file, choice, ...(coding ? coded(file, entry, coding) : {}) };
    }
    case 'choice.takenBack': {
      const { restore, coding } = carried(entry);
      // `as`: of a choice the choice itself is restored.
      return { ...file, ...coding, choice: restore as unknown as CaseFile['choice'] };
    }
    case 'status.takenBack':
      return { ...file, ...carried(entry).restore };
    case 'case.merged':
    case 'case.parted':
      return { ...file, ...carried(entry).now };
    case 'case.assigned':
      return { ...file, unitId: carried(entry).unitId, caseworkerId: carried(entry).caseworkerId };
    case 'contact.registered':
      // `as`: an event of this type is a contact.
      return { ...file, contacts: [...file.contacts, entry.event as unknown as CaseFile['contacts'][number]] };
    case 'contact.withdrawn':
      return { ...file, ...withoutContact(file, carried(entry).entry) };
    default:
      return file;
  }
}

/** The code that was registered is not always the one asked for: a «no» to via OT turns it into its twin. */
function coded(file: CaseFile, entry: Entry, given: ChoiceCoding): Partial<CaseFile> {
  const { code } = judge(situationOf(file, given, given.to));
  const status: RegisteredCode | null = code !== null && isRegisteredCode(code) ? code : file.status;
  return {
    status,
    statusOn: entry.on,
    ...(given.viaOt === undefined ? {} : { viaOt: given.viaOt }),
    ...(given.atFirstContact === undefined ? {} : { atFirstContact: given.atFirstContact }),
    ...(given.activity === undefined ? {} : { activity: given.activity }),
    ...(given.reasons === undefined ? {} : { reasons: given.reasons }),
  };
}

/** What other steps say of a step. */
interface Beside {
  readonly withdrawn: ReadonlySet<number>;
  readonly entry: (of: number) => Entry | undefined;
  /** Steps by which VIGO sent a youth again who had been sent back. */
  readonly reopening: ReadonlySet<number>;
}

/** When, by whom, and whom they stood in for. */
function headOf(entry: Entry, words: HistoryWords) {
  const behalf = words.person(entry.onBehalfOf);
  return {
    ...{ id: String(entry.sequence), on: entry.on, at: entry.at, by: words.person(entry.by) },
    ...(behalf === undefined ? {} : { onBehalfOf: behalf }),
  };
}

function eventOf(
  entry: Entry,
  before: CaseFile,
  after: CaseFile,
  words: HistoryWords,
  beside: Beside,
): HistoryEvent | undefined {
  const head = headOf(entry, words);
  const unit = words.unit(after.unitId);
  const changed = (field: string): HistoryEvent => ({ ...head, what: 'changed', fields: [field] });
  switch (entry.type) {
    case 'transfer.received':
      if (beside.reopening.has(entry.sequence))
        return { ...head, what: 'reopened', reason: after.transfer ?? undefined };
      return { ...head, what: 'transferred', transfer: after.transfer ?? undefined, unit };
    case 'status.set':
      return {
        ...head,
        what: 'coded',
        from: before.status ?? undefined,
        to: after.status ?? carried(entry).to,
        reason: carried(entry).override?.reason,
      };
    case 'status.takenBack':
      return after.status === null
        ? changed('status')
        : { ...head, what: 'coded', from: before.status ?? undefined, to: after.status, reason: undefined };
    case 'contact.registered':
      return {
        ...head,
        what: 'contacted',
        contact: words.contact(entry, before.reasons),
        withdrawn: beside.withdrawn.has(entry.sequence),
      };
    case 'contact.withdrawn': {
      const registered = beside.entry(carried(entry).of);
      return registered && { ...head, what: 'withdrawn', contact: words.contact(registered, before.reasons) };
    }
    case 'case.assigned':
      return { ...head, what: 'assigned', to: words.person(after.caseworkerId), unit };
    case 'choice.made':
    case 'choice.takenBack': {
      const to = after.status === before.status ? undefined : (after.status ?? undefined);
      return { ...head, what: 'chosen', choice: after.choice ?? undefined, to };
    }
    case 'letter.cameBack':
      return { ...head, what: 'letter-back', toGuardian: carried(entry).addressee !== 'youth' };
    case 'return.sent':
      return { ...head, what: 'returned', reason: before.status ?? undefined };
    default: {
      const field = changedBy[entry.type];
      return field === undefined ? undefined : changed(field);
    }
  }
}

/** Steps of which the history says that something was changed, and what. */
const changedBy: Readonly<Record<string, string>> = {
  'transfer.withdrawn': 'onList',
  'leaving.noted': 'leaving',
  'leaving.reminded': 'schoolReminded',
  'nav.checked': 'navMeeting',
  'case.merged': 'merged',
  'case.parted': 'parted',
};
