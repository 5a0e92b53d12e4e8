import type { Rule } from './rule.ts';
import { activityFitsCode, whoRunsTheMeasure, workAndWantsMore } from './rules/activity.ts';
import { targetGroupAge } from './rules/age.ts';
import {
  clarifiedBesideActivity,
  clarifiedNeedsReason,
  declinedNeedsExplicitNo,
  informalTraining,
  reasonBeforeDeclined,
} from './rules/clarified.ts';
import {
  contactBeforeLeavingUnknown,
  outsideWithoutContact,
  unknownAfterContact,
  unknownWithActivity,
} from './rules/contact.ts';
import { afterService, deferment, offerAgainNextYear, returnToVigo } from './rules/duties.ts';
import { followUpIsDialogue, followUpWithoutActivity } from './rules/follow-up.ts';
import {
  abroadWithoutSchool,
  outsideNeedsReason,
  preventiveLowerSecondary,
  preventiveUpperSecondary,
  registerSpeaksAgainst,
} from './rules/outside.ts';
import { statusAtContact, viaOtDecides, viaOtOpenCases } from './rules/via-ot.ts';

/** Every coding rule, in the order a caseworker would ask. Before them stands `codeIsValid` (`rules/validity.ts`). */
export const codingRules: readonly Rule[] = [
  // Has anybody reached the youth?
  contactBeforeLeavingUnknown,
  outsideWithoutContact,
  unknownAfterContact,
  unknownWithActivity,
  statusAtContact,
  // 2 Under follow-up
  followUpWithoutActivity,
  followUpIsDialogue,
  // 3 In activity, and where the youth was when first reached
  viaOtDecides,
  viaOtOpenCases,
  activityFitsCode,
  workAndWantsMore,
  whoRunsTheMeasure,
  // 4 Clarified
  reasonBeforeDeclined,
  declinedNeedsExplicitNo,
  clarifiedNeedsReason,
  clarifiedBesideActivity,
  informalTraining,
  // 5 Registered, not in the target group
  preventiveLowerSecondary,
  preventiveUpperSecondary,
  outsideNeedsReason,
  abroadWithoutSchool,
  registerSpeaksAgainst,
  targetGroupAge,
  // What follows from the code
  offerAgainNextYear,
  deferment,
  afterService,
  returnToVigo,
];
