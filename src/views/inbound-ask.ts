import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { UnitId } from '#domain/ids.ts';
import type { InboundShow } from './answers/inbound.ts';

/** Who asks for which part of the queue, and which reply is open. */
export interface InboundAsk {
  readonly actor: Actor;
  readonly runId: string;
  readonly today: Day;
  readonly show: InboundShow;
  /** Only those of one unit's youths. */
  readonly unit?: UnitId | undefined;
  readonly page: number;
  /** The one that is open; left out, the first of those that wait. */
  readonly inboundId: string | undefined;
  /** Words of a name, a number or a national id: who the open one could be from. */
  readonly searched: string | undefined;
}
