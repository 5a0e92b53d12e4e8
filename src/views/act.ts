import type { Actor } from '#domain/access/actor.ts';
import type { PartEvent, PartState } from '#domain/act/act.ts';
import { caseId } from '#domain/ids.ts';
import type { Refusal } from '#domain/outcome.ts';
import { actHeads } from './acts.ts';
import { among } from './among.ts';
import type { ActAnswer, ActHead, ActRow } from './answers/act.ts';
import type { Asking } from './ports.ts';
import { reachOf, within } from './reach.ts';
import { namesOf } from './staff-names.ts';

export interface ActAsk {
  readonly actor: Actor;
  readonly runId: string;
  readonly actId: string;
  readonly shown: PartState | undefined;
  /** 1 is the first. */
  readonly page: number;
}

const pageSize = 50;

/** One act with a page of its parts: those that were not done, or not undone, come first. */
export async function act(asking: Asking, ask: ActAsk): Promise<ActAnswer | undefined> {
  const [head] = await actHeads(asking, ask.actor, ask.runId, (rows) => rows.where('act.act_id', '=', ask.actId));
  if (!head) return undefined;
  const shown = ask.shown ?? firstShown(head);
  const total = await seenCount(asking, ask, shown);
  const page = Math.min(Math.max(1, ask.page), Math.max(1, Math.ceil(total / pageSize)));
  return {
    ...head,
    shown,
    rows: await rowsOf(asking, ask, shown, page),
    hidden: head.counts[shown] - total,
    page,
    pageSize,
    total,
  };
}

const firstShown = ({ counts }: ActHead): PartState =>
  (['kept', 'refused', 'waiting', 'undone'] as const).find((state) => counts[state] > 0) ?? 'done';

/** The cases of an act that stand so, as far as the reader may see them. */
const seenIn = ({ db }: Asking, { actor, actId }: ActAsk, state: PartState) =>
  db
    .selectFrom('youth_case')
    .where(within(reachOf(actor)))
    .where('case_id', 'in', (from) =>
      from.selectFrom('act_part').select('act_part.case_id').where('act_id', '=', actId).where('state', '=', state),
    );

async function seenCount(asking: Asking, ask: ActAsk, state: PartState): Promise<number> {
  const row = await seenIn(asking, ask, state)
    .select((where) => where.fn.countAll<number>().as('n'))
    .executeTakeFirst();
  return row?.n ?? 0;
}

async function rowsOf(asking: Asking, ask: ActAsk, state: PartState, page: number): Promise<readonly ActRow[]> {
  const ids = await seenIn(asking, ask, state)
    .select('case_id')
    .orderBy('sort_name')
    .orderBy('case_id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const parts = await asking.db
    .selectFrom('act_part')
    .innerJoin('youth_case', 'youth_case.case_id', 'act_part.case_id')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .leftJoin('unit', 'unit.unit_id', 'youth_case.unit_id')
    .select(['act_part.case_id', 'event', 'why', 'person.name', 'unit.name as unit'])
    .where('act_id', '=', ask.actId)
    .where('act_part.case_id', 'in', among(ids.map(({ case_id }) => case_id)))
    .orderBy('youth_case.sort_name')
    .orderBy('act_part.case_id')
    .execute();
  // `as`: the columns hold what the act was begun with and what its performers noted.
  const rows = parts.map((part) => ({
    ...part,
    event: part.event as PartEvent,
    why: (part.why ?? []) as readonly Refusal[],
  }));
  const nameOf = await namesOf(
    asking.db,
    rows.flatMap(({ event, why }) => [idOf(event), ...why.map(changedBy)]),
  );
  return rows.map(({ case_id, name, unit, event, why }) => ({
    caseId: caseId(case_id),
    name,
    unit: unit ?? '',
    did: event.type,
    to:
      event.type === 'case.assigned' ? (nameOf(idOf(event)) ?? '') : String(event.to ?? event.choice ?? event.channel),
    why: why.map((refusal) => named(refusal, nameOf)),
  }));
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const idOf = ({ caseworkerId }: PartEvent): string | null => textOf(caseworkerId);
const changedBy = ({ facts }: Refusal): string | null => textOf(facts?.by);

/** Who edited it since, by name; what nobody's hand did has a refusal of its own. */
function named(refusal: Refusal, nameOf: (id: string | null) => string | undefined): Refusal {
  if (refusal.code !== 'act.editedSince') return refusal;
  const by = nameOf(changedBy(refusal));
  return by === undefined ? { ...refusal, code: 'act.changedSince' } : { ...refusal, facts: { ...refusal.facts, by } };
}
