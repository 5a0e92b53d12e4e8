import type { Actor } from '#domain/access/actor.ts';
import { mayLead } from '#domain/access/may.ts';
import { roles } from '#domain/plan/role.ts';
import type { LeavingChoices } from './answers/assignment.ts';
import type { Asking } from './ports.ts';
import { caseworkerRoles, choicesOf, holdersOf } from './staff-names.ts';

/** Everybody who works here, and those of them who can have youths. */
export async function leavingChoices(
  { db }: Asking,
  { actor, runId }: { readonly actor: Actor; readonly runId: string },
): Promise<LeavingChoices> {
  const holders = await holdersOf(db, runId, roles);
  return {
    people: choicesOf(holders),
    targets: choicesOf(holders.filter(({ role }) => caseworkerRoles.some((one) => one === role))),
    mayShare: mayLead(actor),
  };
}
