import type { Actor } from '#domain/access/actor.ts';
import { mayDoTask, maySkipTask } from '#domain/access/may.ts';
import type { Outcome } from '#domain/outcome.ts';
import { subjects } from '#workflows/messages.ts';
import { type DeskPorts, type Done, deny, doerOf, missing, tell, type Wish } from './commands.ts';

export interface TaskWish extends Wish {
  readonly runId: string;
  readonly taskId: string;
}

/** Ticking, reopening and skipping tasks of a phase's checklist. */
export const taskDesk = (ports: DeskPorts) => ({
  /** A task that closes itself is done by hand only with a reason, by those who could skip it as well. */
  complete: (actor: Actor, wish: TaskWish & { readonly reason?: string }) =>
    wish.reason === undefined
      ? act(ports, actor, wish, 'task.completed', mayDoTask)
      : act(ports, actor, wish, 'task.completed', maySkipTask, { reason: wish.reason }),
  reopen: (actor: Actor, wish: TaskWish) => act(ports, actor, wish, 'task.reopened', mayDoTask),
  skip: (actor: Actor, wish: TaskWish & { readonly reason: string }) =>
    act(ports, actor, wish, 'task.skipped', maySkipTask, { reason: wish.reason }),
  assign: (actor: Actor, wish: TaskWish & { readonly staffId: string | null }) =>
    act(ports, actor, wish, 'task.assigned', maySkipTask, { staffId: wish.staffId }),
});

async function act(
  ports: DeskPorts,
  actor: Actor,
  wish: TaskWish,
  type: string,
  may: typeof mayDoTask,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Outcome<Done>> {
  const task = await ports.cases.task(wish.runId, wish.taskId);
  if (!task) return missing();
  if (!may(actor, task)) return deny();
  const { now } = await ports.runs.clock(wish.runId);
  const event = { type, at: now, doer: doerOf(actor, task.staffId), ...more };
  return tell(ports, wish, subjects.task(wish.runId, wish.taskId), event);
}
