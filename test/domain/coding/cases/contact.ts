import {
  aged,
  call,
  cases,
  eighteen,
  email,
  guardian,
  in2026,
  letter,
  reached,
  says,
  seventeen,
  sms,
  wrote,
} from './case.ts';

const rule = 'contact-before-leaving-unknown';
const attempts = [letter, sms, email, call];

export const contactCases = [
  ...cases('OTUK stands until contact is made (briefing, OTUK)', [
    ['OTUK>OTOV', {}, 'refused', { rule: `${rule}.no-contact`, fits: ['OTUK'], lacks: ['OTOV', 'OTNO', 'OTAR'] }],
    ['OTUK>OTSY', { reasons: ['ill'] }, 'refused', { rule: `${rule}.no-contact` }],
    ['OTUK>OTMI', { reasons: ['military'] }, 'refused'],
    ['OTUK>OTAP', { activity: { kind: 'measure', runBy: ['nav'] } }, 'refused'],
    ['OTUK>OTOV', reached, 'allowed', { rule: `${rule}.youth-answered`, fits: ['OTOV'], lacks: ['OTUK'] }],
    ['->OTOV', {}, 'refused', { rule: `${rule}.no-contact` }],
    ['OTOV>OTSY', { reasons: ['ill'] }, 'allowed'],
  ]),
  ...cases('A letter, SMS or e-mail without an answer is not contact (briefing, OTUK)', [
    ['OTUK>OTOV', { contacts: [letter] }, 'refused', { rule: `${rule}.only-attempts` }],
    ['OTUK>OTOV', { contacts: [sms] }, 'refused', { rule: `${rule}.only-attempts` }],
    ['OTUK>OTOV', { contacts: [email] }, 'refused', { rule: `${rule}.only-attempts` }],
    ['OTUK>OTOV', { contacts: [call] }, 'refused', { rule: `${rule}.only-attempts` }],
    ['OTUK>OTOV', { contacts: [...attempts, ...attempts] }, 'refused', { rule: `${rule}.only-attempts` }],
    ['OTUK>OTIF', { contacts: attempts }, 'refused'],
    ['OTUK>OTUK', { contacts: attempts }, 'allowed', { rule: 'unknown-after-contact.not-reached-yet' }],
    [
      'OTUK>OTOV',
      { contacts: [{ channel: 'letter', direction: 'out' }] },
      'refused',
      { rule: `${rule}.only-attempts` },
    ],
    ['->OTOV', { transfer: 'OSON', contacts: [letter] }, 'refused', { rule: `${rule}.only-attempts` }],
  ]),
  ...cases('Only a reply permits leaving OTUK: form, phone, e-mail, SMS, drop-in, meeting (flowchart, replies)', [
    ['OTUK>OTOV', { contacts: [wrote('other', 'reply-form')] }, 'allowed'],
    ['OTUK>OTOV', { contacts: [wrote('other', 'email')] }, 'allowed'],
    ['OTUK>OTOV', { contacts: [wrote('wants-follow-up', 'sms')] }, 'allowed'],
    ['OTUK>OTOV', { contacts: [wrote('wants-follow-up', 'letter')] }, 'allowed'],
    ['OTUK>OTOV', { contacts: [wrote('other', 'phone')] }, 'allowed'],
    ['OTUK>OTOV', { contacts: [wrote('other', 'drop-in')] }, 'allowed'],
    ['OTUK>OTOV', { contacts: [says('other', 'meeting')] }, 'allowed'],
    ['OTUK>OTOV', { contacts: [says('wants-follow-up', 'letter')] }, 'allowed'],
    ['OTUK>OTOV', { contacts: [letter, sms, wrote('other')] }, 'allowed'],
    ['OTUK>OTOV', { contacts: [{ channel: 'meeting', answeredBy: 'none' }] }, 'refused'],
    [
      'OTUK>OTOV',
      { contacts: [{ channel: 'phone', direction: 'out', answeredBy: 'other' }] },
      'refused',
      { rule: `${rule}.answered-by-other` },
    ],
    [
      'OTUK>OTOV',
      { contacts: [{ channel: 'reply-form', direction: 'in' }] },
      'warned',
      { rule: `${rule}.answerer-unknown` },
    ],
    ['OTUK>OTOV', { contacts: [{ channel: 'drop-in' }] }, 'warned', { rule: `${rule}.answerer-unknown` }],
  ]),
  ...cases('A guardian may count for someone under 18, in some cases such as illness (briefing, OTUK)', [
    ...aged(seventeen, 'OTUK>OTSY', { reasons: ['ill'], contacts: [guardian()] }, 'allowed', {
      rule: `${rule}.guardian-with-reason`,
    }),
    ...aged(seventeen, 'OTUK>OTSY', { reasons: [], contacts: [guardian()] }, 'refused', {
      rule: `${rule}.guardian-without-reason`,
    }),
    ...aged(seventeen, 'OTUK>OTOV', { contacts: [guardian('wants-follow-up')] }, 'refused', {
      rule: `${rule}.guardian-without-reason`,
    }),
    ...aged(eighteen, 'OTUK>OTSY', { reasons: ['ill'], contacts: [guardian()] }, 'refused', {
      rule: `${rule}.guardian-of-age`,
    }),
    ...aged(seventeen, 'OTUK>OTBA', { reasons: ['childcare'], contacts: [guardian()] }, 'warned', {
      rule: `${rule}.guardian-other-reason`,
    }),
    ...aged(seventeen, 'OTUK>OTOV', { reasons: ['ill'], contacts: [guardian()] }, 'warned', {
      rule: 'follow-up-is-dialogue.only-guardian',
    }),
    ...aged(seventeen, 'OTUK>OTOV', { reasons: ['moved-county'], contacts: [guardian()] }, 'refused', {
      rule: `${rule}.guardian-without-reason`,
    }),
    ['OTUK>OTSY', { reasons: ['ill'], contacts: [guardian()] }, 'warned', { rule: `${rule}.guardian-age-unknown` }],
    // 18 on 1 October; the guardian answered on 20 September, when the youth was 17.
    ['OTUK>OTSY', { born: '2008-10-01', reasons: ['ill'], contacts: [guardian()] }, 'allowed', {}, [in2026]],
    ['OTUK>OTSY', { born: '2008-09-20', reasons: ['ill'], contacts: [guardian()] }, 'refused', {}, [in2026]],
    ['OTUK>OTSY', { born: '2008-09-21', reasons: ['ill'], contacts: [guardian()] }, 'allowed', {}, [in2026]],
    ...aged(eighteen, 'OTUK>OTSY', { reasons: ['ill'], contacts: [guardian(), says('other')] }, 'allowed', {
      rule: `${rule}.youth-answered`,
    }),
  ]),
  ...cases('Never back to OTUK after contact in the same school year (inferred from the meaning of OTUK)', [
    ['OTOV>OTUK', reached, 'refused', { rule: 'unknown-after-contact.contact-this-year', lacks: ['OTUK'] }],
    ['OTUK>OTUK', reached, 'refused', { rule: 'unknown-after-contact.contact-this-year' }],
    ['->OTUK', reached, 'refused'],
    ['OTOV>OTUK', {}, 'refused', { rule: 'unknown-after-contact.status-shows-contact' }],
    ['OTNO>OTUK', {}, 'refused'],
    ['OTAR>OTUK', { contacts: [letter] }, 'refused'],
    ['OTAR_IM>OTUK', {}, 'warned', { rule: 'unknown-after-contact.first-contact-was-made' }],
    ['->OTUK', { transfer: 'OSON' }, 'allowed'],
    ['->OTUK', { transfer: 'OESL', contacts: [letter, sms] }, 'allowed'],
    [
      'OTUK>OTUK',
      { contacts: [{ channel: 'sms', direction: 'in' }] },
      'warned',
      { rule: 'unknown-after-contact.contact-in-doubt' },
    ],
    [
      'OTOV>OTUK',
      { contacts: [{ channel: 'sms', direction: 'in' }] },
      'refused',
      { rule: 'unknown-after-contact.status-shows-contact' },
    ],
    ['Feil>OTUK', { transfer: 'OSNP' }, 'allowed'],
    ['->OTUK', { activity: { kind: 'school' } }, 'warned', { rule: 'unknown-with-activity.activity-on-record' }],
    ['ELVG_IM>OTUK', {}, 'warned', { rule: 'unknown-after-contact.was-worked-with' }, [in2026]],
    ['OTOV>OTUK', { on: '2026-07-31', contacts: [{ ...says('other'), on: '2025-08-01' }] }, 'refused', {}, [in2026]],
  ]),
  ...cases(
    'A new school year, from 1 August, may start again from a transfer code; whether OTUK and old contact then hold was not found',
    [
      [
        'OTOV>OTUK',
        { on: '2026-08-01', contacts: [{ ...says('other'), on: '2026-07-31' }] },
        'warned',
        { rule: 'unknown-after-contact.known-last-year' },
        [in2026],
      ],
      [
        '->OTUK',
        { transfer: 'OSON', contacts: [{ ...says('other'), on: '2026-05-02' }] },
        'warned',
        { rule: 'unknown-after-contact.known-last-year' },
        [in2026],
      ],
      [
        'OTUK>OTOV',
        { contacts: [{ ...says('other'), on: '2026-07-31' }] },
        'warned',
        { rule: `${rule}.earlier-school-year` },
        [in2026],
      ],
      ['OTUK>OTOV', { contacts: [{ ...says('other'), on: '2026-08-01' }] }, 'allowed', {}, [in2026]],
      [
        'OTUK>OTOV',
        { contacts: [{ ...letter, on: '2026-07-31' }] },
        'refused',
        { rule: `${rule}.only-attempts` },
        [in2026],
      ],
      [
        'OTUK>OTOV',
        { contacts: [{ ...says('other'), on: '2026-10-16' }] },
        'refused',
        { rule: `${rule}.no-contact` },
        [in2026],
      ],
      ['OTUK>OTOV', { contacts: [{ ...says('other'), on: '2026-10-15' }] }, 'allowed', {}, [in2026]],
      ['OTUK>OTOV', { contacts: [{ ...says('other'), on: null }] }, 'allowed', {}, [in2026]],
    ],
  ),
  ...cases('Own-contact youths get a new status at the transfer, not OTUK: warn, do not block (flowchart, transfer)', [
    ['->OTOV', { transfer: 'OSON' }, 'warned', { rule: `${rule}.own-contact`, fits: ['OTUK', 'OTOV'] }],
    ['->OTOV', { transfer: 'OSVE', contacts: [] }, 'warned', { rule: `${rule}.own-contact` }],
    ['OTUK>OTOV', { transfer: 'OSON' }, 'refused', { rule: `${rule}.no-contact` }],
    ['->OTNO', { transfer: 'OSON' }, 'refused', { rule: 'declined-needs-explicit-no.silence' }],
  ]),
];
