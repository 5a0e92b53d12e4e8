import type { Role } from '../plan/role.ts';
import { type Actor, holds } from './actor.ts';
import { maySeeYouths } from './may.ts';

/** Making a sending ready: office staff do the mailing, the system owner and super users the lists (process.md, phases 4 and 5). */
export const mayPlanSending = (actor: Actor): boolean => holds(actor, 'system_owner', 'office_staff', 'super_user');
/** Letting it go: by those who answer for the process, and never by whoever made it. */
export const approvers: readonly Role[] = ['system_owner', 'process_owner', 'super_user'];
export const mayApproveSending = (actor: Actor): boolean => holds(actor, ...approvers);
/** When messages may reach people, and how long one may think again: by those who answer for the process. */
export const mayKeepSendingSettings = (actor: Actor): boolean => holds(actor, 'system_owner', 'process_owner');
/** A brake that many can reach. */
export const mayStopSending = (actor: Actor): boolean => mayPlanSending(actor) || mayApproveSending(actor);
/** Who gets it, by name; of these only the youths whom the reader may see. */
export const maySeeRecipients = (actor: Actor): boolean => mayStopSending(actor) && maySeeYouths(actor);
