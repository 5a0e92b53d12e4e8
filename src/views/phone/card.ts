import type { Actor } from '#domain/access/actor.ts';
import { mayCode, maySeeYouth, mayWithdrawContact } from '#domain/access/may.ts';
import { type Day, parseDay } from '#domain/calendar/day.ts';
import { caseId } from '#domain/ids.ts';
import { fullName } from '#domain/person/name.ts';
import { isMinorOn } from '#domain/target-group.ts';
import { ageOn } from '../age.ts';
import type { PhoneCard } from '../answers/phone.ts';
import { contactEntry } from '../contact-entries.ts';
import { entriesOf } from '../journal.ts';
import type { Asking } from '../ports.ts';
import { namesOf } from '../staff-names.ts';
import { caseOf, fileOf, guardedOf, letterBackOf } from '../youth.ts';
import { numbersOf } from './numbers.ts';

interface Ask {
  readonly actor: Actor;
  readonly runId: string;
  readonly driveId: string;
  readonly id: string;
  readonly today: Day;
}

/** The youth as the one who rings needs to know them; undefined where they may not. */
export async function phoneCard(asking: Asking, ask: Ask): Promise<PhoneCard | undefined> {
  const { db, ports } = asking;
  const { actor, runId, driveId, id, today } = ask;
  const [row, person, card] = await Promise.all([
    caseOf(db, runId, id),
    ports.register.readPersonOf(id),
    db
      .selectFrom('phone_card')
      .select(['tries', 'call_back', 'available_at'])
      .where('drive_id', '=', driveId)
      .where('case_id', '=', id)
      .executeTakeFirst(),
  ]);
  if (!row || !person || !card || !maySeeYouth(actor, guardedOf(row))) return undefined;
  const guarded = guardedOf(row);
  const born = parseDay(row.born_on ?? '');
  const { record } = person;
  const numbers = numbersOf(record);
  const unit = await db.selectFrom('unit').select('name').where('unit_id', '=', row.unit_id).executeTakeFirst();
  const { earlier, caseworker, draft } = await said(asking, ask, row);
  return {
    caseId: caseId(id),
    name: person.name,
    firstName: record.name.first,
    age: born && ageOn(born, today),
    minor: born !== undefined && isMinorOn(born, today),
    protected: guarded.isProtected,
    unit: unit?.name ?? '',
    language: record.languageForm ?? 'nb',
    transfer: fileOf(row).transfer ?? undefined,
    caseworker,
    numbers,
    guardians: (record.guardians ?? []).map(({ name }) => fullName(name)),
    noMobile: person.mobile === null,
    letterBack: letterBackOf(row),
    earlier,
    callBackAt: card.call_back ? card.available_at : undefined,
    tries: card.tries,
    draft,
    mayCode: mayCode(actor, guarded),
  };
}

/** What was tried before, with the notes that travel with the youth; and the caller's own note of a call they undid. */
async function said(
  { db, ports }: Asking,
  { actor, driveId, id }: Ask,
  row: NonNullable<Awaited<ReturnType<typeof caseOf>>>,
) {
  const entries = await entriesOf(db, `youth/${id}`);
  const gone = new Set(entries.flatMap(({ type, event }) => (type === 'contact.withdrawn' ? [Number(event.of)] : [])));
  const contacts = entries.filter(({ type, sequence }) => type === 'contact.registered' && !gone.has(sequence));
  const nameOf = await namesOf(db, [row.caseworker_id, ...contacts.map(({ by }) => by)]);
  const notes = await db.selectFrom('note').select(['note_id', 'text_sealed']).where('case_id', '=', id).execute();
  const noteOf = (commandId: string | null) => {
    const note = notes.find(({ note_id }) => note_id === commandId);
    return note && ports.openText(note.text_sealed);
  };
  const undone = await db
    .selectFrom('phone_call')
    .select(['call_id', 'withdrawn_at', 'at'])
    .where('drive_id', '=', driveId)
    .where('case_id', '=', id)
    .where('caller_id', '=', actor.staffId)
    .orderBy('at', 'desc')
    .executeTakeFirst();
  const guarded = guardedOf(row);
  return {
    earlier: contacts
      .toReversed()
      .slice(0, 6)
      .map((entry) =>
        contactEntry(
          entry,
          fileOf(row).reasons,
          nameOf,
          (one) => noteOf(one.commandId),
          (one) => mayWithdrawContact(actor, guarded, one.by),
        ),
      ),
    caseworker: nameOf(row.caseworker_id),
    draft: undone && undone.withdrawn_at !== null ? noteOf(undone.call_id) : undefined,
  };
}
