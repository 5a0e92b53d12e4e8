import { type AskedInRun, back, commandOf, done, go, one, refusedWith, type Shown } from '../asked.ts';
import { filterWords } from '../pages/youths/filter-words.ts';
import { paths } from '../paths.ts';

/** Keeps the view that is shown under a name, and opens it. */
export async function keepFilter(asked: AskedInRun): Promise<Shown> {
  const outcome = await asked.needs.desk.filters.keep(asked.actor, {
    commandId: commandOf(asked),
    title: one(asked.body, 'title') ?? '',
    query: one(asked.body, 'query') ?? '',
    isShared: one(asked.body, 'shared') === '1',
  });
  if (!outcome.ok) return refusedWith(outcome.refusals);
  const { title, query } = outcome.value;
  return go(
    query === '' ? paths.youths() : `${paths.youths()}?${query}`,
    filterWords(asked.c.language)('receipt', { title }),
  );
}

export async function removeFilter(asked: AskedInRun): Promise<Shown> {
  const outcome = await asked.needs.desk.filters.remove(asked.actor, { filterId: one(asked.body, 'filter') ?? '' });
  return done(asked, outcome, back(asked, paths.youths()), filterWords(asked.c.language)('receipt.removed'));
}
