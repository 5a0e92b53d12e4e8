import {
  type Client,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { type Refusal, refused } from '#domain/outcome.ts';
import type { Answered, Command, Engine } from '#ports/engine.ts';
import type { StepBook } from '#ports/step-book.ts';
import { hear, homeOf, type Message, type RefusalDetails, refusalType, type Told, tell } from '#workflows/messages.ts';
import { askedAgain } from './asked-again.ts';
import { startInPace } from './in-pace.ts';
import { inTheAir } from './in-the-air.ts';
import { openDoors } from './one-home.ts';
import { lookOrStart, type Openings, openingFor, openingsOf, type Ready, startOrLook } from './opening.ts';
import { type SeenOpen, seenOpen } from './seen-open.ts';

export interface EngineOptions extends Openings {
  readonly client: Client;
  /** Notes which subjects this engine has opened; a youth's workflow says so itself. */
  readonly markOpened: (subjects: readonly string[]) => Promise<void>;
  /** Of some subjects, those this engine has not opened. */
  readonly unopenedAmong: (subjects: readonly string[]) => Promise<readonly string[]>;
  /** What a command becomes on the rows of a subject that is not open yet; undefined where it is to go to the workflow. */
  readonly beforeOpening: (command: Command) => Promise<Answered | undefined>;
  /** What a command became if it was taken before: a wish sent again is not refused because it is fulfilled. */
  readonly granted: StepBook['granted'];
  /** Requests at once; the server, not we, is what is busy. */
  readonly atOnce?: number;
}

/** The durable engine on Temporal: every message carries what is needed to open its workflow from its row. */
export const temporalEngine = (options: EngineOptions, through = openDoors(), open = seenOpen()): Engine => ({
  tell: (command) => through(homeOf(command.subject), () => tellOne(options, open, command)),
  tellEach: (commands, heard) =>
    inTheAir(commands, options.atOnce ?? 20, async (command) =>
      heard(command, await through(homeOf(command.subject), () => tellOne(options, open, command))),
    ),
  hear: async (command) => {
    const { type, options: start } = await openingFor(options, command.subject);
    await options.client.workflow.signalWithStart(type, { ...start, signal: hear, signalArgs: [command] });
  },
  openMany: async (subjects, progress) => {
    const start = async (some: readonly string[]) =>
      startAll(options, await options.unopenedAmong(some), (one) => startOrLook(options.client, one));
    await startInPace({ start, waiting: options.unopenedAmong }, subjects, progress);
    return subjects.length;
  },
  lookAgain: (subjects) => {
    const start = (some: readonly string[]) => startAll(options, some, (one) => lookOrStart(options.client, one));
    return startInPace({ start, waiting: options.unopenedAmong }, subjects);
  },
  closeMany: (subjects) =>
    inTheAir(subjects, options.atOnce ?? 32, async (subject) => {
      await options.client.workflow
        .getHandle(homeOf(subject))
        .terminate('its rows were taken back')
        .catch((cause: unknown) => {
          if (!(cause instanceof WorkflowNotFoundError)) throw cause;
        });
      open.forget(homeOf(subject));
    }),
});

async function startAll(
  options: EngineOptions,
  subjects: readonly string[],
  one: (ready: Ready) => Promise<void>,
): Promise<void> {
  await inTheAir(await openingsOf(options, subjects), options.atOnce ?? 32, one);
  await options.markOpened(subjects);
}

async function tellOne(options: EngineOptions, open: SeenOpen, command: Command): ReturnType<Engine['tell']> {
  const taken = open.has(homeOf(command.subject)) ? undefined : await options.beforeOpening(command);
  if (taken) return taken;
  const first = await send(options, open, command, command.commandId);
  if (first.ok) return first;
  const { subject, commandId } = command;
  const told = await options.granted(subject, commandId);
  if (told) return { ok: true, value: told };
  // A run that is behind its rows refuses what they allow: it is asked again after a look at them.
  const [row] = await options.reopenMany([subject]);
  const isBehind = row !== undefined && row.standing.sequence > first.known;
  const second = isBehind ? await send(options, open, { ...command, look: true }, `${commandId}/look`) : first;
  return second.ok ? second : refused(...second.refusals);
}

type Sent =
  | { readonly ok: true; readonly value: Told }
  | { readonly ok: false; readonly refusals: readonly Refusal[]; readonly known: number };

async function send(options: EngineOptions, open: SeenOpen, command: Message, updateId: string): Promise<Sent> {
  try {
    return { ok: true, value: await askedAgain(() => update(options, open, command, updateId)) };
  } catch (cause) {
    const details = refusalIn(cause);
    if (!details) throw cause;
    const [refusals, known] = details;
    return { ok: false, refusals, known };
  }
}

/** One that was open when it was told last most likely still is; any other is told with what opens it from its row. */
async function update(options: EngineOptions, open: SeenOpen, command: Message, updateId: string): Promise<Told> {
  const wish: { readonly args: [Message]; readonly updateId: string } = { args: [command], updateId };
  const { workflow } = options.client;
  const home = homeOf(command.subject);
  if (open.has(home))
    try {
      return await workflow.getHandle(home).executeUpdate(tell, wish);
    } catch (cause) {
      if (!(cause instanceof WorkflowNotFoundError)) throw cause;
      open.forget(home);
    }
  const { type, options: start } = await openingFor(options, command.subject);
  const startWorkflowOperation = new WithStartWorkflowOperation(type, start);
  const told = await workflow.executeUpdateWithStart(tell, { ...wish, startWorkflowOperation });
  open.note(home);
  return told;
}

function refusalIn(cause: unknown): RefusalDetails | undefined {
  const failure = cause instanceof WorkflowUpdateFailedError ? cause.cause : cause;
  if (!(failure instanceof ApplicationFailure) || failure.type !== refusalType) return undefined;
  // `as`: `refusal` in workflows/listen.ts puts them there.
  return failure.details as RefusalDetails;
}
