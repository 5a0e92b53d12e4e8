import { isTouchedBy, takingBack } from '#domain/act/taking-back.ts';
import { instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import type { Refusal } from '#domain/outcome.ts';
import type { Doer, OpenOrder } from '#domain/standing.ts';
import { type ActHead, type Acts, type DonePart, partCommand, undoCommand } from '#ports/acts.ts';
import type { Engine } from '#ports/engine.ts';
import { beat } from './beat.ts';
import type { Performer } from './carry-out.ts';

interface Ports {
  readonly engine: Engine;
  readonly acts: Acts;
}
interface ActParams {
  readonly actId: string;
  readonly doer: Doer;
}
// `as`: the act machine gives these params with its orders; `doer` only with `undoAct`.
const paramsOf = (params: OpenOrder['params']): ActParams => params as unknown as ActParams;

/** So many parts are read and told together: an act that dies goes on with those that are left. */
const page = 200;
const doer = { by: null };

/**
 * Order `carryOutAct`: tells each case its part, a few at a time; answers `act.carriedOut`. The step book notes a part that is done
 * with the case's own step, so that dying anywhere and beginning again tells only those that are left.
 */
export const carryOutAct =
  ({ engine, acts }: Ports): Performer =>
  async (params, order) => {
    const { actId } = paramsOf(params);
    const act = await acts.head(actId);
    if (!act) throw new Error(`no rows for the act ${actId}: rows come first`);
    for (let after = 0; ; ) {
      const parts = await acts.waiting(actId, after, page);
      const commands = parts.map(({ caseId, event }) => ({
        subject: `youth/${caseId}`,
        commandId: partCommand(actId, caseId),
        event: { ...event, at: act.at, doer: act.doer },
      }));
      await engine.tellEach(commands, async ({ subject }, answer) => {
        if (!answer.ok) await acts.refuse(actId, caseOf(subject), answer.refusals);
        beat(after);
      });
      const last = parts.at(-1);
      if (!last) break;
      after = last.place;
    }
    await giveTasks(engine, acts, act);
    const { done, refused } = await acts.counts(actId);
    return { type: 'act.carriedOut', at: order.at, doer, ...{ done, refused } };
  };

/** Order `undoAct`: takes back each part whose case nobody has changed in that matter since; answers `act.takenBack`. */
export const undoAct =
  ({ engine, acts }: Ports): Performer =>
  async (params, order) => {
    const { actId, doer: undoer } = paramsOf(params);
    for (let after = 0; ; ) {
      const parts = await acts.done(actId, after, page);
      for (const part of parts) {
        const edited = editedSince(part);
        if (edited) await acts.keep(actId, part.caseId, [edited]);
      }
      const commands = parts
        .filter((part) => editedSince(part) === undefined)
        .map((part) => ({
          subject: `youth/${part.caseId}`,
          commandId: undoCommand(actId, part.caseId),
          event: { ...takingBack(part.event, { ...part, on: dayOf(instant(order.at)) }), at: order.at, doer: undoer },
        }));
      await engine.tellEach(commands, async ({ subject }, answer) => {
        if (!answer.ok) await acts.keep(actId, caseOf(subject), answer.refusals);
        beat(after);
      });
      const last = parts.at(-1);
      if (!last) break;
      after = last.place;
    }
    await giveTasksBack(engine, acts, { actId, at: order.at, doer: undoer });
    const { undone, kept } = await acts.counts(actId);
    return { type: 'act.takenBack', at: order.at, doer, ...{ undone, kept } };
  };

/** Tasks share their phase's workflow, which takes each number once: the task's own id is in it. */
const taskCommand = (actId: string, taskId: string): string => `${actId}/${taskId}`;

/** Tasks that go with the youths; told after them, each by a command of the act's own. */
async function giveTasks(engine: Engine, acts: Acts, { actId, runId, at, doer: by }: ActHead): Promise<void> {
  for (const { taskId, to } of await acts.tasks(actId, 'waiting')) {
    const event = { type: 'task.assigned', at, doer: by, ...{ staffId: to } };
    const told = await engine.tell({
      subject: `task/${runId}/${taskId}`,
      commandId: taskCommand(actId, taskId),
      event,
    });
    await acts.noteTask(actId, taskId, told.ok ? 'done' : 'refused');
  }
}

/** Back to whom they came from, where nobody has given them on since. */
async function giveTasksBack(
  engine: Engine,
  acts: Acts,
  { actId, at, doer: by }: { readonly actId: string; readonly at: number; readonly doer: Doer },
): Promise<void> {
  const head = await acts.head(actId);
  for (const { taskId, from, to, now } of await acts.tasks(actId, 'done')) {
    const event = { type: 'task.assigned', at, doer: by, ...{ staffId: from } };
    const subject = `task/${head?.runId ?? ''}/${taskId}`;
    // Back already: told before a crash, or by somebody.
    const isBack =
      now === from ||
      (now === to && (await engine.tell({ subject, commandId: `${taskCommand(actId, taskId)}/undo`, event })).ok);
    await acts.noteTask(actId, taskId, isBack ? 'undone' : 'kept');
  }
}

const caseOf = (subject: string): string => subject.slice('youth/'.length);

/** The last that somebody did to the same thing since; who it was is an id, the page knows the name. */
function editedSince({ event, since }: DonePart): Refusal | undefined {
  const last = since.findLast(({ type }) => isTouchedBy(event.type, type));
  if (!last) return undefined;
  return { code: 'act.editedSince', facts: { on: dayOf(instant(last.at)), by: last.by ?? '' } };
}
