import { mayCode, mayHaveOwnList } from '#domain/access/may.ts';
import { type Day, parseDay } from '#domain/calendar/day.ts';
import { ageFacts } from '#domain/coding/situation.ts';
import { type ChoiceDays, choiceDays } from '#domain/plan/choice-days.ts';
import { fittingCodes } from '#domain/youth/choice-codes.ts';
import { among } from './among.ts';
import {
  type OpenedChoice,
  type OwnAnswer,
  type OwnFilter,
  type OwnRow,
  type OwnState,
  type OwnTrack,
  ownStates,
} from './answers/own.ts';
import { type OwnAsk, ownCaseIds, ownersRule, stateRule } from './own-filter.ts';
import type { PlanBook } from './plan-in-force.ts';
import type { Asking } from './ports.ts';
import { caseOf, fileOf, guardedOf } from './youth.ts';
import { youthRows } from './youth-rows.ts';
import { choicesFor } from './youths.ts';

export interface OwnListAsk extends OwnAsk {
  readonly today: Day;
  /** The youth whose choice is about to be made, with the choice that needs a code. */
  readonly at?: Pick<OpenedChoice, 'caseId' | 'choice'> | undefined;
}

const pageSize = 50;

/** A caseworker's list: who waits for a choice and by when, per track, and what has been chosen. */
export async function ownList(asking: Asking, plans: PlanBook, ask: OwnListAsk): Promise<OwnAnswer> {
  const { actor, runId, today, filter } = ask;
  const plan = (await plans.inForce(runId))?.plan;
  const tracks = await tracksOf(asking, ask, plan ? choiceDays(plan) : []);
  const shown = settled(filter, tracks);
  const total = tracks.find(({ id }) => id === shown.track)?.counts[shown.state] ?? 0;
  const page = Math.min(Math.max(1, filter.page ?? 1), Math.max(1, Math.ceil(total / pageSize)));
  const part = { from: (page - 1) * pageSize, atMost: pageSize, of: total };
  const ids = total > 0 ? await ownCaseIds(asking, { ...ask, filter: shown }, part) : [];
  return {
    today,
    filter: shown,
    tracks,
    ...(await choicesFor(asking, actor, runId)),
    transfers: plan?.tracks.find(({ id }) => id === shown.track)?.codes ?? [],
    total,
    page,
    pageSize,
    rows: await rowsOf(asking, ask, ids),
    opened: await openedFor(asking, ask),
    mayChoose: mayHaveOwnList(actor),
  };
}

/** The first track where somebody waits, unless one is asked for. */
function settled(filter: OwnFilter, tracks: readonly OwnTrack[]): OwnAnswer['filter'] {
  const waiting = tracks.find(({ counts }) => counts.waiting > 0) ?? tracks[0];
  return { ...filter, track: filter.track ?? waiting?.id ?? '', state: filter.state ?? 'waiting' };
}

/** Every track that has somebody, or a day to choose by. */
async function tracksOf(
  { db, ports }: Asking,
  ask: OwnListAsk,
  days: readonly ChoiceDays[],
): Promise<readonly OwnTrack[]> {
  const rows = await db
    .selectFrom('youth_case')
    .select((where) => [
      'track',
      ...ownStates.map((state) => where.fn.countAll<number>().filterWhere(stateRule(ports, state)).as(state)),
    ])
    .where(ownersRule(ask))
    .groupBy('track')
    .execute();
  return days.flatMap(({ track: { id, title }, chooseBy, letterOn }) => {
    const row = rows.find(({ track }) => track === id);
    const count = (state: OwnState): number => row?.[state] ?? 0;
    const counts = {
      waiting: count('waiting'),
      'standard-letter': count('standard-letter'),
      'own-contact': count('own-contact'),
      return: count('return'),
    };
    return row || chooseBy !== undefined ? [{ id, title, chooseBy, letterOn, counts }] : [];
  });
}

async function rowsOf(
  asking: Asking,
  ask: OwnListAsk,
  ids: Parameters<typeof youthRows>[2],
): Promise<readonly OwnRow[]> {
  const { rows } = await youthRows(asking, ask, ids);
  const more = await asking.db
    .selectFrom('youth_case')
    .select(['case_id', 'track', 'choice', 'attempts'])
    .where('case_id', 'in', among(ids))
    .execute();
  const known = new Map(more.map((row) => [row.case_id, row]));
  return rows.map((row) => {
    const found = known.get(row.caseId);
    return {
      ...row,
      track: found?.track ?? '',
      // `as`: the column holds what the youth's machine chose.
      choice: (found?.choice ?? undefined) as OwnRow['choice'],
      attempts: found?.attempts ?? 0,
    };
  });
}

async function openedFor({ db }: Asking, { actor, runId, today, at }: OwnListAsk): Promise<OpenedChoice | undefined> {
  const row = at && (await caseOf(db, runId, at.caseId));
  if (!row || !mayCode(actor, guardedOf(row))) return undefined;
  const given = { on: today, age: ageFacts(parseDay(row.born_on ?? '') ?? null, today) };
  return { ...at, codes: fittingCodes(fileOf(row), at.choice, given) };
}
