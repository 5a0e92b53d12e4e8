import type { Actor } from '#domain/access/actor.ts';
import { mayApproveList, mayBringLists } from '#domain/access/may.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import type { ArrivedFile, Intakes, Received } from '#ports/intakes.ts';
import { subjects } from '#workflows/messages.ts';
import { type DeskPorts, type Done, deny, doerOf, missing, tell, type Wish } from './commands.ts';

interface Ports extends DeskPorts {
  readonly intakes: Intakes;
}
export interface IntakeWish extends Wish {
  readonly runId: string;
  readonly intakeId: string;
}

/** Bringing lists in: received, looked at, approved where they must be, applied and undone as one act. */
export const intakeDesk = (ports: Ports) => ({
  receive: async (
    actor: Actor,
    file: Pick<ArrivedFile, 'runId' | 'fileName' | 'bytes' | 'declared' | 'readAs'>,
  ): Promise<Outcome<Exclude<Received, { outcome: 'unreadable' }> & { readonly already: boolean }>> => {
    if (!mayBringLists(actor)) return deny();
    const { now } = await ports.runs.clock(file.runId);
    const received = await ports.intakes.receive({ ...file, by: actor.staffId, at: now });
    return received.outcome === 'unreadable'
      ? refused(...received.refusals)
      : accepted({ ...received, already: received.outcome === 'already' });
  },
  approve: (actor: Actor, wish: IntakeWish) => act(ports, actor, wish, mayApproveList, 'intake.approved'),
  apply: (actor: Actor, wish: IntakeWish) => act(ports, actor, wish, mayBringLists, 'intake.applied'),
  undo: (actor: Actor, wish: IntakeWish) => act(ports, actor, wish, mayBringLists, 'intake.undone'),
  reject: (actor: Actor, wish: IntakeWish) => act(ports, actor, wish, mayBringLists, 'intake.rejected'),
});

async function act(
  ports: Ports,
  actor: Actor,
  wish: IntakeWish,
  may: (actor: Actor) => boolean,
  type: string,
): Promise<Outcome<Done>> {
  if (!may(actor)) return deny();
  if ((await ports.intakes.runOf(wish.intakeId)) !== wish.runId) return missing();
  const { now } = await ports.runs.clock(wish.runId);
  return tell(ports, wish, subjects.intake(wish.intakeId), { type, at: now, doer: doerOf(actor) });
}
