import type { PlanVersion } from '#ports/runs.ts';
import type { Asking } from './ports.ts';

/** Versions are never rewritten, so one that was read is kept; a few runs are looked at in turn. */
const mostKept = 8;

export interface PlanBook {
  /** The plan in force; undefined for a run nobody knows. */
  readonly inForce: (runId: string) => Promise<PlanVersion | undefined>;
}

export function planBook({ db, ports }: Asking): PlanBook {
  const kept = new Map<string, PlanVersion>();
  return {
    inForce: async (runId) => {
      const run = await db.selectFrom('run').select('plan_version').where('run_id', '=', runId).executeTakeFirst();
      if (!run) return undefined;
      const key = `${runId}/${run.plan_version}`;
      const known = kept.get(key) ?? (await ports.runs.planVersion(runId, run.plan_version));
      if (!known) return undefined;
      kept.delete(key);
      kept.set(key, known);
      for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) kept.delete(oldest);
      return known;
    },
  };
}
