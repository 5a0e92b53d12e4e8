import { z } from 'zod';
import { dryRun, id, sentence } from './basic.ts';

export const taskGiven = z.strictObject({ dryRun });
/** With a reason: done although the task closes itself and something is left. */
export const taskDoneGiven = z.strictObject({ reason: sentence.optional(), dryRun });
/** Null gives the task back to everybody with the role. */
export const taskAssignGiven = z.strictObject({ staff: id.nullable(), dryRun });
