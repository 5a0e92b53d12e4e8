import { addDays } from '#domain/calendar/arithmetic.ts';
import { type Day, parseDay } from '#domain/calendar/day.ts';
import { longDate } from '#texts/dates.ts';
import {
  type AskedInRun,
  type AskedSignedIn,
  back,
  commandOf,
  go,
  one,
  refusedWith,
  type Shown,
  show,
} from '../asked.ts';
import { NoYearPage } from '../pages/year/no-year-page.tsx';
import { YearPage } from '../pages/year/year-page.tsx';
import { sharedWords } from '../parts/words.ts';
import { paths } from '../paths.ts';
import { permits } from '../permissions.ts';

export async function year({ c, needs, actor, run }: AskedSignedIn): Promise<Shown> {
  if (!run) return show(<NoYearPage c={c} />);
  if (!permits(actor, 'year.see')) return { kind: 'error', error: 'forbidden', refusals: [] };
  return show(<YearPage c={c} year={await needs.views.year(actor, run.runId, run.today)} />);
}

/** A rehearsal goes on by a day, a week, or to a day; never the real clock. */
export async function forward(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, run } = asked;
  const to = dayAskedFor(asked);
  if (!to) return go(back(asked, paths.year));
  const outcome = await needs.desk.rehearsal.forward(actor, { commandId: commandOf(asked), runId: run.runId, to });
  if (!outcome.ok) return refusedWith(outcome.refusals);
  const receipt = sharedWords(c.language)('rehearsal.day', { day: longDate(c.language, outcome.value.today) });
  return go(back(asked, paths.year), receipt);
}

function dayAskedFor({ body, run }: AskedInRun): Day | undefined {
  switch (one(body, 'by')) {
    case 'day':
      return addDays(run.today, 1);
    case 'week':
      return addDays(run.today, 7);
    default:
      return parseDay(one(body, 'to') ?? '');
  }
}
