import type { Actor } from '#domain/access/actor.ts';
import { mayKeepRules, mayLead, mayLeadPerson, mayLeadUnit } from '#domain/access/may.ts';
import type { MovedTask } from '#domain/act/act.ts';
import { type Proposal, propose, type Way } from '#domain/assignment/propose.ts';
import { faultsOfRules, type RuleSet } from '#domain/assignment/rule.ts';
import { shareTasks } from '#domain/assignment/share-tasks.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import { askedOf } from '#domain/run/conditions.ts';
import type { Acts } from '#ports/acts.ts';
import type { Assignments, Whose } from '#ports/assignment.ts';
import type { StaffBook, StaffMember } from '#ports/staff.ts';
import { actDesk, type Ordered } from './acts.ts';
import { type DeskPorts, deny, missing, type Wish } from './commands.ts';

export interface AssignmentPorts extends DeskPorts {
  readonly acts: Acts;
  readonly assignments: Assignments;
  readonly staff: Pick<StaffBook, 'byId' | 'everybody' | 'units'>;
}

/** What is to be shared out: some youths, or all that are somebody's (null: nobody's) in the units the actor leads. */
export interface ShareWish extends Wish {
  readonly runId: string;
  readonly from: string | null;
  /** Only these of them. */
  readonly cases?: readonly string[];
  /** Only those of one unit. */
  readonly unit?: string;
  readonly way:
    | { readonly kind: 'rules' }
    | { readonly kind: 'evenly' }
    | { readonly kind: 'one'; readonly staffId: string };
  /** The tasks of the one they are moved from go along. */
  readonly withTasks?: boolean;
  /** How many were shown to move: another number now, and nothing is done. */
  readonly expected?: number;
}

/** Who would get whom, and what goes along. */
export interface Shared extends Proposal {
  readonly tasks: readonly MovedTask[];
}

/** Sharing out youths and tasks: looked at first, carried out as one act, undone as one. */
export const assignmentDesk = (ports: AssignmentPorts) => ({
  keepRules: (actor: Actor, wish: Wish & { readonly runId: string } & RuleSet) => keepRules(ports, actor, wish),
  preview: (actor: Actor, wish: Omit<ShareWish, 'commandId'>) => share(ports, actor, wish),
  share: (actor: Actor, wish: ShareWish) => carryOut(ports, actor, wish),
});

async function keepRules(
  { assignments, staff, runs }: AssignmentPorts,
  actor: Actor,
  { runId, rules, onIntake, dryRun }: Wish & { readonly runId: string } & RuleSet,
): Promise<Outcome<RuleSet>> {
  if (!mayKeepRules(actor)) return deny();
  const people = (await staff.everybody()).filter(({ active }) => active);
  const known = {
    units: new Set((await staff.units()).map(({ unitId }) => unitId)),
    staff: new Set(people.map(({ staffId }) => staffId)),
  };
  const faults = faultsOfRules(rules, known).map(({ place, code }) => ({
    code: `assignment.rule.${code}`,
    facts: { place },
  }));
  if (faults.length > 0) return refused(...faults);
  const { now } = await runs.clock(runId);
  if (!dryRun) await assignments.keepRules(runId, { rules, onIntake }, { at: now, by: actor.staffId });
  return accepted({ rules, onIntake });
}

/** Who would get whom; nothing is done. */
export async function share(
  ports: AssignmentPorts,
  actor: Actor,
  { runId, from, cases, unit, way, withTasks }: Omit<ShareWish, 'commandId'>,
): Promise<Outcome<Shared>> {
  const { assignments, staff, runs } = ports;
  if (!mayLead(actor)) return deny();
  const member = from === null ? undefined : await staff.byId(from);
  if (from !== null && !member) return missing();
  if (way.kind === 'one' && !(await canHaveYouths(ports, runId, way.staffId)))
    return refused({ code: 'assignment.noCaseworker' });
  const { today } = await runs.clock(runId);
  const workers = await assignments.workers(runId, today);
  const whose: Whose = cases === undefined ? { kind: 'of', staffId: from } : { kind: 'some', cases };
  const youths = (await assignments.youths(runId, whose)).filter(
    (youth) => mayLeadUnit(actor, youth.unitId) && (unit === undefined || youth.unitId === unit),
  );
  const full: Way = way.kind === 'rules' ? { kind: 'rules', rules: (await assignments.rules(runId)).rules } : way;
  const proposal = propose({ youths, workers, way: full, from });
  if (!withTasks || !member) return accepted({ ...proposal, tasks: [] });
  if (!mayLeadPerson(actor, unitsOf(member))) return deny();
  const own = (await assignments.tasksOf(runId, member.staffId)).filter(await isMoved(ports, runId));
  return accepted({ ...proposal, tasks: shareTasks(own, workers, { way: full, from: member.staffId }) });
}

const unitsOf = ({ grants }: StaffMember) => grants.map(({ unitId }) => unitId);

/** Tasks about one's own list close themselves when the list is empty: they stay with whom they were. */
async function isMoved({ runs }: AssignmentPorts, runId: string) {
  const inForce = await runs.planInForce(runId);
  const asked = inForce ? askedOf(inForce.plan) : new Map();
  return ({ taskId, definition }: { readonly taskId: string; readonly definition: string }) =>
    !(taskId.includes('@staff:') && asked.has(definition));
}

async function canHaveYouths({ staff }: AssignmentPorts, runId: string, staffId: string): Promise<boolean> {
  const member = await staff.byId(staffId);
  return (
    member?.active === true &&
    member.grants.some(
      (grant) => (grant.role === 'adviser' || grant.role === 'super_user') && (grant.runId ?? runId) === runId,
    )
  );
}

async function carryOut(ports: AssignmentPorts, actor: Actor, wish: ShareWish): Promise<Outcome<Ordered>> {
  const again = await actDesk(ports).again(actor, wish);
  if (again) return again;
  const shared = await share(ports, actor, wish);
  if (!shared.ok) return shared;
  const { moves, tasks } = shared.value;
  if (wish.expected !== undefined && wish.expected !== moves.length)
    return refused({ code: 'assignment.changed', facts: { expected: wish.expected, now: moves.length } });
  return actDesk(ports).begin(actor, {
    commandId: wish.commandId,
    dryRun: wish.dryRun ?? false,
    runId: wish.runId,
    kind: 'assignment',
    because: { way: wish.way.kind, ...(wish.from === null ? {} : { from: wish.from }) },
    parts: moves.map(({ caseId, unitId, caseworkerId }) => ({
      caseId,
      event: { type: 'case.assigned', unitId, caseworkerId },
    })),
    tasks,
  });
}
