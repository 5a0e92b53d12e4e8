import type { Day } from '#domain/calendar/day.ts';
import type { YouthRecord } from '#domain/person/youth-record.ts';
import { daysIn } from './read-day.ts';
import type { RowReader } from './source-row.ts';

/** The unit and caseworker the list names, and the school. A unit column may hold a number, a name, or both. */
export function readUnit(
  row: RowReader,
): Pick<YouthRecord, 'unitNumber' | 'unitName' | 'school' | 'caseworkerLogin' | 'caseworkerName'> {
  const [, eitherNumber = '', eitherName = ''] = /^(\d+)?[ ,:-]*(.*)$/s.exec(row.text('unit')) ?? [];
  const unitNumber = row.text('unitNumber') || eitherNumber;
  const unitName = row.text('unitName') || eitherName;
  const school = row.text('school');
  const either = row.text('caseworker');
  const isLogin = either !== '' && (/^\S+@\S+$/.test(either) || /^[a-zæøå0-9._-]+$/.test(either));
  const login = row.text('caseworkerLogin') || (isLogin ? either : '');
  const name = row.text('caseworkerName') || (isLogin ? '' : either);
  return {
    ...(unitNumber !== '' && { unitNumber }),
    ...(unitName !== '' && { unitName }),
    ...(school !== '' && { school }),
    ...(login !== '' && { caseworkerLogin: login }),
    ...(name !== '' && { caseworkerName: name }),
  };
}

/** The course of the feed's `elevkurs`; a day that cannot be read is noted, since nothing rests on it. */
export function readCourse(row: RowReader): Pick<YouthRecord, 'course'> {
  const code = row.text('courseCode');
  const name = row.text('courseName');
  const from = readDay(row, 'courseFrom');
  const to = readDay(row, 'courseTo');
  const course = { ...(code && { code }), ...(name && { name }), ...(from && { from }), ...(to && { to }) };
  return Object.keys(course).length > 0 ? { course } : {};
}

function readDay(row: RowReader, field: 'courseFrom' | 'courseTo'): Day | undefined {
  const at = row.first(field);
  if (at === undefined || row.text(field) === '') return undefined;
  const [day] = daysIn(at.cell);
  if (day === undefined) row.note('intake.note.courseDay', at);
  return day;
}
