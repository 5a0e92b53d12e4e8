import { z } from 'zod';
import { runners } from '#domain/coding/situation.ts';
import { navFindings, navParticipants } from '#domain/nav-meeting/finding.ts';
import { isLeavingReason, type LeavingReason, leavingGaps, notDone, participants } from '#domain/youth/leaving.ts';
import { returnReceivers } from '#domain/youth/return-to-vigo.ts';
import { day, dayGiven, dryRun, id, list, refusal } from './basic.ts';

const youth = { caseId: z.string(), name: z.string(), unit: z.string() };

const returned = { ...youth, code: z.string(), receiver: z.enum(returnReceivers), protected: z.boolean() };
export const returns = z.object({
  today: day,
  queued: list(z.object({ ...returned, since: day.optional() })),
  sent: list(
    z.object({
      ...returned,
      sentOn: day,
      by: z.string().optional(),
      reference: z.string().optional(),
      stillOnList: z.boolean(),
    }),
  ),
  again: list(z.object({ ...returned, lastOn: day.optional() })),
  hidden: z.number(),
});
export const returnsExportGiven = z.strictObject({ receiver: z.enum(returnReceivers).optional() });
/** A workbook in base64, with the cases it names: they go into the read log. */
export const workbook = z.object({
  name: z.string(),
  cases: list(z.string()),
  /** Protected persons that are not in it. */
  apart: z.number(),
  content: z.string(),
});
export const sentGiven = z.strictObject({
  cases: z.array(id).min(1).readonly(),
  on: dayGiven.optional(),
  reference: z.string().trim().min(1).max(500).optional(),
  dryRun,
});
export const sent = z.object({
  sent: z.number(),
  refused: list(z.object({ caseId: z.string(), refusals: list(refusal) })),
});

export const leaversAsked = z.object({
  gap: z.enum(['any', ...leavingGaps, 'none']).optional(),
  unit: id.optional(),
  page: z.coerce.number().int().min(1).optional(),
});
export const leavers = z.object({
  today: day,
  counts: list(z.object({ gap: z.string(), n: z.number() })),
  total: z.number(),
  hidden: z.number(),
  page: z.number(),
  pageSize: z.number(),
  rows: list(
    z.object({
      ...youth,
      school: z.string().optional(),
      leftOn: day.optional(),
      gaps: list(z.string()),
      days: z.number(),
      remindedOn: day.optional(),
    }),
  ),
});
const reason = z
  .string()
  .refine((code): code is LeavingReason => isLeavingReason(code), { message: 'B06' })
  .nullable();
/** What is said of a leaving now; what is left out stays as it is, null says that it is not known after all. */
export const leavingGiven = z.strictObject({
  noticeOn: dayGiven.nullable().optional(),
  leftOn: dayGiven.nullable().optional(),
  reason: reason.optional(),
  meetingHeldOn: dayGiven.nullable().optional(),
  meetingNotHeld: z.enum(notDone).nullable().optional(),
  tookPart: list(z.enum(participants)).optional(),
  planMadeOn: dayGiven.nullable().optional(),
  planNotMade: z.enum(notDone).nullable().optional(),
  school: z.string().trim().max(120).optional(),
  dryRun,
});
export const leaving = z.object({
  ...youth,
  gaps: list(z.string()),
  school: z.string().optional(),
  leaving: z.object({
    noticeOn: day.nullable(),
    leftOn: day.nullable(),
    reason: z.string().nullable().optional(),
    meetingHeldOn: day.nullable(),
    meetingNotHeld: z.string().nullable().optional(),
    tookPart: list(z.string()).optional(),
    planMadeOn: day.nullable(),
    planNotMade: z.string().nullable().optional(),
    remindedOn: day.nullable().optional(),
  }),
  /** Words to the school; absent when nothing is missing, and for a protected person. */
  reminder: z.string().optional(),
});
export const onlyDryRun = z.strictObject({ dryRun });

const area = z.object({ kind: z.enum(['unit', 'municipality']), id: z.string(), name: z.string() });
const meeting = z.object({ meetingId: z.string(), area, on: day, tookPart: list(z.string()), entries: z.number() });
export const navAsked = z.object({
  unit: id.optional(),
  municipality: id.optional(),
  meeting: id.optional(),
});
export const navList = z.object({
  today: day,
  areas: list(area),
  area: area.optional(),
  meetings: list(meeting),
  hidden: z.number(),
  rows: list(
    z.object({
      ...youth,
      born: day.optional(),
      mobile: z.string().optional(),
      address: z.string().optional(),
      lastContact: day.optional(),
      toCheck: list(z.string()),
      entry: z.object({ meetingId: z.string(), on: day, found: z.string(), changed: list(z.string()) }).optional(),
      proposal: z.object({ code: z.string(), verdict: z.string(), why: list(z.string()) }).optional(),
    }),
  ),
});
export const navExportGiven = z.strictObject({ unit: id.optional(), municipality: id.optional() });
export const meetingGiven = z.strictObject({
  unit: id.optional(),
  municipality: id.optional(),
  on: dayGiven.optional(),
  tookPart: list(z.enum(navParticipants)).default([]),
  dryRun,
});
export const opened = z.object({ meetingId: z.string() });
export const entryGiven = z.strictObject({
  found: z.enum(navFindings),
  runBy: list(z.enum(runners)).default([]),
  mobile: z.string().trim().min(1).max(40).optional(),
  address: z
    .strictObject({ street: z.string().trim().min(1).max(100), postcode: z.string().max(4), place: z.string().max(60) })
    .optional(),
  dryRun,
});

const double = z.object({
  ...youth,
  born: day.optional(),
  numberKind: z.string().optional(),
  code: z.string().optional(),
  codeOn: day.optional(),
  contacts: z.number(),
});
const stands = z.object({ stands: z.string(), why: z.string().optional() });
export const doubles = z.object({
  searched: z.object({ at: z.number(), youths: z.number() }).optional(),
  pairs: list(
    z.object({
      one: double,
      other: double,
      band: z.string(),
      score: z.number(),
      agrees: list(z.string()),
      disagrees: list(z.string()),
      remarks: list(z.string()),
      status: stands,
    }),
  ),
  merges: list(z.object({ mergeId: z.string(), caseId: z.string(), name: z.string(), at: z.number() })),
  across: list(z.object({ ...youth, code: z.string().optional(), why: z.string() })),
  hidden: z.number(),
});
export const searched = z.object({ youths: z.number(), pairs: z.number() });
export const pairGiven = z.strictObject({ keep: id, away: id, dryRun });
export const merged = z.object({ mergeId: z.string(), status: stands });
