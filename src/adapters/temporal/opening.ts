import type { Reopened } from '#ports/step-book.ts';
import { homeOf, type Opening, type PhaseOpening, type SubjectKind, workflowOf } from '#workflows/messages.ts';

export interface Openings {
  readonly taskQueue: string;
  readonly stepsPerRun?: number;
  readonly reopenMany: (subjects: readonly string[]) => Promise<readonly Reopened[]>;
}

/** How to start the workflows of some subjects from their rows; tasks share their phase's. */
export async function openingsOf(options: Openings, subjects: readonly string[]) {
  const rows = await options.reopenMany([...new Set(subjects.map(homeOf))]);
  return rows.map((row) => openingOf(options, row));
}

/** How to start one; throws for a subject that has no row, since rows come first. */
export async function openingFor(options: Openings, subject: string) {
  const [opening] = await openingsOf(options, [subject]);
  if (!opening) throw new Error(`no row for ${subject}: rows come first`);
  return opening;
}

function openingOf({ taskQueue, stepsPerRun }: Openings, { subject, runId, clockShift, standing, orders }: Reopened) {
  // `as`: the word before the first slash is the kind, for all subjects made in messages.ts.
  const kind = subject.slice(0, subject.indexOf('/')) as SubjectKind;
  const head = { subject, runId, clockShift, ...(stepsPerRun === undefined ? {} : { stepsPerRun }) };
  const opening: Opening | PhaseOpening = kind === 'phase' ? head : { ...head, standing, orders };
  const options = {
    workflowId: subject,
    taskQueue,
    args: [opening],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    // A phase whose tasks all come due at midnight on a slow machine needs more than the default ten seconds.
    workflowTaskTimeout: '60 seconds',
  } as const;
  return { subject, type: workflowOf[kind], options };
}
