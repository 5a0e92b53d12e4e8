import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Refusal } from '#domain/outcome.ts';
import type { Happening, Reopening } from '#domain/standing.ts';

/** A command or a told fact, addressed to one subject of the workflow. Plain JSON, no person but by id. */
export interface Message {
  readonly subject: string;
  readonly commandId: string;
  readonly event: Happening;
  /** Look at the rows before this is judged: it was refused by a run that was behind them. */
  readonly look?: true;
}
/** What a command became: its number in the journal. Where the subject stands after it is in the rows. */
export interface Told {
  readonly sequence: number;
}

/** A command: refused by the validator or the machine, or recorded when it answers. */
export const tell = defineUpdate<Told, [Message]>('tell');
/** A fact for which nobody waits; the same `commandId` twice is one step. */
export const hear = defineSignal<[Message]>('hear');
/** Look at your rows again: the engine may be behind them. */
export const lookAgain = defineSignal('lookAgain');

export interface Opening extends Reopening {
  readonly subject: string;
  readonly runId: string;
  /** What a rehearsal's clock was ahead of (or behind) the real one when it began, ms; 0 for a real year. */
  readonly clockShift: number;
  /** Continue as new after so many steps, besides when the server asks for it. Small in tests. */
  readonly stepsPerRun?: number;
  /** Whether the workflow has to claim its row, or the run before it has; left out where its starter marks the row. */
  readonly row?: 'to-claim' | 'claimed';
}
/** A phase reads its tasks itself: a thousand snapshots do not belong in one payload. */
export interface PhaseOpening {
  readonly subject: string;
  readonly runId: string;
  readonly clockShift: number;
  readonly stepsPerRun?: number;
}

/** Failure types that cross the engine's border. */
export const refusalType = 'Refusal';
/** Why, and how far the run knew the subject when it refused. */
export type RefusalDetails = [readonly Refusal[], number];

/** Workflow types by the kind of subject: the word before the first slash. */
export const workflowOf = {
  youth: 'youthCase',
  year: 'schoolYear',
  phase: 'phase',
  intake: 'intake',
  act: 'bulkAct',
  campaign: 'campaign',
  drive: 'phoneDrive',
} as const;
export type SubjectKind = keyof typeof workflowOf;

export const subjects = {
  youth: (caseId: string) => `youth/${caseId}`,
  year: (runId: string) => `year/${runId}`,
  phase: (runId: string, phaseId: string) => `phase/${runId}/${phaseId}`,
  /** A task lives in its phase's workflow: the id of that is `phase(…)`. */
  task: (runId: string, taskId: string) => `task/${runId}/${taskId}`,
  intake: (intakeId: string) => `intake/${intakeId}`,
  act: (actId: string) => `act/${actId}`,
  campaign: (campaignId: string) => `campaign/${campaignId}`,
  drive: (driveId: string) => `drive/${driveId}`,
} as const;

/** The workflow a subject lives in: its own, but a task's is its phase's. */
export function homeOf(subject: string): string {
  const [kind, runId, rest = ''] = subject.split('/');
  return kind === 'task' ? `phase/${runId}/${rest.slice(0, rest.indexOf('.'))}` : subject;
}

export const taskQueue = 'aarshjul';
