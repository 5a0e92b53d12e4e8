import { sql } from 'kysely';
import { mayCode } from '#domain/access/may.ts';
import { parseDay } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { fits } from '#domain/coding/decide.ts';
import { ageFacts, type Contact } from '#domain/coding/situation.ts';
import { caseId } from '#domain/ids.ts';
import { contactStatement, factsOf, replyStatements } from '#domain/reply/statement.ts';
import { situationOf } from '#domain/youth/case-file.ts';
import { ageOn } from './age.ts';
import { among } from './among.ts';
import type { InboundOpen, InboundRow, SenderChoice } from './answers/inbound.ts';
import { caseIdsFor } from './case-ids.ts';
import type { InboundAsk } from './inbound-ask.ts';
import type { Asking } from './ports.ts';
import { reachOf, within } from './reach.ts';
import { caseOf, fileOf, guardedOf } from './youth.ts';

const mostFound = 8;

/** One reply with everything it takes to register it. */
export async function openReply(asking: Asking, ask: InboundAsk, row: InboundRow): Promise<InboundOpen> {
  const candidates = await asking.db
    .selectFrom('inbound_candidate')
    .selectAll()
    .where('inbound_id', '=', row.inboundId)
    .execute();
  const because = new Map(
    // A guardian's number is said where both are true: it is the reason for looking twice.
    [...candidates]
      .sort((a, b) => (a.sent_as === b.sent_as ? 0 : a.sent_as === 'youth' ? -1 : 1))
      // `as`: only the inbox writes these words.
      .map((each) => [each.case_id, { as: each.sent_as, by: each.found_by } as SenderChoice['because']]),
  );
  const ids = [...because.keys()];
  const searched = ask.searched === undefined ? [] : await lookedUp(asking, ask, ask.searched);
  const details = await detailsOf(asking, ask, [...ids, ...searched]);
  const pick = (list: readonly string[]) => details.filter((each) => list.includes(each.caseId));
  return {
    ...row,
    choices: pick(ids).map((each) => {
      const why = because.get(each.caseId);
      return why && String(why.by) !== 'person' ? { ...each, because: why } : each;
    }),
    found: pick(searched.filter((id) => !because.has(id))),
    codes: await codesFor(asking, ask, row, ids),
    hasNumber: row.channel === 'sms',
  };
}

/** By name or national id as lists are searched; by a number as the sender was looked for. */
async function lookedUp(asking: Asking, ask: InboundAsk, text: string): Promise<readonly string[]> {
  const digits = text.replaceAll(/[\s+.-]/g, '').replace(/^(00)?47(?=\d{8}$)/, '');
  if (/^\d{8}$/.test(digits)) {
    const own = JSON.stringify([`+47${digits}`]);
    const rows = await asking.db
      .selectFrom('youth_case')
      .innerJoin('person', 'person.person_id', 'youth_case.person_id')
      .select('case_id')
      .where('youth_case.run_id', '=', ask.runId)
      .where(
        sql<boolean>`record -> 'mobiles' @> ${own}::jsonb or record -> 'phones' @> ${own}::jsonb
          or record -> 'guardians' @> jsonb_build_array(jsonb_build_object('mobiles', ${own}::jsonb))`,
      )
      .limit(mostFound)
      .execute();
    return rows.map(({ case_id }) => case_id);
  }
  const { actor, runId, today } = ask;
  return caseIdsFor(
    asking,
    { actor, runId, today, filter: {}, searched: text },
    { from: 0, atMost: mostFound, of: mostFound },
  );
}

async function detailsOf({ db }: Asking, ask: InboundAsk, ids: readonly string[]): Promise<readonly SenderChoice[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('youth_case')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .leftJoin('unit', 'unit.unit_id', 'youth_case.unit_id')
    .leftJoin('staff', 'staff.staff_id', 'youth_case.caseworker_id')
    .select([
      'youth_case.case_id',
      'person.name',
      'youth_case.born_on',
      'youth_case.status_code',
      'youth_case.transfer_code',
      'unit.name as unit',
      'staff.name as caseworker',
    ])
    .where('youth_case.run_id', '=', ask.runId)
    .where('youth_case.case_id', 'in', among(ids))
    .where('youth_case.case_id', 'in', (from) =>
      from
        .selectFrom('youth_case')
        .select('case_id')
        .where(within(reachOf(ask.actor))),
    )
    .orderBy('youth_case.sort_name')
    .execute();
  return rows.map((row) => {
    const born = parseDay(row.born_on ?? '');
    return {
      caseId: caseId(row.case_id),
      name: row.name,
      age: born === undefined ? undefined : ageOn(born, ask.today),
      unit: row.unit ?? '',
      caseworker: row.caseworker ?? undefined,
      code: row.status_code ?? row.transfer_code ?? undefined,
      because: undefined,
    };
  });
}

/** What the rules would allow once the reply is a contact; one question to them for each thing that may be said. */
async function codesFor(
  { db }: Asking,
  ask: InboundAsk,
  row: InboundRow,
  ids: readonly string[],
): Promise<InboundOpen['codes']> {
  const [only] = ids;
  if (only === undefined || ids.length > 1) return [];
  const found = await caseOf(db, ask.runId, only);
  if (!found || !mayCode(ask.actor, guardedOf(found))) return [];
  const on = dayOf(row.at);
  const age = ageFacts(parseDay(found.born_on ?? '') ?? null, ask.today);
  const file = fileOf(found);
  return replyStatements.map((says) => {
    const contact: Contact = {
      ...{ on, channel: row.channel, direction: 'in', answeredBy: 'youth', says: contactStatement[says] },
      minor: age.minor,
    };
    const after = { ...file, contacts: [...file.contacts, contact] };
    return { says, codes: fits(situationOf(after, { ...factsOf(says, 'youth'), on: ask.today, age }, null)) };
  });
}
