import type { Actor } from '#domain/access/actor.ts';
import { mayEndEmployment, mayLeadPerson } from '#domain/access/may.ts';
import { isOver, whyNotAbsent } from '#domain/assignment/absence.ts';
import { addDays } from '#domain/calendar/arithmetic.ts';
import type { Day } from '#domain/calendar/day.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import type { Absences } from '#ports/assignment.ts';
import type { StaffBook } from '#ports/staff.ts';
import { type AssignmentPorts, assignmentDesk, type Shared, type ShareWish, share } from './assignment.ts';
import { deny, missing, type Wish } from './commands.ts';

interface Ports extends AssignmentPorts {
  readonly absences: Absences;
  readonly staff: Pick<StaffBook, 'byId' | 'everybody' | 'units' | 'setActive'>;
}

export interface AbsenceWish extends Wish {
  readonly runId: string;
  readonly staffId: string;
  readonly substituteId: string;
  readonly from: Day;
  readonly to: Day;
}
export interface LeaveWish extends Wish {
  readonly runId: string;
  readonly staffId: string;
  /** How what is open is moved; left out, nothing is. */
  readonly way?: ShareWish['way'];
  /** Leave although something stays open. */
  readonly leaveOpen?: boolean;
}

/** What is open of somebody who leaves: what moves, and what stays with nobody to see to it. */
export interface Leaving extends Shared {
  readonly stays: { readonly youths: number; readonly tasks: number };
  /** The act that moves them; null when nothing moves. */
  readonly actId: string | null;
}

/** Who is away for a while, and who leaves. */
export const staffDesk = (ports: Ports) => ({
  registerAbsence: (actor: Actor, wish: AbsenceWish) => registerAbsence(ports, actor, wish),
  endAbsence: (actor: Actor, wish: Wish & { readonly runId: string; readonly absenceId: string }) =>
    endAbsence(ports, actor, wish),
  leave: (actor: Actor, wish: LeaveWish) => leave(ports, actor, wish),
});

async function registerAbsence(
  { staff, absences, runs }: Ports,
  actor: Actor,
  { runId, dryRun, commandId, ...wanted }: AbsenceWish,
): Promise<Outcome<{ readonly absenceId: string }>> {
  const away = await staff.byId(wanted.staffId);
  const substitute = await staff.byId(wanted.substituteId);
  if (!away?.active || !substitute?.active) return missing();
  if (
    !mayLeadPerson(
      actor,
      away.grants.map(({ unitId }) => unitId),
    )
  )
    return deny();
  const { now, today } = await runs.clock(runId);
  const known = (await absences.all()).filter(({ absenceId }) => absenceId !== commandId);
  const refusals = whyNotAbsent(wanted, known, today);
  if (refusals.length > 0) return refused(...refusals);
  if (!dryRun) await absences.register({ absenceId: commandId, ...wanted }, { at: now, by: actor.staffId });
  return accepted({ absenceId: commandId });
}

/** Back before the time: from today it is handed back. */
async function endAbsence(
  { staff, absences, runs }: Ports,
  actor: Actor,
  { runId, absenceId, dryRun }: Wish & { readonly runId: string; readonly absenceId: string },
): Promise<Outcome<{ readonly absenceId: string }>> {
  const absence = (await absences.all()).find((one) => one.absenceId === absenceId);
  const away = absence && (await staff.byId(absence.staffId));
  if (!absence || !away) return missing();
  if (
    !mayLeadPerson(
      actor,
      away.grants.map(({ unitId }) => unitId),
    )
  )
    return deny();
  // Ended already: pressed twice, or by two.
  if (absence.endedOn !== null) return accepted({ absenceId });
  const { today } = await runs.clock(runId);
  if (isOver(absence, today)) return refused({ code: 'absence.over', facts: { to: absence.to, today } });
  if (!dryRun) await absences.end(absenceId, addDays(today, -1), actor.staffId);
  return accepted({ absenceId });
}

/** Somebody leaves: warned of what is open, which is moved in one act or left on purpose. */
async function leave(ports: Ports, actor: Actor, wish: LeaveWish): Promise<Outcome<Leaving>> {
  const { runId, staffId, way, dryRun } = wish;
  if (!mayEndEmployment(actor)) return deny();
  const member = await ports.staff.byId(staffId);
  if (!member) return missing();
  if (!member.active) return refused({ code: 'staff.left' });
  const youths = await ports.assignments.youths(runId, { kind: 'of', staffId });
  const tasks = await ports.assignments.tasksOf(runId, staffId);
  const shared = way ? await share(ports, actor, { runId, from: staffId, way, withTasks: true }) : accepted(nothing);
  if (!shared.ok) return shared;
  const { moves, tasks: moved } = shared.value;
  const stays = { youths: youths.length - moves.length, tasks: tasks.length - moved.length };
  if (dryRun) return accepted({ ...shared.value, stays, actId: null });
  if (stays.youths > 0 && !wish.leaveOpen) return refused({ code: 'staff.hasOpen', facts: stays });
  const anything = moves.length + moved.length > 0;
  if (way && anything) {
    const { commandId } = wish;
    const begun = await assignmentDesk(ports).share(actor, { commandId, runId, from: staffId, way, withTasks: true });
    if (!begun.ok) return begun;
  }
  await ports.staff.setActive(staffId, false);
  return accepted({ ...shared.value, stays, actId: way && anything ? wish.commandId : null });
}

const nothing: Shared = { moves: [], untouched: [], gets: [], tasks: [] };
