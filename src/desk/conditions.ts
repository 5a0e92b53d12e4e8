import type { Conditions } from '#ports/conditions.ts';
import type { Engine } from '#ports/engine.ts';
import type { Runs } from '#ports/runs.ts';
import { subjects } from '#workflows/messages.ts';

export interface ConditionPorts {
  readonly engine: Pick<Engine, 'tell'>;
  readonly runs: Pick<Runs, 'clock'>;
  readonly conditions: Conditions;
}

/**
 * Tells the tasks of a run that stand otherwise than the register says; gives how many took it. Nothing is kept of a round: one
 * that dies is made again by the next, and a turn told twice is one step. `at` is the run's now where its clock is being moved.
 */
export async function settleConditions(
  { engine, runs, conditions }: ConditionPorts,
  runId: string,
  at?: { readonly now: number; readonly today: Parameters<Conditions['turned']>[1] },
): Promise<number> {
  const { now, today } = at ?? (await runs.clock(runId));
  const turns = await conditions.turned(runId, today);
  const told = await Promise.all(
    turns.map(({ taskId, commandId, type, condition, count }) =>
      engine.tell({
        subject: subjects.task(runId, taskId),
        commandId,
        event: { type, at: now, doer: { by: null }, ...{ condition, count } },
      }),
    ),
  );
  // Refused: somebody was faster, and the next round sees what came of it.
  return told.filter(({ ok }) => ok).length;
}

/** Rounds after which all is asked again, for tables that change without a step. */
const everyRound = 10;

/** A round over every run that goes on; skipped where no step was written since the last, and the day is the same. */
export function conditionRounds(ports: ConditionPorts): () => Promise<number> {
  const seen = new Map<string, string>();
  let round = 0;
  return async () => {
    round += 1;
    if (round % everyRound === 0) seen.clear();
    const { runs, word } = await ports.conditions.news();
    let told = 0;
    for (const runId of runs) {
      const { today } = await ports.runs.clock(runId);
      if (seen.get(runId) === `${word} ${today}`) continue;
      told += await settleConditions(ports, runId);
      seen.set(runId, `${word} ${today}`);
    }
    return told;
  };
}
