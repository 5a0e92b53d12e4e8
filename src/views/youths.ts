import type { Actor } from '#domain/access/actor.ts';
import { unitsOf } from '#domain/access/actor.ts';
import { maySeeYouths } from '#domain/access/may.ts';
import { transferCodes } from '#domain/person/youth-record.ts';
import { codeSetOn } from '#domain/status-code/status-code.ts';
import { type YouthList, type YouthsAnswer, youthLists } from './answers/youths.ts';
import { caseIdsFor } from './case-ids.ts';
import type { Asking } from './ports.ts';
import { hiddenFrom, reachOf, within } from './reach.ts';
import { caseworkerRoles, choicesOf, holdersOf } from './staff-names.ts';
import { unitsOfCounty } from './units.ts';
import { every, filterRules, listRule, ofRun, type YouthAsk } from './youth-filter.ts';
import { youthRows } from './youth-rows.ts';

const pageSize = 50;

/** A page of the youths one may see, with what the ready-made lists hold. Who sees numbers and no names gets no rows. */
export async function youths(asking: Asking, ask: YouthAsk): Promise<YouthsAnswer> {
  const { actor, runId, today, filter, searched } = ask;
  const { ready, total } = await countsFor(asking, ask);
  const page = Math.min(Math.max(1, filter.page ?? 1), Math.max(1, Math.ceil(total / pageSize)));
  const seen = maySeeYouths(actor);
  const part = { from: (page - 1) * pageSize, atMost: pageSize, of: total };
  const ids = seen && total > 0 ? await caseIdsFor(asking, ask, part) : [];
  const { rows, mayAssign } = await youthRows(asking, ask, ids);
  return {
    today,
    filter,
    searched,
    ready: youthLists.filter((list) => list !== 'mine' || seen).map((list) => ({ list, count: ready.get(list) ?? 0 })),
    ...(await choicesFor(asking, actor, runId)),
    codes: (codeSetOn(today)?.codes ?? []).map(({ code }) => code),
    transfers: transferCodes,
    total,
    hidden: await hiddenCount(asking, ask),
    page,
    pageSize,
    rows,
    mayAssign,
  };
}

/** Every ready-made list and the filter itself, counted in one look at the cases. */
async function countsFor(
  { db, ports }: Asking,
  ask: YouthAsk,
): Promise<{ readonly ready: ReadonlyMap<YouthList, number>; readonly total: number }> {
  const { actor, runId, today } = ask;
  const row = await db
    .selectFrom('youth_case')
    .select((where) => [
      ...youthLists.map((list) =>
        where.fn
          .countAll<number>()
          .filterWhere(listRule(list, ports, actor, today))
          .as(list),
      ),
      where.fn
        .countAll<number>()
        .filterWhere(every(filterRules(ports, ask)))
        .as('total'),
    ])
    .where(every([ofRun(runId), within(reachOf(actor))]))
    .executeTakeFirst();
  return { ready: new Map(youthLists.map((list) => [list, row?.[list] ?? 0])), total: row?.total ?? 0 };
}

/** How many more the list has whom the reader may not see although they are the own unit's. */
async function hiddenCount({ db, ports }: Asking, ask: YouthAsk): Promise<number> {
  const reach = reachOf(ask.actor);
  if (reach.kind !== 'some') return 0;
  const row = await db
    .selectFrom('youth_case')
    .select((where) => where.fn.countAll<number>().as('n'))
    .where(every([ofRun(ask.runId), hiddenFrom(reach), ...filterRules(ports, ask)]))
    .executeTakeFirst();
  return row?.n ?? 0;
}

export async function choicesFor(
  { db }: Asking,
  actor: Actor,
  runId: string,
): Promise<Pick<YouthsAnswer, 'units' | 'caseworkers'>> {
  const mine = unitsOf(actor);
  const reaches = (unitId: string | null) => mine === 'all' || unitId === null || mine.includes(unitId);
  const units = (await unitsOfCounty(db)).filter(({ id }) => reaches(id)).map(({ id, name }) => ({ id, name }));
  const holders = await holdersOf(db, runId, caseworkerRoles);
  return { units, caseworkers: choicesOf(holders.filter(({ unitId }) => reaches(unitId))) };
}
