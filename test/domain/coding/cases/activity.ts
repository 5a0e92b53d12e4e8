import { cases, in2013, in2015, in2018, in2026, reached, says } from './case.ts';

const by = (...runBy: readonly string[]) => ({ ...reached, activity: { kind: 'measure', runBy } });
const doing = (kind: string) => ({ ...reached, activity: { kind }, viaOt: 'yes' });
const later = [in2018, in2026];
const runs = 'who-runs-the-measure';

export const activityCases = [
  ...cases('OTOA: run by the county, without NAV, outside ordinary upper secondary (briefing, OTOA)', [
    [
      'OTUK>OTOA',
      by('county'),
      'allowed',
      { rule: `${runs}.county-alone`, group: 3, target: true, lacks: ['OTAP', 'OTKO', 'OTOV'] },
    ],
    ['OTUK>OTOA', by('county', 'nav'), 'refused', { rule: `${runs}.with-nav`, fits: ['OTKO'] }],
    ['OTUK>OTOA', by('nav'), 'refused', { fits: ['OTAP'] }],
    ['OTUK>OTOA', by('municipality'), 'refused', { rule: `${runs}.not-the-county` }],
    ['OTUK>OTOA', by('county', 'municipality'), 'warned', { rule: `${runs}.without-nav` }],
    ['OTUK>OTOA', doing('school'), 'refused', { rule: `${runs}.no-measure` }],
    ['OTUK>OTOA', doing('apprentice'), 'refused'],
    ['OTUK>OTOA', reached, 'warned', { rule: `${runs}.who-runs-it-unknown` }],
    ['OTUK>OTOA', by(), 'warned', { rule: `${runs}.who-runs-it-unknown`, fits: ['OTOA', 'OTAP', 'OTKO'] }],
    ['OTUK>OTOA', { ...reached, activity: { runBy: ['county'] } }, 'allowed'],
  ]),
  ...cases('OTAP: pure NAV measures only (briefing, OTAP)', [
    ['OTUK>OTAP', by('nav'), 'allowed', { rule: `${runs}.nav-alone`, fits: ['OTAP'], lacks: ['OTOA', 'OTKO'] }],
    ['OTUK>OTAP', by('nav', 'county'), 'refused', { rule: `${runs}.not-nav-alone` }],
    ['OTUK>OTAP', by('nav', 'municipality'), 'refused'],
    ['OTUK>OTAP', by('county'), 'refused'],
    ['OTUK>OTAP', doing('work'), 'refused'],
    ['OTUK>OTAP', by('nav', 'nav'), 'allowed'],
  ]),
  ...cases('OTKO: neither pure NAV nor pure county (briefing); the list names the municipality with NAV from 2021', [
    ['OTUK>OTKO', by('county', 'nav'), 'allowed', { rule: `${runs}.together`, lacks: ['OTOA', 'OTAP'] }],
    ['OTUK>OTKO', by('county', 'municipality', 'nav'), 'allowed'],
    ['OTUK>OTKO', by('municipality', 'nav'), 'allowed', { rule: `${runs}.together` }, [in2026, '2021-04-01']],
    [
      'OTUK>OTKO',
      by('municipality', 'nav'),
      'warned',
      { rule: `${runs}.municipality-and-nav` },
      [in2013, in2015, in2018, '2021-03-31'],
    ],
    ['OTUK>OTKO', by('nav'), 'refused', { rule: `${runs}.one-body-alone` }],
    ['OTUK>OTKO', by('county'), 'refused', { rule: `${runs}.one-body-alone` }],
    ['OTUK>OTKO', by('municipality'), 'warned', { rule: `${runs}.without-nav` }],
    ['OTUK>OTKO', doing('private-school'), 'refused'],
  ]),
  ...cases('OTAR is ordinary work, no least number of hours (briefing, OTAR)', [
    ['OTUK>OTAR', doing('work'), 'allowed', { code: 'OTAR', group: 3, target: true }],
    ['OTUK>OTAR', doing('school'), 'refused', { rule: 'activity-fits-code.other-activity' }],
    ['OTUK>OTAR', doing('measure'), 'refused'],
    ['OTUK>OTAR', { contacts: [says('in-school')], viaOt: 'yes' }, 'warned', { rule: 'activity-fits-code.says-other' }],
    ['OTUK>OTAR', { contacts: [says('in-work')], viaOt: 'yes' }, 'allowed'],
  ]),
  ...cases(
    'OTEV is the pupil’s code from January 2015; private schools have their own before and from 1 July 2016 (list; briefing)',
    [
      ['OTUK>OTEV', doing('school'), 'allowed', { group: 3 }, [in2015, in2018, in2026]],
      ['OTUK>OTEV', doing('private-school'), 'allowed', {}, [in2015]],
      ['OTUK>OTEV', doing('private-school'), 'refused', { fits: ['OTVF'] }, later],
      ['OTUK>OTEV', doing('apprentice'), 'refused', {}, [in2015, in2018, in2026]],
      ['OTUK>OTVF', doing('private-school'), 'allowed', { code: 'OTVF' }, [in2013, in2018, in2026]],
      ['OTUK>OTVF', doing('school'), 'refused', {}, [in2013, in2018, in2026]],
      ['OTUK>OTVE', doing('school'), 'allowed', { fits: ['OTVE', 'OTVA', 'OTVU'], lacks: ['OTVF', 'OTEV'] }, [in2013]],
      ['OTUK>OTVA', doing('school'), 'allowed', {}, [in2013]],
      ['OTUK>OTVU', doing('school'), 'allowed', {}, [in2013]],
      ['OTUK>OTVE', doing('private-school'), 'refused', {}, [in2013]],
    ],
  ),
  ...cases('OTLL is the apprentice’s and candidate’s code from January 2015 (briefing)', [
    ['OTUK>OTLL', doing('apprentice'), 'allowed', {}, [in2015, in2018, in2026]],
    ['OTUK>OTLL', doing('school'), 'refused', {}, [in2015, in2018, in2026]],
    ['OTUK>OTLL', doing('measure'), 'refused', {}, [in2026]],
    ['OTUK>OTLE', doing('apprentice'), 'allowed', {}, [in2013]],
    ['OTUK>OTLA', doing('apprentice'), 'allowed', {}, [in2013]],
    ['OTUK>OTGK', doing('apprentice'), 'allowed', {}, [in2013]],
    ['OTUK>OTGK', doing('school'), 'allowed', {}, [in2013]],
    ['OTUK>OTLE', doing('work'), 'refused', {}, [in2013]],
  ]),
];
