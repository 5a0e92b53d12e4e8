import { expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import { isOpen, staleIn } from '#domain/youth/stale.ts';
import { aCase } from '../../machines/grounds.ts';

const today = day('2026-08-17');
const heard = (on: string): CaseFile['contacts'] => [
  { on: day(on), channel: 'phone', direction: 'out', answeredBy: 'youth', says: null },
];
const coded = (status: CaseFile['status'], on: string, more: Partial<CaseFile> = {}) =>
  aCase({ status, statusOn: day(on), contacts: heard('2026-06-01'), ...more });

it.each([
  ['nothing, when the youth was heard of in June and is followed up', coded('OTOV', '2026-01-10'), []],
  ['no contact for half a year', coded('OTOV', '2026-01-10', { contacts: heard('2026-01-10') }), ['no-contact']],
  ['no contact at all, and no code', aCase(), ['never-coded', 'no-contact']],
  ['a measure that nobody has asked after', coded('OTOA', '2026-01-10'), ['measure-ended']],
  ['a measure that has just begun', coded('OTOA', '2026-06-10'), []],
  ['a code that the list no longer has', coded('OTVE', '2026-06-10'), ['code-not-valid']],
  ['service that must be over', coded('OTMI', '2025-07-01'), ['service-over']],
  ['a no of last school year, to be asked about anew', coded('OTNO', '2026-05-02'), ['offer-due']],
  ['a no of this school year', coded('OTNO', '2026-08-10'), []],
] as const)('what is stale: %s', (_, file, kinds) => {
  expect(staleIn(file, today).map(({ kind }) => kind)).toEqual(kinds);
});

it('the days without contact are a setting, and are told', () => {
  const after = { noContactDays: 30, measureDays: 180, serviceDays: 365 };

  expect(staleIn(coded('OTOV', '2026-06-01'), today, after)).toEqual([
    { kind: 'no-contact', since: '2026-06-01', days: 77 },
  ]);
});

it('a youth outside the target group, or whose case is part of another, is not open', () => {
  expect(
    [coded('OTAR_IM', '2026-06-01'), coded('OTOV', '2026-06-01', { mergedInto: 'other' }), aCase()].map(isOpen),
  ).toEqual([false, false, true]);
});
