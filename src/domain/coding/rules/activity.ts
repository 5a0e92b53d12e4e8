import { familyOf, measureCodes } from '../families.ts';
import { lastSaid } from '../known.ts';
import { type Answer, type Asked, allowed, refused, rule, sources, warned } from '../rule.ts';
import type { ActivityKind } from '../situation.ts';

const saidKinds: Readonly<Record<'in-school' | 'in-work', readonly ActivityKind[]>> = {
  'in-school': ['school', 'private-school', 'apprentice'],
  'in-work': ['work', 'apprentice'],
};

/** OTAR, OTEV, OTVF and OTLL (and their twins) each name one kind of activity (list; OTEV's width 2015–16 from the briefing). */
export const activityFitsCode = rule({
  id: 'activity-fits-code',
  source: sources.list,
  whys: ['same-activity', 'other-activity', 'says-other'],
  judge: ({ known, code }) => {
    const family = familyOf(code, known.situation.on);
    if (!family) return undefined;
    if (known.kind !== null) {
      const facts = { activity: known.kind };
      if (family.kinds.includes(known.kind)) return allowed('same-activity', facts);
      // OTGK is a planned basic-competence course: it may be run as a school course.
      return code === 'OTGK' && known.kind === 'school' ? undefined : refused('other-activity', facts);
    }
    const said = lastSaid(known, ['in-school', 'in-work'])?.what;
    if (said !== 'in-school' && said !== 'in-work') return undefined;
    return saidKinds[said].some((kind) => family.kinds.includes(kind)) ? undefined : warned('says-other', { said });
  },
});

/** A youth at work who wants help to more work is OTOV; there is no least number of hours in OTAR (briefing). */
export const workAndWantsMore = rule({
  id: 'work-and-wants-more',
  source: sources.briefing,
  whys: ['wants-follow-up'],
  judge: ({ known, code }) =>
    code === 'OTAR' &&
    known.situation.viaOt !== 'yes' &&
    lastSaid(known, ['wants-follow-up', 'in-work', 'no-to-ot'])?.what === 'wants-follow-up'
      ? warned('wants-follow-up')
      : undefined,
});

type MeasureWhy =
  | 'no-measure'
  | 'who-runs-it-unknown'
  | 'county-alone'
  | 'nav-alone'
  | 'together'
  | 'municipality-and-nav'
  | 'with-nav'
  | 'not-nav-alone'
  | 'one-body-alone'
  | 'without-nav'
  | 'not-the-county';

/**
 * OTOA is the county's own, without NAV and outside ordinary upper secondary; OTAP is purely NAV's; OTKO is what is neither (briefing).
 * The list names county or municipality with NAV for OTKO from 2021; before that the county only, and the briefing's wider words are the
 * ground for a warning. A measure without NAV that is not the county's alone has no code that is surely right: warned.
 */
export const whoRunsTheMeasure = rule<MeasureWhy>({
  id: 'who-runs-the-measure',
  source: `${sources.list}; ${sources.briefing}`,
  whys: [
    'no-measure',
    'who-runs-it-unknown',
    'county-alone',
    'nav-alone',
    'together',
    'municipality-and-nav',
    'with-nav',
    'not-nav-alone',
    'one-body-alone',
    'without-nav',
    'not-the-county',
  ],
  judge: (asked) => {
    const { known, code } = asked;
    if (!measureCodes.includes(code)) return undefined;
    if (known.kind !== null && known.kind !== 'measure') return refused('no-measure', { activity: known.kind });
    if (known.runBy.length === 0) return warned('who-runs-it-unknown');
    if (code === 'OTOA') return countyMeasure(asked);
    if (code === 'OTAP') return isAlone(asked, 'nav') ? allowed('nav-alone') : refused('not-nav-alone');
    return combinedMeasure(asked);
  },
});

const has = ({ known }: Asked, runner: 'county' | 'municipality' | 'nav'): boolean => known.runBy.includes(runner);
const isAlone = (asked: Asked, runner: 'county' | 'nav'): boolean =>
  asked.known.runBy.every((one) => one === runner) && has(asked, runner);

function countyMeasure(asked: Asked): Answer<MeasureWhy> {
  if (has(asked, 'nav')) return refused('with-nav');
  if (isAlone(asked, 'county')) return allowed('county-alone');
  return has(asked, 'county') ? warned('without-nav') : refused('not-the-county');
}

function combinedMeasure(asked: Asked): Answer<MeasureWhy> {
  if (isAlone(asked, 'county') || isAlone(asked, 'nav')) return refused('one-body-alone');
  if (!has(asked, 'nav')) return warned('without-nav');
  if (has(asked, 'county') || asked.known.situation.on >= '2021-04-01') return allowed('together');
  return warned('municipality-and-nav');
}
