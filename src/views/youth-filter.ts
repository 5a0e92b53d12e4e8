import { sql } from 'kysely';
import { type Actor, ownersFor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { sortKey } from '#domain/person/name-keys.ts';
import { codeSetOn } from '#domain/status-code/status-code.ts';
import type { YouthFilter, YouthList } from './answers/youths.ts';
import { ruleOfCounted } from './counted-list.ts';
import type { CaseRule, ViewPorts } from './ports.ts';
import { reachOf, within } from './reach.ts';

/** Whose list, of which run, seen on which day. */
export interface YouthAsk {
  readonly actor: Actor;
  readonly runId: string;
  readonly today: Day;
  readonly filter: YouthFilter;
  /** Words of a name in any order, or a whole national id. */
  readonly searched?: string | undefined;
}

/** Everybody the filter names and the reader may see: the one rule behind each list and each number. */
export function youthRule(ports: ViewPorts, ask: YouthAsk): CaseRule {
  return every([ofRun(ask.runId), within(reachOf(ask.actor)), ...filterRules(ports, ask)]);
}

/** The filter alone, without who asks. */
export function filterRules(
  ports: ViewPorts,
  { filter, actor, runId, today, searched }: YouthAsk,
): readonly CaseRule[] {
  const { list, code, unit, transfer, caseworker, frozen } = filter;
  return [
    ...(list === undefined || list === 'all' ? [] : [listRule(list, ports, actor, today)]),
    ...(code === undefined ? [] : [is('status_code', code)]),
    ...(unit === undefined ? [] : [is('unit_id', unit)]),
    ...(transfer === undefined ? [] : [is('transfer_code', transfer)]),
    ...(caseworker === undefined ? [] : [caseworker === 'none' ? withoutCaseworker : is('caseworker_id', caseworker)]),
    ...(frozen === undefined ? [] : [ruleOfCounted(ports, { runId, today }, frozen)]),
    ...(searched === undefined ? [] : [searchRule(ports, searched)]),
  ];
}

export const ofRun = (runId: string): CaseRule => is('run_id', runId);

export const every =
  (rules: readonly CaseRule[]): CaseRule =>
  (where) =>
    where.and(rules.map((rule) => rule(where)));

/** What a ready-made list holds. */
export function listRule(list: YouthList, { isCounted }: ViewPorts, actor: Actor, today: Day): CaseRule {
  switch (list) {
    case 'otuk':
      return isCounted('otuk');
    case 'mine':
      return every([openCase, (where) => where('caseworker_id', 'in', ownersFor(actor))]);
    case 'unassigned':
      return every([openCase, withoutCaseworker]);
    case 'no-mobile':
      // A protected person's number is not to be used: nobody shall go looking for one.
      return every([
        openCase,
        (where) => where('has_mobile', '=', false),
        (where) => where('is_protected', '=', false),
      ]);
    case 'otuk-minor':
      return (where) => where.and([isCounted('otuk')(where), where('born_on', '>', eighteenYearsBefore(today))]);
    case 'transfer-code':
      return isCounted('transferCode');
    case 'left-early':
      return every([openCase, is('transfer_code', 'OESL')]);
    case 'old-code': {
      const valid = codeSetOn(today)?.codes.map(({ code }) => code) ?? [];
      return (where) => where.and([where('status_code', 'is not', null), where('status_code', 'not in', valid)]);
    }
    case 'closed':
      return (where) => where('return_state', '=', 'sent');
    case 'all':
      return () => sql<boolean>`true`;
  }
}

/** A youth who was sent back to VIGO is nobody's work until VIGO sends them again. */
export const openCase: CaseRule = (where) => where('return_state', '<>', 'sent');

/** Somebody born after it is a minor on the day (`isMinorOn`); 29 February is followed by 1 March in a year without it. */
function eighteenYearsBefore(today: Day): string {
  const then = `${Number(today.slice(0, 4)) - 18}${today.slice(4)}`;
  return then.endsWith('02-29') ? then.replace(/29$/, '28') : then;
}

function searchRule(ports: ViewPorts, text: string): CaseRule {
  const digits = text.replaceAll(/[\s.-]/g, '');
  if (/^\d{11}$/.test(digits))
    return (where) =>
      where('person_id', 'in', (from) =>
        from.selectFrom('person_number').select('person_id').where('number_index', '=', ports.indexOf(digits)),
      );
  // The column that lists are sorted by holds all words of a name, folded: what is looked for is folded the same way.
  const words = sortKey({ first: '', last: text.replaceAll(',', ' ') })
    .split(' ')
    .filter((word) => word !== '');
  return (where) =>
    where.and(words.map((word) => where(where.fn<number>('strpos', ['sort_name', where.val(word)]), '>', 0)));
}

const is =
  (column: 'run_id' | 'status_code' | 'unit_id' | 'transfer_code' | 'caseworker_id', value: string): CaseRule =>
  (where) =>
    where(column, '=', value);
const withoutCaseworker: CaseRule = (where) => where('caseworker_id', 'is', null);
