import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { RunId } from '#domain/ids.ts';
import type { PlanBook } from '../plan-in-force.ts';
import type { Asking } from '../ports.ts';
import { phoneBurnDown } from './burn-down.ts';
import { driveFor } from './drive-head.ts';
import { phoneOverview } from './overview.ts';
import { phonePlace } from './place.ts';
import { phoneReport } from './report.ts';
import { phoneSearch } from './search.ts';
import { phoneSheet } from './sheet.ts';

/** Who asks of the phone drive, and of which; the one that is theirs where none is named. */
export interface PhoneAsk {
  readonly actor: Actor;
  readonly runId: RunId;
  readonly today: Day;
  readonly driveId?: string | undefined;
}

/** The questions of the phone drive. */
export const phoneViews = (asking: Asking, plans: PlanBook) => ({
  drive: (ask: PhoneAsk) => driveFor(asking.db, ask),
  overview: (ask: PhoneAsk) => phoneOverview(asking, plans, ask),
  place: (ask: PhoneAsk) => phonePlace(asking, ask),
  search: async (ask: PhoneAsk & { readonly driveId: string; readonly text: string }) =>
    phoneSearch(asking, { ...ask, now: (await asking.ports.runs.clock(ask.runId)).now }),
  sheet: (ask: PhoneAsk & { readonly whose?: string | undefined }) => phoneSheet(asking, ask),
  burnDown: (ask: PhoneAsk) => phoneBurnDown(asking, plans, ask),
  report: (ask: PhoneAsk) => phoneReport(asking, ask),
});

export type PhoneViews = ReturnType<typeof phoneViews>;
