import { type Client, WithStartWorkflowOperation, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { type Refusal, refused } from '#domain/outcome.ts';
import type { Reopening } from '#domain/standing.ts';
import type { Command, Engine } from '#ports/engine.ts';
import type { StepBook } from '#ports/step-book.ts';
import {
  hear,
  homeOf,
  lookAgain,
  type Opening,
  type PhaseOpening,
  refusalType,
  type SubjectKind,
  tell,
  workflowOf,
} from '#workflows/messages.ts';
import { inTheAir } from './in-the-air.ts';

export interface EngineOptions {
  readonly client: Client;
  readonly steps: StepBook;
  readonly taskQueue: string;
  readonly runIdOf: (subject: string) => Promise<string>;
  /** Notes which subjects this engine has opened. */
  readonly markOpened: (subjects: readonly string[]) => Promise<void>;
  /** Requests at once; the server, not we, is what is busy. */
  readonly atOnce?: number;
  readonly stepsPerRun?: number;
}

/** The durable engine on Temporal: every message carries what is needed to open its workflow from its row. */
export function temporalEngine(options: EngineOptions): Engine {
  const { client, atOnce = 32 } = options;
  return {
    tell: async (command) => {
      const start = await startFor(options, command.subject);
      try {
        const told = await client.workflow.executeUpdateWithStart(tell, {
          args: [command],
          updateId: command.commandId,
          startWorkflowOperation: new WithStartWorkflowOperation(start.type, start.options),
        });
        return { ok: true, value: told };
      } catch (cause) {
        const refusals = refusalsIn(cause);
        if (refusals) return refused(...refusals);
        throw cause;
      }
    },
    hear: async (command: Command) => {
      const start = await startFor(options, command.subject);
      await client.workflow.signalWithStart(start.type, { ...start.options, signal: hear, signalArgs: [command] });
    },
    openMany: async (subjects, progress) => {
      let opened = 0;
      await inTheAir(subjects, atOnce, async (subject) => {
        const start = await startFor(options, subject);
        await client.workflow.start(start.type, start.options);
        opened += 1;
        progress?.(opened);
      });
      await options.markOpened(subjects);
      return opened;
    },
    lookAgain: async (subjects) => {
      await inTheAir(subjects, atOnce, async (subject) => {
        const start = await startFor(options, subject);
        await client.workflow.signalWithStart(start.type, { ...start.options, signal: lookAgain, signalArgs: [] });
      });
      await options.markOpened(subjects);
    },
  };
}

async function startFor(options: EngineOptions, subject: string) {
  const home = homeOf(subject);
  // `as`: the word before the first slash is the kind, for all subjects made in messages.ts.
  const kind = home.slice(0, home.indexOf('/')) as SubjectKind;
  const runId = await options.runIdOf(home);
  const perRun = options.stepsPerRun === undefined ? {} : { stepsPerRun: options.stepsPerRun };
  const there: Reopening | undefined = kind === 'phase' ? undefined : await options.steps.reopen(home);
  if (kind !== 'phase' && !there) throw new Error(`no row for ${home}: rows come first`);
  const opening: Opening | PhaseOpening = { subject: home, runId, ...perRun, ...there };
  const start = {
    workflowId: home,
    taskQueue: options.taskQueue,
    args: [opening],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  } as const;
  return { type: workflowOf[kind], options: start };
}

function refusalsIn(cause: unknown): readonly Refusal[] | undefined {
  const failure = cause instanceof WorkflowUpdateFailedError ? cause.cause : cause;
  if (!(failure instanceof ApplicationFailure) || failure.type !== refusalType) return undefined;
  // `as`: `refusal` in workflows/listen.ts puts the list there.
  return (failure.details?.[0] ?? []) as readonly Refusal[];
}
