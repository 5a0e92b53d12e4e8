import type { PlannedDate } from '#domain/plan/plan.ts';
import { shortDate } from '#texts/dates.ts';
import type { PageContext } from '../../page-context.ts';
import { shortDay } from '../../parts/dates.ts';
import { sharedWords } from '../../parts/words.ts';
import { planWords } from './words.ts';

/** The day, and why it is that day where the rule gave another. */
export function PlanDate({ c, date }: { c: PageContext; date: PlannedDate }) {
  const t = planWords(c.language);
  const notes = [
    ...(date.forecast ? [sharedWords(c.language)('forecast')] : []),
    ...(date.setByHand ? [t('set-by-hand')] : []),
    ...(date.moved ? [t(`moved.${date.moved.because}`, { day: shortDay(c.language, date.moved.from) })] : []),
  ];
  return (
    <span>
      <span class="keep">
        {shortDate(c.language, date.day)}
        {date.time !== undefined && ` ${date.time}`}
      </span>
      {notes.length > 0 && <span class="sub block">{notes.join(', ')}</span>}
    </span>
  );
}
