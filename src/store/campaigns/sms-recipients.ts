import type { SmsRecipients } from '#ports/sms-recipients.ts';
import { among } from '../intake/case-rows.ts';
import type { Database } from '../open.ts';
import type { StoredRecord } from '../register/stored-record.ts';

/** What is said until the county has texts of its own. Nothing in it tells how a youth stands. */
const standIn: Readonly<Record<string, string>> = {
  nb: 'Hei {name}! Oppfølgingstjenesten i fylket vil gjerne høre hvordan det går med deg. Svar på denne meldingen eller ring oss.',
  nn: 'Hei {name}! Oppfølgingstenesta i fylket vil gjerne høyre korleis det går med deg. Svar på denne meldinga eller ring oss.',
  en: 'Hi {name}! The follow-up service of the county would like to hear how you are. Answer this message or give us a call.',
};

/** Numbers and texts on our database, read when they are needed. */
export const smsRecipients = (db: Database): SmsRecipients => ({
  numbers: async (cases) => {
    const rows = await persons(db, cases).select('mobile').where('mobile', 'is not', null).execute();
    return new Map(rows.flatMap(({ case_id, mobile }) => (mobile === null ? [] : [[case_id, mobile] as const])));
  },
  texts: async (pieces) => {
    const cases = pieces.map(({ caseId }) => caseId);
    const rows = await persons(db, cases).select('record').execute();
    // `as`: the column holds what `storedRecord` put there.
    const names = new Map(rows.map((row) => [row.case_id, (row.record as StoredRecord).name?.first ?? '']));
    return new Map(
      pieces.map(({ key, caseId, language }) => [
        key,
        (standIn[language] ?? '').replace('{name}', names.get(caseId) ?? ''),
      ]),
    );
  },
});

const persons = (db: Database, cases: readonly string[]) =>
  db
    .selectFrom('youth_case')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .select('case_id')
    .where('case_id', 'in', among([...new Set(cases)]));
