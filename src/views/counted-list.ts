import { sql } from 'kysely';
import { type Answered, isAnswered, isCondition } from '#domain/plan/condition.ts';
import { type Count, counts } from '#domain/plan/template.ts';
import type { CaseRule, ViewPorts } from './ports.ts';

/** A list that something counts, named so that an address can carry it. */
export type Counted =
  /** As it was when a phase opened or closed: `review.before.transferCode`. */
  | { readonly kind: 'frozen'; readonly phaseId: string; readonly side: 'before' | 'after'; readonly count: Count }
  /** As it is now: `now.smsSent`. */
  | { readonly kind: 'now'; readonly count: Count }
  /** What is left of a condition, of a track or of all: `left.no-youth-without-choice.oson`. */
  | { readonly kind: 'left'; readonly condition: Answered; readonly track: string | null };

export function nameOfCounted(counted: Counted): string {
  switch (counted.kind) {
    case 'frozen':
      return `${counted.phaseId}.${counted.side}.${counted.count}`;
    case 'now':
      return `now.${counted.count}`;
    case 'left':
      return ['left', counted.condition, ...(counted.track === null ? [] : [counted.track])].join('.');
  }
}

/** The cases on a counted list; nobody where the name means nothing. */
export function ruleOfCounted({ isCounted, conditions }: ViewPorts, runId: string, name: string): CaseRule {
  const counted = readName(name);
  if (!counted) return () => sql<boolean>`false`;
  switch (counted.kind) {
    case 'frozen': {
      const { phaseId, side, count } = counted;
      // Said to be true, it is looked up for each line of the list: joined, ten thousand would be sorted to show fifty.
      return () => sql<boolean>`(case_id in (select jsonb_array_elements_text(cases) from counter where counter.run_id = ${runId}
        and phase_id = ${phaseId} and side = ${side} and name = ${count} and counter.unit_id is null)) is true`;
    }
    case 'now':
      return isCounted(counted.count);
    case 'left': {
      const { condition, track } = counted;
      return (where) =>
        where.and([
          conditions.isLeft(condition, runId)(where),
          ...(track === null ? [] : [where('track', '=', track)]),
        ]);
    }
  }
}

function readName(name: string): Counted | undefined {
  const [first = '', second = '', third] = name.split('.');
  if (first === 'now') return isCount(second) ? { kind: 'now', count: second } : undefined;
  if (first === 'left')
    return isCondition(second) && isAnswered(second)
      ? { kind: 'left', condition: second, track: third ?? null }
      : undefined;
  const isSide = second === 'before' || second === 'after';
  return isSide && third !== undefined && isCount(third)
    ? { kind: 'frozen', phaseId: first, side: second, count: third }
    : undefined;
}

const isCount = (text: string): text is Count => (counts as readonly string[]).includes(text);
