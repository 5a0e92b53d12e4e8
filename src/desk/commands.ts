import { type Actor, standsIn } from '#domain/access/actor.ts';
import { accepted, type Outcome, type Refusal, refused } from '#domain/outcome.ts';
import type { Doer, Happening } from '#domain/standing.ts';
import type { Cases } from '#ports/cases.ts';
import type { Engine } from '#ports/engine.ts';
import type { Runs } from '#ports/runs.ts';

/** What every command of the desk stands on. */
export interface DeskPorts {
  readonly engine: Engine;
  readonly runs: Runs;
  readonly cases: Cases;
  readonly newId: () => string;
}

/** A wish is numbered by whoever wishes, so that pressing twice is one wish. */
export interface Wish {
  readonly commandId: string;
  /** Ask the rules, change nothing. */
  readonly dryRun?: boolean;
}

/** What a command became: its number in the subject's journal, 0 when it was only tried. */
export interface Done {
  readonly sequence: number;
}

export const notAllowed: Refusal = { code: 'access.notAllowed' };
export const notFound: Refusal = { code: 'access.notFound' };

/** Who does it; on behalf of the owner where the one who does it stands in for them. */
export function doerOf(actor: Actor, owner: string | null = null): Doer {
  const behalf = actor.onBehalfOf ?? (owner !== null && standsIn(actor, owner) ? owner : undefined);
  return { by: actor.staffId, ...(behalf === undefined ? {} : { onBehalfOf: behalf }) };
}

/** Tells one subject one event; a dry run stops before. */
export async function tell(
  { engine }: DeskPorts,
  wish: Wish,
  subject: string,
  event: Happening,
): Promise<Outcome<Done>> {
  if (wish.dryRun) return accepted({ sequence: 0 });
  return engine.tell({ subject, commandId: wish.commandId, event });
}

export const deny = (): Outcome<never> => refused(notAllowed);
export const missing = (): Outcome<never> => refused(notFound);
