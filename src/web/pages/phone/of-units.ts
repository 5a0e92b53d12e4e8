import type { PageContext } from '../../page-context.ts';
import { paths } from '../../paths.ts';
import { phoneWords } from './words.ts';

/** Said after a lead where a drive is for some units only: its numbers are theirs. */
export const ofUnits = (c: PageContext, units: number | undefined): string =>
  units === undefined ? '' : ` ${phoneWords(c.language)('of-units', { n: units })}`;

/** The list behind the number of them all; no list has exactly those of some units. */
export const otukList = (units: number | undefined): { readonly href: string | undefined } => ({
  href: units === undefined ? paths.youths({ list: 'otuk' }) : undefined,
});
