import { asyncLocalStorage, heartbeat } from '@temporalio/activity';

/** Tells the engine that a long order is under way, and how far; nothing where no engine listens. */
export function beat(place: number): void {
  if (asyncLocalStorage.getStore()) heartbeat(place);
}
