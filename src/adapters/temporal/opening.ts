import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Reopened } from '#ports/step-book.ts';
import {
  homeOf,
  lookAgain,
  type Opening,
  type PhaseOpening,
  type SubjectKind,
  workflowOf,
} from '#workflows/messages.ts';

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

export type Ready = Awaited<ReturnType<typeof openingFor>>;

/** Starts one; where it runs already, it may be behind its rows, and is asked to look at them. */
export async function startOrLook(client: Client, { type, options }: Ready): Promise<void> {
  try {
    await client.workflow.start(type, { ...options, workflowIdConflictPolicy: 'FAIL' });
  } catch (cause) {
    if (!(cause instanceof WorkflowExecutionAlreadyStartedError)) throw cause;
    await lookOrStart(client, { type, options });
  }
}

/** Asks one to look at its rows; where it does not run, it starts from them. */
export async function lookOrStart({ workflow }: Client, { type, options }: Ready): Promise<void> {
  await workflow.signalWithStart(type, { ...options, signal: lookAgain, signalArgs: [] });
}

function openingOf({ taskQueue, stepsPerRun }: Openings, { subject, runId, clockShift, standing, orders }: Reopened) {
  // `as`: the word before the first slash is the kind, for all subjects made in messages.ts.
  const kind = subject.slice(0, subject.indexOf('/')) as SubjectKind;
  const head = { subject, runId, clockShift, ...(stepsPerRun === undefined ? {} : { stepsPerRun }) };
  const ofOne: Opening = { ...head, standing, orders, ...(kind === 'youth' ? { row: 'to-claim' } : {}) };
  const opening: Opening | PhaseOpening = kind === 'phase' ? head : ofOne;
  const options = {
    workflowId: subject,
    taskQueue,
    args: [opening],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    // A phase whose tasks all come due at midnight on a slow machine needs more than the default ten seconds.
    workflowTaskTimeout: '60 seconds',
  } as const;
  return { type: workflowOf[kind], options };
}
