import type { Transaction } from 'kysely';
import type { PairAnswer } from '#domain/cross-check/pair-answer.ts';
import { among } from '../intake/case-rows.ts';
import type { Tables } from '../schema.ts';

/** What people have answered before about a person and a row like this one. */
export type Remembered = (personId: string, prints: readonly string[]) => PairAnswer | undefined;

/** Reads once what is remembered of any of these rows. A print that several rows of one list share tells nothing. */
export async function remembered(
  tx: Transaction<Tables>,
  rows: readonly { readonly prints: readonly string[] }[],
): Promise<Remembered> {
  const times = new Map<string, number>();
  for (const { prints } of rows) for (const print of prints) times.set(print, (times.get(print) ?? 0) + 1);
  const alone = [...times].flatMap(([print, count]) => (count === 1 ? [print] : []));
  const found =
    alone.length === 0
      ? []
      : await tx
          .selectFrom('cross_check_decision')
          .select(['person_id', 'print', 'answer'])
          .where('print', 'in', among(alone))
          .orderBy('decision_id')
          .execute();
  const newest = new Map(found.map(({ person_id, print, answer }) => [`${person_id} ${print}`, answer]));
  return (personId, prints) => {
    const said = prints.flatMap((print) => newest.get(`${personId} ${print}`) ?? [])[0];
    return said === 'same' || said === 'not-same' ? said : undefined;
  };
}
