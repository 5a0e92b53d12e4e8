import { z } from 'zod';
import { dryRun, id } from './basic.ts';

export const taskGiven = z.strictObject({ dryRun });
/** Null gives the task back to everybody with the role. */
export const taskAssignGiven = z.strictObject({ staff: id.nullable(), dryRun });
