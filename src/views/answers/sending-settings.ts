import type { Day } from '#domain/calendar/day.ts';
import type { SendingSettings } from '#domain/campaign/settings.ts';
import type { StaffId } from '#domain/ids.ts';
import type { Choice } from './youths.ts';

export interface SendingSettingsAnswer extends SendingSettings {
  /** When they were last changed, and by whom; undefined where they are as they came. */
  readonly kept: { readonly on: Day; readonly by: string | undefined } | undefined;
  /** Those who may approve a sending that somebody else has made. */
  readonly approvers: readonly Choice<StaffId>[];
  readonly mayKeep: boolean;
}
