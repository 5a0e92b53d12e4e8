import type { Happening } from '#domain/standing.ts';

/** What may happen to a received file. */
export type IntakeEvent =
  /** Answer to `readList`: what applying it would do, in numbers. */
  | (Happening & {
      readonly type: 'list.planned';
      readonly counts: Readonly<Record<string, number>>;
      readonly approval: readonly string[];
    })
  /** Answer to `readList`: the file is not a list we can read. The faults are in the store. */
  | (Happening & { readonly type: 'list.unreadable' })
  | (Happening & { readonly type: 'intake.approved' })
  | (Happening & { readonly type: 'intake.applied' })
  /** Answer to `applyList`: rows are written. */
  | (Happening & { readonly type: 'list.applied'; readonly counts: Readonly<Record<string, number>> })
  /** Answer to `applyList`: the register has changed since the preview; look at it again. */
  | (Happening & { readonly type: 'list.outdated' })
  | (Happening & { readonly type: 'intake.undone' })
  /** Answer to `undoList`: `kept` cases were edited since and stay. */
  | (Happening & { readonly type: 'list.undone'; readonly kept: number })
  | (Happening & { readonly type: 'intake.rejected' })
  | (Happening & { readonly type: 'deadline.passed'; readonly deadline: string });
