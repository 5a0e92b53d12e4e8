import type { Happening } from '#domain/standing.ts';

/** What may happen to a bulk act. */
export type ActEvent =
  | (Happening & { readonly type: 'act.ordered' })
  /** Answer to `carryOutAct`: every part is done or refused. */
  | (Happening & { readonly type: 'act.carriedOut'; readonly done: number; readonly refused: number })
  | (Happening & { readonly type: 'act.undone' })
  /** Answer to `undoAct`: every part that was done is taken back, or kept since somebody has edited it. */
  | (Happening & { readonly type: 'act.takenBack'; readonly undone: number; readonly kept: number });
