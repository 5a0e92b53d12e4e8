import { type Insertable, sql } from 'kysely';
import { numberMaker } from '#demo/national-id.ts';
import { chanceFrom } from '#demo/random.ts';
import { day } from '#domain/calendar/day.ts';
import { newCampaign } from '#domain/campaign/campaign-file.ts';
import { gapsOf, leavingOf } from '#domain/youth/leaving.ts';
import { mergeableOf } from '#domain/youth/merge.ts';
import type { roomsOn } from '#src/wiring.ts';
import { insertMany } from '#store/insert-many.ts';
import type { Database } from '#store/open.ts';
import type { Tables } from '#store/schema.ts';
import type { Sealing } from '#store/sealing.ts';
import { aJob } from '#test/letters/jobs.ts';
import {
  type AStaff,
  type AYouth,
  at,
  fileOf,
  inputsFor,
  journalRow,
  startRun,
  units,
  writeCounty,
  writeYouths,
} from '#test/views/county.ts';

/** A day in the phone drive, at ten. */
export const markedDay = '2026-11-04';
const now = at(markedDay, '10:00');

const one = (id: string, role: AStaff['roles'][number]['role'], unit?: string): AStaff => ({
  id,
  name: `Tilsett ${id}`,
  roles: [unit === undefined ? { role } : { role, unit }],
});
export const markedStaff: readonly AStaff[] = [
  one('manager', 'manager'),
  one('admissions', 'admissions_office'),
  one('process', 'process_owner'),
  one('system', 'system_owner'),
  one('super', 'super_user'),
  one('reviewer', 'review_group'),
  one('office', 'office_staff', 'north'),
  one('own', 'adviser', 'north'),
  one('north', 'adviser', 'north'),
  one('south', 'adviser', 'south'),
  one('substitute', 'adviser', 'south'),
  { id: 'both', name: 'Tilsett both', roles: [{ role: 'process_owner' }, { role: 'adviser', unit: 'south' }] },
];

/** Youths of two units, plain and protected, each in every situation that a page is about. */
const kinds = ['secret-north', 'secret-south', 'plain-north', 'plain-south'] as const;
export type Kind = (typeof kinds)[number];
/** `stale` are last year's. */
const situations = ['otuk', 'waiting', 'returning', 'sent', 'leaver', 'rung', 'stale'] as const;
type Situation = (typeof situations)[number];

/** Whom each may see by name, as docs/privacy.md says it. */
export const sees: Readonly<Record<string, readonly Kind[]>> = {
  nobody: [],
  manager: [],
  admissions: [],
  process: [],
  system: kinds,
  super: ['plain-north', 'plain-south'],
  reviewer: ['plain-north', 'plain-south'],
  office: ['plain-north'],
  own: ['secret-north', 'plain-north'],
  north: ['plain-north'],
  south: ['plain-south'],
  substitute: ['plain-north', 'plain-south'],
  both: ['plain-south'],
};

export interface Marked {
  readonly id: string;
  readonly kind: Kind;
  readonly situation: Situation;
  /** Numbers that lead to them, their guardian's among them. */
  readonly phones: readonly string[];
  readonly number: string;
  readonly mobile: string;
  readonly surname: string;
}

const born = day('2009-09-01');
const numbers = numberMaker(chanceFrom(11));
export const marked: readonly Marked[] = kinds.flatMap((kind, k) =>
  situations.map((situation, s): Marked => {
    const n = k * situations.length + s + 1;
    const tag = `${kind}${situation}`.replaceAll('-', '');
    const surname = `Zq${tag}`;
    const mobile = `+474888${String(1000 + n)}`;
    const number = numbers.synthetic(born, 'girl');
    return {
      ...{ id: `case-${kind}-${situation}`, kind, situation, surname, mobile, number: number.text },
      phones: [mobile.slice(3), String(48_777_000 + n)],
    };
  }),
);
const ofThisYear = marked.filter(({ situation }) => situation !== 'stale');
const isSecret = (kind: Kind) => kind.startsWith('secret');
const unitOf = (kind: Kind) => (kind.endsWith('north') ? 'north' : 'south');
const codes: Readonly<Record<Situation, string | null>> = {
  otuk: 'OTUK',
  waiting: null,
  returning: 'Feil',
  sent: 'Feil',
  leaver: null,
  rung: 'OTUK',
  stale: 'OTOV',
};

const asYouth = ({ id, kind, situation, surname, mobile }: Marked): AYouth => ({
  ...{ id, unit: unitOf(kind), mobile, born: '2009-09-01' },
  name: { first: `Xw${surname.slice(2)}`, last: surname },
  caseworker: unitOf(kind) === 'north' ? 'own' : kind === 'plain-south' ? 'south' : null,
  transfer: situation === 'leaver' ? 'OESL' : 'OSON',
  code: codes[situation],
  protection: isSecret(kind) ? 'confidential' : 'none',
  lastEvent: 'contact.registered',
  lastOn: '2026-10-01',
});

/** Ids of what was made, by the names route tables call them. */
export interface MarkedIds {
  readonly list: string;
  readonly intake: string;
  readonly replies: readonly string[];
  readonly drive: string;
  /** Of a reply form, and of a letter that comes back: each opens nothing else. */
  readonly key: string;
  readonly otherKey: string;
}
type Rooms = Awaited<ReturnType<typeof roomsOn>>;

/** The county with somebody in every place where a page might show them. */
export async function writeMarkedCounty(db: Database, rooms: Rooms, sealing: Sealing): Promise<MarkedIds> {
  await writeCounty(db, units, markedStaff);
  await startRun(db, { today: markedDay, inputs: inputsFor(markedStaff) });
  await startRun(db, { runId: 'earlier', inputs: inputsFor(markedStaff, units, '2025-2026') });
  await db.updateTable('run').set({ created_at: 0 }).where('run_id', '=', 'earlier').execute();
  await db.updateTable('run').set({ rehearsal_now: now, rehearsal_set_at: Date.now() }).execute();
  for (const { runId, youths } of [
    { runId: 'run', youths: ofThisYear },
    { runId: 'earlier', youths: marked.filter(({ situation }) => situation === 'stale') },
  ])
    await writeYouths(db, youths.map(asYouth), runId);
  await writePersons(db, sealing);
  await writeQueues(db, sealing);
  await writeWork(db);
  await writeSendings(db, rooms);
  const [drive, replies] = [await writeDrive(db, rooms), await writeReplies(rooms)];
  return { ...(await bringLists(rooms)), ...(await writeLetters(rooms)), drive, replies };
}

const put = <T extends keyof Tables>(db: Database, table: T, rows: readonly Insertable<Tables[T]>[]): Promise<void> =>
  db.transaction().execute((tx) => insertMany(tx, table, rows));

async function writePersons(db: Database, sealing: Sealing): Promise<void> {
  for (const { id, kind, surname, mobile, phones, number } of marked) {
    const tag = surname.slice(2);
    const email = `mail${tag}@example.org`;
    const record = {
      name: { first: `Xw${surname.slice(2)}`, last: surname },
      ...{ born: '2009-09-01', addressProtection: isSecret(kind) ? 'confidential' : 'none', languageForm: 'nn' },
      ...{ address: { lines: [`Qvegen${tag}`], postcode: '7600', place: 'Levanger' }, mobiles: [mobile], email },
      municipalityNumber: '5037',
      guardians: [{ name: { first: 'Liv', last: surname }, mobiles: [`+47${phones[1]}`], relation: 'mor' }],
    };
    await db
      .updateTable('person')
      .set({ record: JSON.stringify(record) })
      .where('person_id', '=', `p-${id}`)
      .execute();
    await db
      .insertInto('person_number')
      .values({
        ...{ number_index: sealing.blindIndex(number), person_id: `p-${id}`, kind: 'synthetic', current: true },
        number_sealed: sealing.seal(JSON.stringify({ text: number, kind: 'synthetic', born })),
      })
      .execute();
  }
  await put(
    db,
    'note',
    marked.map(({ id, surname }) => ({
      ...{ note_id: `note-${id}`, case_id: id, recorded_at: now },
      text_sealed: sealing.seal(`notat ${surname.slice(2)}`),
      by_staff: 'own',
    })),
  );
  const contact = { type: 'contact.registered', on: '2026-10-01', channel: 'phone', direction: 'out' };
  await put(
    db,
    'journal',
    marked.map(({ id }) =>
      journalRow(id, 1, { ...contact, answeredBy: 'youth', says: null }, 'run', 'own', `note-${id}`),
    ),
  );
}

async function writeQueues(db: Database, sealing: Sealing): Promise<void> {
  const of = (situation: Situation) => marked.filter((youth) => youth.situation === situation).map(({ id }) => id);
  for (const [state, ids] of [
    ['queued', of('returning')],
    ['sent', of('sent')],
  ] as const)
    await db.updateTable('youth_case').set({ return_state: state }).where('case_id', 'in', ids).execute();
  await put(
    db,
    'return_sent',
    of('sent').map((id) => ({
      ...{ case_id: id, sequence: 2, run_id: 'run', code: 'Feil', receiver: 'vigo', sent_on: '2026-10-05' },
      ...{ recorded_at: now, by_staff: 'own', reference_sealed: sealing.seal(`sak ${id}`) },
    })),
  );
  await put(
    db,
    'leaving',
    of('leaver').map((id) => ({
      ...{ case_id: id, run_id: 'run', since: '2026-09-21', took_part: '[]', school: 'Prøve vgs' },
      gaps: JSON.stringify(gapsOf(leavingOf('OESL') as never)),
    })),
  );
  const pair = { run_id: 'run', band: 'possible', score: 20, agrees: '["lastName"]', disagrees: '[]', remarks: '[]' };
  const [secret = '', hidden = '', plain = '', other = ''] = of('otuk');
  await put(
    db,
    'likely_double',
    [
      [secret, plain],
      [hidden, other],
      [plain, other],
      [of('rung')[2] ?? '', plain],
    ].map(([a = '', b = '']) => ({ ...pair, one_case: a, other_case: b, found_at: now })),
  );
  await put(db, 'nav_meeting', [
    {
      ...{ meeting_id: 'meeting-1', run_id: 'run', area_kind: 'unit', area: 'north', on_day: '2026-10-20' },
      ...{ took_part: '[]', recorded_at: now, by_staff: 'own' },
    },
  ]);
  await put(
    db,
    'nav_entry',
    of('otuk').map((id) => ({
      ...{ meeting_id: 'meeting-1', case_id: id, found: 'nothing-known', run_by: '[]', changed: '["mobile"]' },
      ...{ recorded_at: now, by_staff: 'own' },
    })),
  );
  const stands = JSON.stringify(mergeableOf(fileOf({ id: '', name: { first: '', last: '' } })));
  await put(
    db,
    'person_merge',
    of('rung').map((id) => ({
      ...{ merge_id: `merge-${id}`, run_id: 'run', kept_case: id, away_case: `away-${id}`, kept_person: `p-${id}` },
      ...{ away_person: `away-p-${id}`, before: stands, now: stands, away_row: '{}', ledger: '[]', contact_offset: 0 },
      ...{ recorded_at: now, by_staff: 'own' },
    })),
  );
}

/** An act over everybody, somebody away, a filter for all. */
async function writeWork(db: Database): Promise<void> {
  const act = { run_id: 'run', kind: 'choice', by_staff: 'own', ordered_at: now, state: 'done' };
  await put(db, 'act', [{ ...act, act_id: 'act-1', because: '{"choice":"standard-letter"}' }]);
  await put(
    db,
    'act_part',
    marked.map(({ id }, place) => ({
      ...{ act_id: 'act-1', case_id: id, place: place + 1, state: place % 2 === 0 ? 'refused' : 'waiting' },
      event: '{"type":"choice.made","choice":"standard-letter"}',
      why: place % 2 === 0 ? '[{"code":"choice.needsCaseworker"}]' : null,
    })),
  );
  await put(db, 'absence', [
    {
      ...{ absence_id: 'absence-1', staff_id: 'own', substitute_id: 'substitute', from_on: '2026-11-01' },
      ...{ to_on: '2026-12-01', registered_at: now, by_staff: 'super' },
    },
  ]);
}

async function writeSendings(db: Database, { stores }: Rooms): Promise<void> {
  for (const channel of ['sms', 'letter'] as const) {
    const campaignId = `sending-${channel}`;
    const file = newCampaign({
      ...{ campaignId, runId: 'run', channel, sendAt: now, by: 'office' },
      purpose: channel === 'sms' ? 'sms-round' : 'standard-letter',
      template: { templateId: channel === 'sms' ? 'sms' : 'standard-letter', version: 1 },
    });
    const filter = channel === 'sms' ? { status: 'OTUK' as const } : {};
    await stores.campaigns.plan({ file, title: 'Runde', filter, taskId: null, at: now, by: 'office' });
    const made = await stores.campaigns.freeze({ campaignId, list: 1, at: now, on: day(markedDay) });
    const { fingerprint, recipients } = made;
    await db
      .updateTable('standing')
      .set({ input: JSON.stringify({ ...file, list: 1, fingerprint, recipients }) })
      .where('subject', '=', `campaign/${campaignId}`)
      .execute();
    await db
      .updateTable('campaign')
      .set({ list_no: 1, state: 'previewed' })
      .where('campaign_id', '=', campaignId)
      .execute();
    await sql`update campaign_recipient set recipient_key = 'to-' || campaign_id || '-' || addressee || '-' || case_id`.execute(
      db,
    );
  }
}

/** Everybody of the drive is before somebody who rings; two have been rung, by callers who may not see them now. */
async function writeDrive(db: Database, { stores }: Rooms): Promise<string> {
  const callers = ['own', 'office', 'north', 'south', 'super'].map((staffId) => ({ staffId, units: null, share: 1 }));
  await stores.phoneDrives.begin({
    ...{ driveId: 'drive-1', runId: 'run', window: null, opensAt: now - 1, closesAt: now + 864_000_000 },
    ...{ reportOn: '2026-11-13', goal: 8, units: null, callers, at: now, by: 'super' },
  });
  await db.updateTable('phone_drive').set({ state: 'open' }).execute();
  await stores.phoneDrives.deal({ driveId: 'drive-1', how: 'all', at: now - 1 });
  for (const [staffId, caseId] of [
    ['own', 'case-secret-north-otuk'],
    ['office', 'case-plain-north-otuk'],
    ['south', 'case-plain-south-otuk'],
  ] as const)
    await stores.phoneDrives.take({ driveId: 'drive-1', staffId, caseId, units: 'all', now });
  await put(
    db,
    'phone_call',
    [
      ['office', 'case-secret-north-rung'],
      ['south', 'case-secret-south-rung'],
      ['north', 'case-plain-south-rung'],
      ['own', 'case-plain-north-rung'],
    ].map(([caller = '', id = '']) => ({
      ...{ call_id: `call-${id}`, drive_id: 'drive-1', case_id: id, sequence: 1, caller_id: caller, at: now },
      ...{ outcome: 'reached', says: null, direction: 'out', call_back_at: null, card_before: '{}' },
    })),
  );
  return 'drive-1';
}

/** An SMS from each of those who are OTUK, and one from nobody known. */
async function writeReplies({ stores }: Rooms): Promise<readonly string[]> {
  const from = [...marked.filter(({ situation }) => situation === 'otuk').map(({ mobile }) => mobile), '+4790000009'];
  const ids: string[] = [];
  for (const [n, number] of from.entries()) {
    const text = `notat ${marked.find(({ mobile }) => mobile === number)?.surname.slice(2) ?? 'ukjent'}`;
    const reply = { channel: 'sms', externalId: `sms-${n}`, from: number, text, at: now + n, runId: 'run' } as const;
    ids.push((await stores.inbox.receive(reply)).inboundId);
  }
  return ids;
}

/** Keys of two purposes, and a pile with a letter to somebody who has been protected since it was made. */
async function writeLetters({ stores }: Rooms): Promise<Pick<MarkedIds, 'key' | 'otherKey'>> {
  const key = (purpose: 'reply' | 'returned') => ({
    ...{ purpose, letterKey: 'letter-1', runId: 'run', caseId: 'case-secret-north-otuk' },
    ...({ addressee: 'youth', expiresAt: now + 864_000_000 } as const),
  });
  const [reply = '', returned = ''] = await stores.letterKeys.make([key('reply'), key('returned')]);
  const [sheet] = await stores.letterPress.press([aJob()]);
  const pdf = sheet?.outcome === 'pressed' ? sheet.pdf : new Uint8Array();
  const posted = marked.filter(({ situation }) => situation === 'otuk');
  await stores.letterPost.keep(
    posted.map(({ id, kind, surname }) => ({
      ...{ key: `letter-of-${id}`, runId: 'run', caseId: id, unitId: unitOf(kind), on: day(markedDay), pages: 1, pdf },
      piece: {
        ...({ addressee: 'youth', isCopy: false, names: [{ first: `Xw${surname.slice(2)}`, last: surname }] } as const),
        address: { lines: [`Qvegen${surname.slice(2)}`], postcode: '7600', place: 'Levanger' },
      },
    })),
    now,
  );
  return { key: reply, otherKey: returned };
}

/** A transfer list and a list to cross-check that name everybody, and strangers. */
async function bringLists({ stores }: Rooms): Promise<Pick<MarkedIds, 'list' | 'intake'>> {
  const rows = ofThisYear.map(({ surname, number, mobile }) => {
    const tag = surname.slice(2);
    return [number, `Xw${tag}`, surname, '01.09.2009', `Qvegen${tag}`, '7600', mobile].join(';');
  });
  const head = 'Fødselsnummer;Fornavn;Etternavn;Fødselsdato;Adresse;Postnummer;Mobil';
  const bytes = new TextEncoder().encode([head, ...rows].join('\r\n'));
  const received = await stores.intakes.receive({
    ...{ runId: 'run', fileName: 'overforing.csv', bytes, by: 'system', at: now },
  });
  const checked = await stores.crossChecks.receive({
    ...{ runId: 'run', fileName: 'privat.csv', bytes, kind: 'private-school', title: null },
    ...{ meaning: { activity: 'private-school', cohort: null }, window: undefined, planVersion: 1, columns: {} },
    ...{ at: now, today: day(markedDay), by: 'reviewer' },
  });
  if (received.outcome === 'unreadable') throw new Error(JSON.stringify(received.refusals));
  if (checked.outcome === 'unreadable') throw new Error(JSON.stringify(checked.refusals));
  return { intake: received.intakeId, list: checked.listId };
}
