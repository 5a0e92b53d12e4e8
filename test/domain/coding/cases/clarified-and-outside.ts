import { cases, in2013, in2015, in2018, in2026, letter, reached, says } from './case.ts';

const why = (...reasons: readonly string[]) => ({ ...reached, reasons });
const older = [in2013, in2015];
const later = [in2018, in2026];

export const clarifiedCases = [
  ...cases('OTMI, OTBA and OTSY name a reason (list, group 4)', [
    ['OTUK>OTMI', why('military'), 'allowed', { group: 4, target: true, rule: 'after-service.remind' }],
    ['OTUK>OTBA', why('childcare'), 'allowed', { rule: 'deferment.offer-guidance' }],
    ['OTUK>OTSY', why('ill'), 'allowed', { rule: 'deferment.offer-guidance' }],
    [
      'OTUK>OTMI',
      why('ill'),
      'refused',
      { rule: 'clarified-needs-reason.another-reason', fits: ['OTSY'], lacks: ['OTMI', 'OTBA'] },
    ],
    ['OTUK>OTBA', why('military'), 'refused'],
    ['OTUK>OTSY', why(), 'refused'],
    ['OTUK>OTSY', reached, 'warned', { rule: 'clarified-needs-reason.reason-unknown' }],
    ['OTOV>OTMI', {}, 'warned'],
    ['OTUK>OTSY', why('ill', 'childcare'), 'allowed', { fits: ['OTSY', 'OTBA'] }],
    [
      'OTUK>OTMI',
      { ...why('military'), activity: { kind: 'work' } },
      'warned',
      { rule: 'clarified-beside-activity.activity-open' },
    ],
  ]),
  ...cases('OTIF is training that gives no formal competence (list, 4.5)', [
    ['OTUK>OTIF', reached, 'allowed', { group: 4 }],
    ['OTUK>OTIF', { ...reached, activity: { kind: 'school' } }, 'warned', { rule: 'informal-training.is-it-formal' }],
    [
      'OTUK>OTIF',
      { ...reached, activity: { kind: 'work' } },
      'refused',
      { rule: 'informal-training.another-activity' },
    ],
    ['OTUK>OTIF', { ...reached, activity: { kind: 'measure', runBy: ['nav'] } }, 'refused'],
    ['OTUK>OTIF', { ...reached, activity: { kind: 'apprentice' } }, 'refused'],
  ]),
];

export const outsideCases = [
  ...cases('Feil: registered by mistake, wrong age or already completed; back to VIGO (list 5.5; flowchart)', [
    [
      'OTUK>Feil',
      { reasons: ['registered-by-mistake'] },
      'allowed',
      { group: 5, target: false, rule: 'return-to-vigo.send-back-and-tell' },
    ],
    ['->Feil', { transfer: 'OSON', reasons: ['registered-by-mistake'] }, 'allowed'],
    ['OTUK>Feil', { contacts: [letter], reasons: ['registered-by-mistake'] }, 'allowed'],
    ['OTUK>Feil', { reasons: [] }, 'refused', { rule: 'outside-needs-reason.another-reason' }],
    ['OTUK>Feil', { reasons: ['abroad'] }, 'refused'],
    ['OTUK>Feil', {}, 'warned', { rule: 'outside-needs-reason.reason-unknown' }],
    ['OTUK>Feil', { born: '1985-01-01' }, 'allowed', { rule: 'outside-needs-reason.wrong-age' }],
    ['OTUK>Feil', { born: '1985-01-01', reasons: [] }, 'allowed'],
    [
      'OTUK>OTOV',
      { ...reached, reasons: ['registered-by-mistake'] },
      'warned',
      { rule: 'register-speaks-against.registered-by-mistake' },
    ],
  ]),
  ...cases('OTFA: registered residence in another county, through the own admissions office (briefing, OTFA)', [
    [
      'OTUK>OTFA',
      { reasons: ['moved-county'] },
      'allowed',
      { group: 5, target: false, rule: 'return-to-vigo.through-admissions-office' },
      older,
    ],
    [
      'OTUK>OTFA_IM',
      { reasons: ['moved-county'] },
      'allowed',
      { group: 5, target: false, rule: 'return-to-vigo.through-admissions-office' },
      later,
    ],
    ['OTUK>OTFA_IM', { reasons: ['abroad'] }, 'refused', {}, later],
    ['OTUK>OTFA_IM', { reasons: [] }, 'refused', {}, later],
    ['OTUK>OTFA_IM', {}, 'warned', {}, later],
    [
      'OTUK>OTOV',
      { ...reached, reasons: ['moved-county'] },
      'warned',
      { rule: 'register-speaks-against.moved-county' },
    ],
    ['OTFA_IM>OTOV', {}, 'warned', { rule: 'contact-before-leaving-unknown.was-outside' }, later],
  ]),
  ...cases('OTFU: emigrated or long abroad without formal education; not when OT follows up (briefing, OTFU)', [
    ['OTUK>OTFU', { reasons: ['abroad'] }, 'allowed', { group: 5, rule: 'return-to-vigo.send-back' }, older],
    ['OTUK>OTFU_IM', { reasons: ['abroad'] }, 'allowed', { group: 5, rule: 'return-to-vigo.send-back' }, later],
    ['OTUK>OTFU_IM', { reasons: ['abroad'], activity: { kind: 'work' } }, 'allowed', {}, later],
    [
      'OTUK>OTFU_IM',
      { reasons: ['abroad'], activity: { kind: 'school' } },
      'refused',
      { rule: 'abroad-without-school.in-education' },
      later,
    ],
    [
      'OTUK>OTFU_IM',
      { reasons: ['abroad'], contacts: [says('wants-follow-up')] },
      'warned',
      { rule: 'abroad-without-school.wants-follow-up', fits: ['OTOV'] },
      later,
    ],
    ['OTUK>OTFU_IM', { reasons: ['abroad'], activity: { runBy: ['nav'] } }, 'warned', {}, later],
    ['OTUK>OTFU_IM', { reasons: ['ill'] }, 'refused', {}, later],
    ['OTUK>OTOV', { reasons: ['abroad'], contacts: [says('wants-follow-up')] }, 'allowed'],
  ]),
  ...cases(
    'ELVG and ELGS: pupils OT works with beforehand; a pupil who leaves gets another code (list 5.1–5.2; briefing, ELVG)',
    [
      ['->ELVG', { activity: { kind: 'school' } }, 'allowed', { group: 5, target: false }, older],
      ['->ELVG_IM', { activity: { kind: 'school' } }, 'allowed', { group: 5, target: false }, later],
      ['->ELVG_IM', { activity: { kind: 'apprentice' } }, 'allowed', {}, later],
      [
        'ELVG_IM>ELVG_IM',
        { activity: { kind: 'work' } },
        'refused',
        { rule: 'preventive-upper-secondary.not-a-pupil' },
        later,
      ],
      ['ELVG_IM>ELVG_IM', { transfer: 'OESL' }, 'warned', { rule: 'preventive-upper-secondary.has-left' }, later],
      ['ELVG_IM>OTOV', {}, 'allowed', {}, later],
      ['OTUK>ELVG_IM', {}, 'warned', { rule: 'preventive-upper-secondary.pupil-not-known' }, later],
      ['OTUK>ELVG', { contacts: [says('wants-follow-up')] }, 'warned', {}, older],
      ['->ELVG_IM', { transfer: 'OSON' }, 'warned', {}, later],
      ['->ELVG_IM', {}, 'allowed', {}, later],
      ['OTUK>ELVG_IM', { atFirstContact: 'apprentice' }, 'allowed', {}, later],
      ['OTUK>ELVG_IM', { contacts: [says('in-school')] }, 'allowed', {}, later],
      ['->ELGS_IM', {}, 'allowed', { group: 5, target: false }, later],
      ['->ELGS', { activity: { kind: 'school' } }, 'allowed', {}, older],
      ['->ELGS_IM', { transfer: 'OSON' }, 'warned', { rule: 'preventive-lower-secondary.already-transferred' }, later],
      ['->ELGS_IM', { activity: { kind: 'apprentice' } }, 'refused', {}, later],
    ],
  ),
];

const born = (year: number, more: object = {}) => ({ born: `${year}-06-15`, ...reached, ...more });

export const ageCases = [
  ...cases(
    'To and including the year of turning 21 before 1 August 2024, 24 from then (briefing; Education Act § 9-4)',
    [
      ['OTUK>OTOV', born(1992), 'allowed', { target: true }, [in2013]],
      ['OTUK>OTOV', born(1991), 'warned', { target: false, rule: 'target-group-age.too-old' }, [in2013]],
      ['OTUK>OTOV', { born: '2003-12-31', ...reached }, 'allowed', { target: true }, ['2024-07-31']],
      ['OTUK>OTOV', { born: '2002-12-31', ...reached }, 'warned', { target: false, fits: ['Feil'] }, ['2024-07-31']],
      [
        'OTUK>OTOV',
        { born: '2002-12-31', contacts: [{ ...says('other'), on: '2024-08-01' }] },
        'allowed',
        { target: true },
        ['2024-08-01'],
      ],
      ['OTUK>OTOV', { born: '2002-01-01', ...reached }, 'allowed', { target: true }, [in2026, '2026-12-31']],
      ['OTUK>OTOV', { born: '2001-12-31', ...reached }, 'warned', { target: false }, [in2026]],
      ['OTUK>OTOV', { born: '2002-01-01', ...reached }, 'warned', { target: false }, ['2027-01-01']],
      ['OTUK>OTUK', { born: '1990-01-01' }, 'warned', { target: false }],
      [
        'OTUK>OTOV',
        { born: '2012-01-01', ...reached },
        'warned',
        { target: false, rule: 'target-group-age.too-young' },
        [in2026],
      ],
      ['OTUK>OTOV', { born: '2011-12-31', ...reached }, 'allowed', { target: true }, [in2026]],
      ['OTUK>Feil', { born: '2012-01-01', reasons: [] }, 'allowed', { target: false }, [in2026]],
    ],
  ),
];
