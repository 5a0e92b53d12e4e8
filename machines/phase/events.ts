import type { Happening } from '#domain/standing.ts';

/** What may happen to a phase. */
export type PhaseEvent =
  /** Every required task is settled; told by the phase's own workflow. */
  | (Happening & { readonly type: 'work.finished' })
  /** A required task is open again, or a new one came. */
  | (Happening & { readonly type: 'work.resumed' })
  /** Somebody closes it although optional tasks are left. `openRequired` is filled in by the workflow. */
  | (Happening & { readonly type: 'phase.closed'; readonly openRequired: readonly string[] })
  | (Happening & { readonly type: 'phase.reopened'; readonly reason: string })
  | (Happening & {
      readonly type: 'phase.moved';
      readonly opensAt: number;
      readonly dueSoonAt: number;
      readonly closesAt: number;
    })
  | (Happening & { readonly type: 'deadline.passed'; readonly deadline: string });
