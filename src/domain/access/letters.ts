import { type Actor, holds } from './actor.ts';
import { maySeeYouths } from './may.ts';
import { mayPlanSending } from './sending.ts';

/** Templates, letterhead and postcodes: the system owner makes the letter template (process.md, phase 4). */
export const mayMakeTemplates = (actor: Actor): boolean => holds(actor, 'system_owner');
/** Looking at addresses, previews and the manual list, and printing: those who do the mailing, of the youths they may see. */
export const mayDoMailing = (actor: Actor): boolean => mayPlanSending(actor) && maySeeYouths(actor);
/** Mail that came back is opened by whoever does the mailing, and by the caseworkers. */
export const mayTakeReturnedMail = (actor: Actor): boolean => mayDoMailing(actor) || holds(actor, 'adviser');
