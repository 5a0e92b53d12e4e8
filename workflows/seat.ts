import type { AnyMachineSnapshot } from 'xstate';
import type { Happening, Standing } from '#domain/standing.ts';
import type { Heard, Shell } from './drive.ts';

/** One subject's place in a hub: what waits for it and what it waits for. */
export interface Seat {
  readonly inbox: Heard[];
  /** The step that was just recorded, until the subject waits again. */
  fresh: Happening | undefined;
  standing: Standing;
  /** Why the subject cannot go on: a broken chart or row. Fails the workflow task, so that a mended version takes it up. */
  broken: unknown;
  snapshot: AnyMachineSnapshot | undefined;
  /** Number of the snapshot. */
  sequence: number;
  /** Set while the subject waits; called once. */
  wake: ((heard: Heard) => void) | undefined;
  deadline: number | undefined;
}

export const newSeat = (standing: Standing): Seat => ({
  inbox: [],
  fresh: undefined,
  standing,
  broken: undefined,
  snapshot: undefined,
  sequence: standing.sequence,
  wake: undefined,
  deadline: undefined,
});

interface SeatHands extends Pick<Shell, 'record' | 'perform' | 'drop'> {
  readonly stepped: (event: Happening) => void;
}

/** The shell by which `drive` runs a seat's subject. */
export const shellOf = (seat: Seat, hands: SeatHands): Shell => ({
  show: (snapshot, sequence) => {
    seat.snapshot = snapshot;
    seat.sequence = sequence;
  },
  record: (step) => {
    seat.fresh = step.event;
    return hands.record(step);
  },
  perform: hands.perform,
  drop: hands.drop,
  next: (deadline) =>
    new Promise((resolve) => {
      const { fresh } = seat;
      seat.fresh = undefined;
      seat.deadline = deadline;
      seat.wake = resolve;
      if (fresh) hands.stepped(fresh);
    }),
});

/** Hands one arrival, or the deadline that has passed, to each seat that waits for it. */
export function deliver(waiting: readonly Seat[], now: number): boolean {
  let any = false;
  for (const seat of waiting) {
    const arrival = seat.inbox.shift();
    if (arrival) answer(seat, arrival);
    else if (seat.deadline !== undefined && seat.deadline <= now) answer(seat, 'due');
    else continue;
    any = true;
  }
  return any;
}

export function answer(seat: Seat, heard: Heard): void {
  const { wake } = seat;
  seat.wake = undefined;
  wake?.(heard);
}
