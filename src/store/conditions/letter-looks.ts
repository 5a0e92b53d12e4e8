import { sql, type Transaction } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import { isAddressFault } from '#domain/household/hold.ts';
import type { LetterKnowledge } from '#domain/household/letter-piece.ts';
import { lettersFor } from '#domain/household/letters-for.ts';
import { insertMany } from '../insert-many.ts';
import { letterYouth } from '../letters/letter-youth.ts';
import type { Database } from '../open.ts';
import type { Tables } from '../schema.ts';
import type { OfRun } from './question.ts';
import { getsStandardLetter } from './standard-letter.ts';

const atOnce = 500;

/**
 * Has the domain look at the letters nobody has looked at since record, postcodes or day changed: what stops a letter when it is made is
 * then what the register counts, by the same rule. A day alone changes who gets a copy.
 */
export async function lookAtLetters(
  db: Database,
  knowledge: () => Promise<LetterKnowledge>,
  asked: OfRun,
): Promise<void> {
  let known: LetterKnowledge | undefined;
  let found: number;
  do {
    const cases = await notLookedAt(db, asked);
    found = cases.length;
    if (found === 0) return;
    known ??= await knowledge();
    await lookAt(db, known, asked.today, cases);
  } while (found === atOnce);
}

async function notLookedAt(db: Database, { runId, today }: OfRun): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('youth_case')
    .select('case_id')
    .where('run_id', '=', runId)
    .where(getsStandardLetter)
    .where('case_id', 'not in', (from) =>
      from.selectFrom('letter_look').select('letter_look.case_id').where('on_day', '=', today),
    )
    .limit(atOnce)
    .execute();
  return rows.map(({ case_id }) => case_id);
}

/** In one transaction, with the records held: one that is written meanwhile is looked at after it. */
const lookAt = (db: Database, known: LetterKnowledge, today: Day, cases: readonly string[]) =>
  db.transaction().execute(async (tx) => {
    const rows = await recordsOf(tx, cases);
    await tx.deleteFrom('letter_look').where('case_id', 'in', among(cases)).execute();
    await insertMany(
      tx,
      'letter_look',
      rows.map(({ case_id, record, born_on }) => ({
        ...{ case_id, on_day: today },
        has_fault: lettersFor(letterYouth(record, born_on), today, known).holds.some(isAddressFault),
      })),
    );
  });

const recordsOf = (tx: Transaction<Tables>, cases: readonly string[]) =>
  tx
    .selectFrom('youth_case')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .select(['case_id', 'person.record', 'person.born_on'])
    .where('case_id', 'in', among(cases))
    .forShare('person')
    .execute();

const among = (cases: readonly string[]) =>
  sql<string>`(select jsonb_array_elements_text(${JSON.stringify(cases)}::jsonb))`;
