import type { DriveCaller } from '#domain/phone/drive-file.ts';
import type { Happening } from '#domain/standing.ts';

/** What may happen to a phone drive; what happens to its cards are rows. */
export type DriveEvent =
  /** Before its time, by hand. */
  | (Happening & { readonly type: 'drive.opened' })
  | (Happening & { readonly type: 'callers.joined'; readonly callers: readonly DriveCaller[] })
  | (Happening & { readonly type: 'callers.left'; readonly staffIds: readonly string[] })
  /** A super user asks that cards be shared out: those nobody has, or all that are not rung yet. */
  | (Happening & { readonly type: 'split.asked'; readonly how: 'new' | 'all' })
  /** Answer to `dealCards`; `againAt` is when new youths are looked for next. */
  | (Happening & {
      readonly type: 'cards.dealt';
      readonly given: number;
      readonly left: number;
      readonly againAt: number | null;
    })
  | (Happening & { readonly type: 'drive.moved'; readonly opensAt: number; readonly closesAt: number })
  | (Happening & { readonly type: 'drive.closed' })
  | (Happening & { readonly type: 'drive.reopened'; readonly closesAt: number })
  | (Happening & { readonly type: 'deadline.passed'; readonly deadline: string });
