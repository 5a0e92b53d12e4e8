import { cases, in2013, in2015, in2018, in2026, letter, reached, says } from './case.ts';

const rule = 'via-ot-decides';
const doing = (kind: string, more: object) => ({ ...reached, activity: { kind }, ...more });
const work = (more: object) => doing('work', more);
const later = [in2018, in2026];
const merged = [in2015, in2018, in2026];
const outside = { group: 5, target: false } as const;
const inside = { group: 3, target: true } as const;

export const viaOtCases = [
  ...cases('“No” to via OT moves OTAR, OTEV, OTVF and OTLL outside the target group (briefing, via OT)', [
    [
      'OTUK>OTAR',
      work({ viaOt: 'no' }),
      'allowed',
      { ...outside, code: 'OTAR_IM', rule: `${rule}.moved-by-no`, fits: ['OTAR_IM'], lacks: ['OTAR'] },
    ],
    ['OTUK>OTEV', doing('school', { viaOt: 'no' }), 'allowed', { ...outside, code: 'OTEV_IM' }, merged],
    [
      'OTUK>OTVF',
      doing('private-school', { viaOt: 'no' }),
      'allowed',
      { ...outside, code: 'OTVF_IM' },
      [in2013, in2018, in2026],
    ],
    ['OTUK>OTLL', doing('apprentice', { viaOt: 'no' }), 'allowed', { ...outside, code: 'OTLL_IM' }, merged],
    ['OTOV>OTAR', { viaOt: 'no' }, 'allowed', { ...outside, code: 'OTAR_IM' }],
    [
      'OTUK>OTVE',
      doing('school', { viaOt: 'no' }),
      'allowed',
      { ...outside, code: 'OTVE_FEIL', reportCode: 'OTVE_FEIL' },
      [in2013],
    ],
    ['OTUK>OTLE', doing('apprentice', { viaOt: 'no' }), 'allowed', { ...outside, code: 'OTLE_FEIL' }, [in2013]],
    ['OTUK>OTGK', doing('apprentice', { viaOt: 'no' }), 'allowed', { ...outside, code: 'OTGK_FEIL' }, [in2013]],
  ]),
  ...cases('“Yes” stays in group 3 (briefing, via OT)', [
    [
      'OTUK>OTAR',
      work({ viaOt: 'yes' }),
      'allowed',
      { ...inside, code: 'OTAR', rule: `${rule}.arranged`, fits: ['OTAR'], lacks: ['OTAR_IM'] },
    ],
    ['OTOV>OTEV', doing('school', { viaOt: 'yes' }), 'allowed', { ...inside, code: 'OTEV' }, merged],
    ['OTOV>OTVF', doing('private-school', { viaOt: 'yes' }), 'allowed', inside, later],
    ['OTOV>OTLL', doing('apprentice', { viaOt: 'yes' }), 'allowed', inside, merged],
    ['OTUK>OTAR', work({ viaOt: 'yes', atFirstContact: 'none' }), 'allowed', inside],
  ]),
  ...cases('The status when OT first reached the youth decides (briefing, slides 16 and 20–22)', [
    [
      'OTUK>OTAR',
      work({ atFirstContact: 'in-work' }),
      'allowed',
      { ...outside, code: 'OTAR_IM', rule: `${rule}.moved-by-first-contact` },
    ],
    ['OTUK>OTEV', doing('school', { atFirstContact: 'in-school' }), 'allowed', { ...outside, code: 'OTEV_IM' }, merged],
    [
      'OTUK>OTEV',
      doing('private-school', { atFirstContact: 'in-private-school' }),
      'allowed',
      { ...outside, code: 'OTEV_IM' },
      [in2015],
    ],
    [
      'OTUK>OTVF',
      doing('private-school', { atFirstContact: 'in-private-school' }),
      'allowed',
      { ...outside, code: 'OTVF_IM' },
      later,
    ],
    [
      'OTUK>OTLL',
      doing('apprentice', { atFirstContact: 'apprentice' }),
      'allowed',
      { ...outside, code: 'OTLL_IM' },
      merged,
    ],
    ['OTUK>OTAR', work({ atFirstContact: 'none' }), 'allowed', { ...inside, rule: `${rule}.came-later` }],
    [
      'OTUK>OTAR',
      work({ atFirstContact: 'in-school' }),
      'warned',
      { ...inside, rule: 'status-at-contact.was-in-activity' },
    ],
    ['OTUK>OTAR', work({ atFirstContact: 'in-school', viaOt: 'yes' }), 'allowed', inside],
    ['OTUK>OTEV', doing('school', { atFirstContact: 'in-private-school' }), 'warned', inside, later],
    ['OTUK>OTLL', doing('apprentice', { atFirstContact: 'in-work' }), 'warned', inside, merged],
    ['OTOV>OTAR', work({ atFirstContact: 'in-school' }), 'allowed', inside],
    ['OTOV>OTEV', doing('school', { atFirstContact: 'in-work' }), 'allowed', inside, merged],
    [
      'OTUK>OTAR',
      work({ atFirstContact: 'in-work', viaOt: 'yes' }),
      'warned',
      { ...outside, code: 'OTAR_IM', rule: `${rule}.yes-against-first-contact` },
    ],
    [
      'OTUK>OTEV',
      doing('school', { atFirstContact: 'in-school', viaOt: 'yes' }),
      'warned',
      { ...outside, code: 'OTEV_IM' },
      merged,
    ],
    [
      'OTUK>OTAR',
      work({ atFirstContact: 'none', viaOt: 'no' }),
      'warned',
      { ...outside, code: 'OTAR_IM', rule: `${rule}.no-against-first-contact` },
    ],
    ['OTUK>OTAR', work({ atFirstContact: 'in-work', viaOt: 'no' }), 'allowed', { ...outside, code: 'OTAR_IM' }],
    ['OTUK>OTAR', work({}), 'warned', { ...inside, rule: `${rule}.not-answered`, fits: ['OTAR'], lacks: ['OTAR_IM'] }],
    ['OTUK>OTAR', work({ atFirstContact: 'unknown' }), 'warned', { ...inside, rule: `${rule}.not-answered` }],
    // The briefing’s own example: own school place in September, reached in October.
    [
      'OTUK>OTEV',
      { contacts: [says('in-school')], atFirstContact: 'in-school', activity: { kind: 'school' }, viaOt: 'no' },
      'allowed',
      { ...outside, code: 'OTEV_IM' },
      merged,
    ],
  ]),
  ...cases('A code for “outside when first contacted” needs that “no” (briefing; list 5.6–5.9)', [
    ['OTUK>OTAR_IM', work({ viaOt: 'no' }), 'allowed', outside],
    ['OTUK>OTAR_IM', work({ atFirstContact: 'in-work' }), 'allowed', outside],
    ['OTUK>OTAR_IM', work({ viaOt: 'yes' }), 'refused', { rule: `${rule}.twin-against-yes` }],
    ['OTUK>OTAR_IM', work({}), 'refused', { rule: `${rule}.twin-needs-no` }],
    ['OTUK>OTAR_IM', work({ atFirstContact: 'none' }), 'refused', { rule: `${rule}.twin-needs-no` }],
    ['OTUK>OTAR_IM', doing('school', { viaOt: 'no' }), 'refused', { rule: 'activity-fits-code.other-activity' }],
    ['OTUK>OTEV_IM', doing('school', { atFirstContact: 'in-school' }), 'allowed', outside, merged],
    ['OTUK>OTLL_IM', doing('apprentice', { atFirstContact: 'in-school' }), 'refused', {}, merged],
    ['OTUK>OTVF_IM', doing('private-school', { viaOt: 'no' }), 'allowed', outside, later],
    ['OTUK>OTVE_FEIL', doing('school', { atFirstContact: 'in-school' }), 'allowed', outside, [in2013]],
    ['OTUK>OTVA_FEIL', doing('school', { atFirstContact: 'in-school' }), 'allowed', outside, [in2013]],
    ['OTUK>OTVU_FEIL', doing('school', { atFirstContact: 'in-school' }), 'allowed', outside, [in2013]],
    ['OTUK>OTVF_IM', doing('private-school', { atFirstContact: 'in-private-school' }), 'allowed', outside, [in2013]],
    ['OTUK>OTLE_FEIL', doing('apprentice', { atFirstContact: 'apprentice' }), 'allowed', outside, [in2013]],
    ['OTUK>OTLA_FEIL', doing('apprentice', { atFirstContact: 'apprentice' }), 'allowed', outside, [in2013]],
    ['OTUK>OTGK_FEIL', doing('apprentice', { atFirstContact: 'apprentice' }), 'allowed', outside, [in2013]],
  ]),
  ...cases(
    'The cross-check finds pupils and apprentices nobody has reached: known from a list, not from contact (flowchart, review)',
    [
      [
        'OTUK>OTEV_IM',
        { atFirstContact: 'in-school' },
        'warned',
        { rule: 'outside-without-contact.known-from-a-list' },
        merged,
      ],
      ['OTUK>OTLL_IM', { contacts: [letter], atFirstContact: 'apprentice' }, 'warned', outside, merged],
      [
        'OTUK>OTEV',
        { atFirstContact: 'in-school', activity: { kind: 'school' } },
        'warned',
        { ...outside, code: 'OTEV_IM' },
        merged,
      ],
      ['OTUK>OTAR', { contacts: [letter], viaOt: 'no' }, 'refused', { rule: 'outside-without-contact.nothing-known' }],
      [
        'OTUK>OTAR',
        { contacts: [letter], viaOt: 'yes', activity: { kind: 'work' } },
        'refused',
        { rule: 'contact-before-leaving-unknown.only-attempts' },
      ],
    ],
  ),
  ...cases('A transfer puts nobody in the target group; the status at contact does (briefing, slide 31)', [
    ['OTUK>OTOV', { ...reached, atFirstContact: 'in-school' }, 'warned', { rule: 'status-at-contact.was-in-activity' }],
    ['OTUK>OTMI', { ...reached, atFirstContact: 'apprentice', reasons: ['military'] }, 'warned'],
    ['OTUK>OTOV', { contacts: [says('wants-follow-up')], atFirstContact: 'in-work' }, 'allowed'],
    ['OTAP>OTOV', { ...reached, atFirstContact: 'in-school' }, 'allowed'],
    ['OTUK>OTOV', { ...reached, atFirstContact: 'none' }, 'allowed'],
    ['OTUK>OTOV', { ...reached, atFirstContact: 'unknown' }, 'allowed'],
  ]),
  ...cases(
    'OTAP, OTOA and OTKO with “no” are open: no code outside the target group exists; by default they stay, with a warning (inferred from the briefing)',
    [
      [
        'OTOV>OTAP',
        { viaOt: 'no', activity: { kind: 'measure', runBy: ['nav'] } },
        'warned',
        { ...inside, code: 'OTAP', rule: 'via-ot-open-cases.stays' },
      ],
      [
        'OTOV>OTOA',
        { viaOt: 'no', activity: { kind: 'measure', runBy: ['county'] } },
        'warned',
        { ...inside, code: 'OTOA' },
      ],
      [
        'OTOV>OTKO',
        { viaOt: 'no', activity: { kind: 'measure', runBy: ['county', 'nav'] } },
        'warned',
        { ...inside, code: 'OTKO' },
      ],
      ['OTOV>OTAP', { viaOt: 'yes', activity: { kind: 'measure', runBy: ['nav'] } }, 'allowed', inside],
      ['OTOV>OTAP', { activity: { kind: 'measure', runBy: ['nav'] } }, 'allowed', inside],
    ],
  ),
  ...cases(
    'The question is not put for groups 1, 2, 4 and 5.1–5.5 (inferred from the briefing: it is asked of activities)',
    [
      ['OTUK>OTOV', { ...reached, viaOt: 'no' }, 'allowed', { code: 'OTOV', target: true }],
      ['OTUK>OTSY', { ...reached, viaOt: 'no', reasons: ['ill'] }, 'allowed', { code: 'OTSY' }],
      ['OTUK>Feil', { viaOt: 'no', reasons: ['registered-by-mistake'] }, 'allowed', { code: 'Feil' }],
    ],
  ),
];
