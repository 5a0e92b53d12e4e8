import { sql } from 'kysely';
import type { CaseFile } from '#domain/youth/case-file.ts';
import type { HistoryEvent } from './answers/youth.ts';
import { type HistoryWords, historyOf } from './history.ts';
import { type Entry, entriesOf } from './journal.ts';
import type { Tabled } from './ports.ts';

/** A case whose history another one has taken over, with its own journal. */
export interface TakenOver {
  readonly caseId: string;
  readonly begun: CaseFile;
  readonly entries: readonly Entry[];
}

/** The cases that were made part of this one, and are so still. */
export async function takenOverBy(db: Tabled, caseId: string): Promise<readonly TakenOver[]> {
  const rows = await db
    .selectFrom('person_merge')
    .innerJoin('standing', (join) => join.on('standing.subject', '=', sql<string>`'youth/' || person_merge.away_case`))
    .select(['away_case', 'input'])
    .where('kept_case', '=', caseId)
    .where('undone_at', 'is', null)
    .orderBy('recorded_at')
    .execute();
  return Promise.all(
    rows.map(async ({ away_case, input }) => ({
      caseId: away_case,
      // `as`: a youth's standing begins with a case file.
      begun: input as unknown as CaseFile,
      entries: await entriesOf(db, `youth/${away_case}`),
    })),
  );
}

/** A case's own story with those it has taken over, the newest first; what was a step of another case keeps a name of its own. */
export function historyOfAll(
  begun: CaseFile,
  entries: readonly Entry[],
  takenOver: readonly TakenOver[],
  words: HistoryWords,
): readonly HistoryEvent[] {
  const own = historyOf(begun, entries, words);
  const others = takenOver.flatMap((other, index) =>
    historyOf(other.begun, other.entries, words).map((event) => named(event, `m${index + 1}-`)),
  );
  return others.length === 0 ? own : [...own, ...others].sort((a, b) => b.at - a.at);
}

/** Contacts too: nobody may take one back here, for it is a step of the other case. */
function named(event: HistoryEvent, prefix: string): HistoryEvent {
  const id = `${prefix}${event.id}`;
  if (event.what !== 'contacted' && event.what !== 'withdrawn') return { ...event, id };
  return { ...event, id, contact: { ...event.contact, id: `${prefix}${event.contact.id}`, mayWithdraw: false } };
}
