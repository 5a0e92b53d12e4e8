import { lastAgeOn, lowestAge } from '../../target-group.ts';
import { rule, sources, warned } from '../rule.ts';

/**
 * Groups 1–4 are for the ages the service covers. Warned, not refused: the year changes in the middle of a school year, and what code a
 * youth gets who outgrows the group was not found. The lower age is only told on a supplier's page.
 */
export const targetGroupAge = rule({
  id: 'target-group-age',
  source: sources.law,
  whys: ['too-old', 'too-young'],
  judge: ({ known, group }) => {
    const { age, on } = known.situation;
    if (group === 5 || age.target === null || age.target === 'covered') return undefined;
    return age.target === 'above' ? warned('too-old', { age: lastAgeOn(on) }) : warned('too-young', { age: lowestAge });
  },
});
