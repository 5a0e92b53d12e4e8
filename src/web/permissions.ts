import type { Actor } from '#domain/access/actor.ts';
import { mayDoMailing, mayMakeTemplates, mayTakeReturnedMail } from '#domain/access/letters.ts';
import {
  mayApproveList,
  mayBringLists,
  mayChangePlan,
  mayCrossCheck,
  mayEndEmployment,
  mayHaveOwnList,
  mayLead,
  mayMoveClock,
  maySeeNumbers,
  maySeeYouths,
  mayShareFilter,
  mayStartRun,
  mayTakeReplies,
} from '#domain/access/may.ts';
import { mayCall, mayRunSomeDrive } from '#domain/access/phone.ts';
import { mayKeepSendingSettings, mayPlanSending, maySeeRecipients } from '#domain/access/sending.ts';

/** What a route may ask of its reader before anything is read; the desk and the views ask again about the subject itself. */
export const permissions = [
  'year.see',
  'tasks.see',
  'youths.see',
  'own.see',
  'filters.share',
  'sendings.see',
  'sendings.plan',
  'sendings.settings',
  'sendings.recipients',
  'assignment.lead',
  'staff.leave',
  'inbound.see',
  'letters.see',
  'letters.mail',
  'mail.take-back',
  'templates.make',
  'intake.see',
  'intake.upload',
  'cross-check.see',
  'phone.see',
  'phone.call',
  'phone.run',
  'plan.see',
  'plan.change',
  'run.start',
  'rehearsal.forward',
] as const;
export type Permission = (typeof permissions)[number];

const predicates: Readonly<Record<Permission, (actor: Actor) => boolean>> = {
  'year.see': maySeeNumbers,
  'tasks.see': maySeeNumbers,
  'youths.see': maySeeYouths,
  'own.see': mayHaveOwnList,
  'filters.share': mayShareFilter,
  'sendings.see': maySeeNumbers,
  'sendings.plan': mayPlanSending,
  'sendings.settings': mayKeepSendingSettings,
  'sendings.recipients': maySeeRecipients,
  'assignment.lead': mayLead,
  'staff.leave': mayEndEmployment,
  'inbound.see': mayTakeReplies,
  'letters.see': (actor) => mayMakeTemplates(actor) || mayDoMailing(actor),
  'letters.mail': mayDoMailing,
  'mail.take-back': mayTakeReturnedMail,
  'templates.make': mayMakeTemplates,
  'intake.see': mayApproveList,
  'intake.upload': mayBringLists,
  'cross-check.see': mayCrossCheck,
  'phone.see': maySeeNumbers,
  'phone.call': mayCall,
  'phone.run': mayRunSomeDrive,
  'plan.see': maySeeNumbers,
  'plan.change': mayChangePlan,
  'run.start': mayStartRun,
  'rehearsal.forward': mayMoveClock,
};

export const permits = (actor: Actor, permission: Permission): boolean => predicates[permission](actor);
