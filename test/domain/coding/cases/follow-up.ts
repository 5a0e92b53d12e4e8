import { cases, guardian, in2013, in2015, in2026, letter, reached, says, wrote } from './case.ts';

const no = { contacts: [says('no-to-ot')] };

export const followUpCases = [
  ...cases('OTOV: not while in a measure or an activity (briefing, OTOV)', [
    [
      'OTAP>OTOV',
      { activity: { kind: 'measure', runBy: ['nav'] } },
      'refused',
      { rule: 'follow-up-without-activity.measure-open' },
    ],
    ['OTUK>OTOV', { ...reached, activity: { kind: 'measure', runBy: ['county'] } }, 'refused'],
    [
      'OTUK>OTOV',
      { ...reached, activity: { runBy: ['nav'] } },
      'refused',
      { rule: 'follow-up-without-activity.measure-open' },
    ],
    [
      'OTUK>OTOV',
      { ...reached, activity: { kind: 'school' } },
      'refused',
      { rule: 'follow-up-without-activity.activity-open' },
    ],
    ['OTUK>OTOV', { ...reached, activity: { kind: 'private-school' } }, 'refused'],
    ['OTUK>OTOV', { ...reached, activity: { kind: 'apprentice' } }, 'refused'],
    ['OTUK>OTOV', { ...reached, activity: { kind: 'work' } }, 'refused'],
    ['OTUK>OTOV', { contacts: [says('in-school')] }, 'warned', { rule: 'follow-up-without-activity.says-activity' }],
    ['OTUK>OTOV', { contacts: [says('in-work')] }, 'warned'],
    ['OTAP>OTOV', { activity: null }, 'allowed'],
    ['OTOV>OTOV', reached, 'allowed'],
  ]),
  ...cases('A youth at work who wants help to more work is OTOV (briefing, OTAR)', [
    [
      'OTUK>OTOV',
      { contacts: [wrote('wants-follow-up')], activity: { kind: 'work' } },
      'allowed',
      { rule: 'follow-up-without-activity.works-and-wants-more' },
    ],
    [
      'OTUK>OTAR',
      { contacts: [wrote('wants-follow-up')], activity: { kind: 'work' }, atFirstContact: 'none' },
      'warned',
      { rule: 'work-and-wants-more.wants-follow-up' },
    ],
    ['OTOV>OTAR', { contacts: [wrote('wants-follow-up')], activity: { kind: 'work' }, viaOt: 'yes' }, 'allowed'],
  ]),
  ...cases('Declining one concrete offer, or waiting for one, is still OTOV (briefing, OTOV and OTNO)', [
    ['OTUK>OTOV', { contacts: [says('no-to-offer')] }, 'allowed', { rule: 'follow-up-is-dialogue.declined-an-offer' }],
    [
      'OTUK>OTNO',
      { contacts: [says('no-to-offer')] },
      'refused',
      { rule: 'declined-needs-explicit-no.no-to-one-offer', fits: ['OTOV'], lacks: ['OTNO'] },
    ],
    ['OTUK>OTOV', { contacts: [says('wants-follow-up')] }, 'allowed'],
    ['OTIL>OTOV', {}, 'allowed', {}, [in2015]],
    ['OTUK>OTIL', reached, 'allowed', { group: 2 }, [in2013]],
    ['OTUK>OTIL', { ...reached, activity: { kind: 'measure', runBy: ['nav'] } }, 'refused', {}, [in2013]],
  ]),
  ...cases('OTNO only on an explicit no to OT itself (briefing, OTNO)', [
    [
      'OTUK>OTNO',
      no,
      'allowed',
      { rule: 'declined-needs-explicit-no.said-no', group: 4, target: true, fits: ['OTNO'] },
    ],
    ['OTOV>OTNO', no, 'allowed'],
    ['OTUK>OTNO', { contacts: [wrote('no-to-ot', 'reply-form')] }, 'allowed'],
    ['OTUK>OTNO', { contacts: [letter, wrote('no-to-ot', 'email')] }, 'allowed'],
    [
      'OTUK>OTNO',
      { contacts: [says('other')] },
      'refused',
      { rule: 'declined-needs-explicit-no.silence', fits: ['OTOV'] },
    ],
    ['OTOV>OTNO', {}, 'refused', { rule: 'declined-needs-explicit-no.silence' }],
    ['OTUK>OTNO', { contacts: [says('wants-follow-up')] }, 'refused'],
    ['OTUK>OTNO', { contacts: [says('in-work')] }, 'refused'],
    ['OTUK>OTOV', no, 'warned', { rule: 'follow-up-is-dialogue.said-no-to-ot' }],
    [
      'OTUK>OTNO',
      { contacts: [{ channel: 'reply-form', direction: 'in', says: 'no-to-ot' }] },
      'warned',
      { rule: 'declined-needs-explicit-no.answerer-unknown' },
    ],
    ['OTUK>OTNO', { contacts: [{ channel: 'phone', direction: 'out', says: 'no-to-ot' }] }, 'refused'],
    [
      'OTUK>OTNO',
      { contacts: [{ channel: 'phone', direction: 'out', answeredBy: 'other', says: 'no-to-ot' }] },
      'refused',
    ],
    [
      'OTOV>OTNO',
      {
        contacts: [
          { ...says('no-to-ot'), on: '2026-09-01' },
          { ...says('wants-follow-up'), on: '2026-09-20' },
        ],
      },
      'refused',
      { rule: 'declined-needs-explicit-no.took-it-back' },
      [in2026],
    ],
    [
      'OTOV>OTNO',
      {
        contacts: [
          { ...says('wants-follow-up'), on: '2026-09-01' },
          { ...says('no-to-ot'), on: '2026-09-20' },
        ],
      },
      'allowed',
      {},
      [in2026],
    ],
    [
      'OTOV>OTNO',
      {
        contacts: [
          { ...says('no-to-ot'), on: '2026-09-20' },
          { ...says('wants-follow-up'), on: '2026-09-01' },
        ],
      },
      'allowed',
      {},
      [in2026],
    ],
    ['OTUK>OTNO', { contacts: [{ ...says('no-to-ot'), on: '2026-11-20' }] }, 'refused', {}, [in2026]],
    [
      'OTOV>OTNO',
      { ...no, activity: { kind: 'measure', runBy: ['nav'] } },
      'warned',
      { rule: 'clarified-beside-activity.activity-open' },
    ],
  ]),
  ...cases('Silence is not a no (briefing, OTNO)', [
    ['OTUK>OTNO', { contacts: [letter, letter, letter] }, 'refused', { rule: 'declined-needs-explicit-no.silence' }],
    ['OTUK>OTNO', {}, 'refused'],
    ['OTUK>OTNO', { contacts: [{ ...letter, says: 'no-to-ot' }] }, 'refused'],
  ]),
  ...cases(
    'It is the youth who declines; a guardian answers only where a reason stands in the way, and then the reason has its code (inferred from the briefing)',
    [
      [
        'OTUK>OTNO',
        { born: '2009-12-01', contacts: [guardian('no-to-ot')] },
        'refused',
        { rule: 'declined-needs-explicit-no.guardian-said-it' },
        [in2026],
      ],
      [
        'OTUK>OTNO',
        { born: '2009-12-01', reasons: ['ill'], contacts: [guardian('no-to-ot')] },
        'refused',
        { fits: ['OTSY'] },
        [in2026],
      ],
      [
        'OTUK>OTNO',
        { born: '2009-12-01', reasons: ['abroad'], contacts: [guardian('no-to-ot')] },
        'refused',
        {},
        [in2026],
      ],
    ],
  ),
  ...cases('A code for the reason goes before OTNO (briefing, OTNO)', [
    [
      'OTUK>OTNO',
      { ...no, reasons: ['ill'] },
      'refused',
      { rule: 'reason-before-declined.reason-fits', fits: ['OTSY'], lacks: ['OTNO'] },
    ],
    ['OTUK>OTNO', { ...no, reasons: ['childcare'] }, 'refused', { fits: ['OTBA'] }],
    ['OTUK>OTNO', { ...no, reasons: ['military'] }, 'refused', { fits: ['OTMI'] }],
    ['OTUK>OTNO', { ...no, reasons: [] }, 'allowed'],
    ['OTUK>OTNO', { ...no, reasons: ['abroad'] }, 'allowed'],
  ]),
  ...cases('Follow-up is offered again every school year: a no does not last longer (briefing, OTNO)', [
    [
      'OTNO>OTNO',
      { contacts: [{ ...says('no-to-ot'), on: '2025-09-20' }] },
      'refused',
      { rule: 'declined-needs-explicit-no.last-year' },
      [in2026],
    ],
    ['OTNO>OTNO', { on: '2026-07-31', contacts: [{ ...says('no-to-ot'), on: '2025-09-20' }] }, 'allowed', {}, [in2026]],
    ['OTNO>OTOV', { contacts: [says('wants-follow-up')] }, 'allowed', {}],
    ['OTUK>OTNO', no, 'allowed', { rule: 'offer-again-next-year.each-school-year' }],
  ]),
];
