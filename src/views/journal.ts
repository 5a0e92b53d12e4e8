import { type Day, type Instant, instant, parseDay } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import type { Asking, Tabled } from './ports.ts';
import { namesOf } from './staff-names.ts';

/** One recorded step of a subject. */
export interface Entry {
  readonly sequence: number;
  readonly type: string;
  /** As the machine heard it: codes, days and ids. */
  readonly event: Readonly<Record<string, unknown>>;
  readonly at: Instant;
  /** The day it is about; the day it was recorded where it names none. */
  readonly on: Day;
  readonly by: string | null;
  readonly onBehalfOf: string | null;
  readonly commandId: string | null;
}

/** All that is recorded of a subject, the oldest first. */
export async function entriesOf(db: Tabled, subject: string): Promise<readonly Entry[]> {
  const rows = await db
    .selectFrom('journal')
    .select([
      'sequence',
      'event_type',
      'event',
      'recorded_at',
      'effective_on',
      'by_staff',
      'on_behalf_of',
      'command_id',
    ])
    .where('subject', '=', subject)
    .orderBy('sequence')
    .execute();
  return rows.map((row) => {
    const at = instant(row.recorded_at);
    return {
      sequence: row.sequence,
      type: row.event_type,
      // `as`: the column holds events, which are plain objects.
      event: row.event as Entry['event'],
      at,
      on: parseDay(row.effective_on ?? '') ?? dayOf(at),
      by: row.by_staff,
      onBehalfOf: row.on_behalf_of,
      commandId: row.command_id,
    };
  });
}

export interface JournalLine extends Entry {
  readonly byName: string | undefined;
  readonly onBehalfOfName: string | undefined;
}

/** A subject's journal with the names of those who acted. */
export async function journalOf({ db }: Asking, subject: string): Promise<readonly JournalLine[]> {
  const entries = await entriesOf(db, subject);
  const nameOf = await namesOf(
    db,
    entries.flatMap(({ by, onBehalfOf }) => [by, onBehalfOf]),
  );
  return entries.map((entry) => ({
    ...entry,
    byName: nameOf(entry.by),
    onBehalfOfName: nameOf(entry.onBehalfOf),
  }));
}
