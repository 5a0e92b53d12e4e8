import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import { mayCode, mayMeetNav, mayTakeListsOut } from '#domain/access/may.ts';
import { type Day, parseDay } from '#domain/calendar/day.ts';
import { ageFacts } from '#domain/coding/situation.ts';
import type { LetterKnowledge } from '#domain/household/letter-piece.ts';
import { lettersFor } from '#domain/household/letters-for.ts';
import { caseId } from '#domain/ids.ts';
import { proposalFrom } from '#domain/nav-meeting/finding.ts';
import { toCheck } from '#domain/nav-meeting/to-check.ts';
import type { Address, YouthRecord } from '#domain/person/youth-record.ts';
import type { AreaChoice, NavAnswer, NavEntryShown, NavRow } from './answers/nav.ts';
import { casesWhere } from './cases-where.ts';
import { areasFor, entriesOf, meetingsOf } from './nav-meetings.ts';
import type { Asking, CaseRule } from './ports.ts';
import { hiddenFrom, namedFor, reachOf, within } from './reach.ts';
import { fileOf, guardedOf } from './youth.ts';
import { every, ofRun } from './youth-filter.ts';

export interface NavAsk {
  readonly actor: Actor;
  readonly runId: string;
  readonly today: Day;
  readonly area: Pick<AreaChoice, 'kind' | 'id'> | undefined;
  readonly meetingId: string | undefined;
}

/** An area's youths with OTUK, for the meeting with NAV: what is to be checked, and what came of it. */
export async function navList(asking: Asking, ask: NavAsk): Promise<NavAnswer> {
  const { actor, runId, today } = ask;
  const areas = await areasFor(asking, actor, runId);
  const meetings = await meetingsOf(asking, runId, areas);
  const meeting = meetings.find(({ meetingId }) => meetingId === ask.meetingId);
  const asked = meeting?.area ?? ask.area;
  const area = areas.find(({ kind, id }) => kind === asked?.kind && id === asked.id);
  return {
    today,
    areas,
    area,
    meeting,
    meetings: area ? meetings.filter((one) => one.area.kind === area.kind && one.area.id === area.id) : meetings,
    rows: area ? await rowsOf(asking, ask, area) : [],
    hidden: area ? await hiddenIn(asking, ask, area) : 0,
    mayMeet: area !== undefined && mayMeetNav(actor, area.kind === 'unit' ? area.id : null),
    mayExport: mayTakeListsOut(actor),
  };
}

const rulesOf = ({ ports }: Asking, { runId }: NavAsk, { kind, id }: AreaChoice): readonly CaseRule[] => [
  ofRun(runId),
  ports.isCounted('otuk'),
  kind === 'unit'
    ? (where) => where('unit_id', '=', id)
    : (where) =>
        where('person_id', 'in', (from) =>
          from
            .selectFrom('person')
            .select('person.person_id')
            .where(sql<string>`record ->> 'municipalityNumber'`, '=', id),
        ),
];
/** Address protection keeps a youth out of a list that is laid on a table with others. */
const shown: CaseRule = (where) => where('is_protected', '=', false);
const hidden: CaseRule = (where) => where('is_protected', '=', true);

async function hiddenIn(asking: Asking, ask: NavAsk, area: AreaChoice): Promise<number> {
  const reach = reachOf(ask.actor);
  const either: CaseRule = (where) => where.or([within(reach)(where), hiddenFrom(reach)(where)]);
  const row = await asking.db
    .selectFrom('youth_case')
    .select((where) => where.fn.countAll<number>().as('n'))
    .where(every([...rulesOf(asking, ask, area), hidden, either]))
    .executeTakeFirst();
  return row?.n ?? 0;
}

async function rowsOf(asking: Asking, ask: NavAsk, area: AreaChoice): Promise<readonly NavRow[]> {
  const { db } = asking;
  const rules = [...rulesOf(asking, ask, area), namedFor(ask.actor), shown];
  const rows = await db
    .selectFrom('youth_case')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .innerJoin('standing', (join) => join.on('standing.subject', '=', sql<string>`'youth/' || youth_case.case_id`))
    .leftJoin('unit', 'unit.unit_id', 'youth_case.unit_id')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('contact')
          .select(({ fn }) => fn.max('on_day').as('last_day'))
          .whereRef('contact.case_id', '=', 'youth_case.case_id')
          .as('newest'),
      (join) => join.onTrue(),
    )
    .select([
      'youth_case.case_id',
      'youth_case.unit_id',
      'caseworker_id',
      'is_protected',
      'person.name',
      'person.born_on',
      'person.mobile',
      'record',
      'unit.name as unit',
      'newest.last_day',
      'input',
      'snapshot',
    ])
    .where('youth_case.case_id', 'in', casesWhere(db, rules))
    .orderBy('youth_case.sort_name')
    .orderBy('youth_case.case_id')
    .execute();
  const entries = await entriesOf(
    asking,
    ask.runId,
    rows.map((row) => row.case_id),
  );
  const known = await asking.ports.messageFacts.knowledge();
  return rows.map((row) => navRow(row, ask, known, entries.get(row.case_id)));
}

interface ListedRow {
  readonly case_id: string;
  readonly unit_id: string | null;
  readonly caseworker_id: string | null;
  readonly is_protected: boolean;
  readonly name: string;
  readonly born_on: string | null;
  readonly mobile: string | null;
  readonly record: unknown;
  readonly unit: string | null;
  readonly last_day: string | null;
  readonly input: unknown;
  readonly snapshot: unknown;
}

function navRow(
  row: ListedRow,
  { actor, today }: NavAsk,
  known: LetterKnowledge,
  entry: NavEntryShown | undefined,
): NavRow {
  // `as`: the column holds records.
  const record = row.record as YouthRecord;
  const born = parseDay(row.born_on ?? '');
  const lastContact = parseDay(row.last_day ?? '');
  const proposal = entry && proposalFrom(fileOf(row), entry, today, ageFacts(born ?? null, today));
  return {
    caseId: caseId(row.case_id),
    name: row.name,
    born,
    unit: row.unit ?? '',
    mobile: row.mobile ?? undefined,
    address: record.address && oneLine(record.address),
    lastContact,
    toCheck: toCheck(
      { hasMobile: row.mobile !== null, hold: heldBack(record, today, known), lastContactOn: lastContact },
      today,
    ),
    entry,
    proposal: proposal && {
      code: proposal.decision.code ?? proposal.code,
      verdict: proposal.decision.verdict,
      rules: proposal.decision.rules.filter(({ verdict }) => verdict === proposal.decision.verdict),
    },
    mayEnter: mayCode(actor, guardedOf(row)),
  };
}

const heldBack = (record: YouthRecord, today: Day, known: LetterKnowledge) =>
  lettersFor(record, today, known).holds.find(({ addressee }) => addressee === 'youth');

const oneLine = ({ lines, postcode, place, country }: Address): string =>
  [...lines, [postcode, place].filter((part) => part !== undefined).join(' '), country ?? '']
    .filter((line) => line !== '')
    .join(', ');
