import type { Day } from '#domain/calendar/day.ts';
import type { CampaignChannel } from '#domain/campaign/campaign-file.ts';
import type { UnitId } from '#domain/ids.ts';
import type { Words } from '#domain/plan/template.ts';
import type { PlanDay } from './sending.ts';
import type { Choice } from './youths.ts';

/** A template's newest version, as one chooses between them. */
export interface TemplateChoice {
  readonly templateId: string;
  readonly version: number;
  readonly channel: CampaignChannel;
  readonly name: string;
}

/** What a sending can be made of. */
export interface SendingFormAnswer {
  readonly today: Day;
  readonly tracks: readonly { readonly id: string; readonly title: Words }[];
  readonly units: readonly Choice<UnitId>[];
  readonly templates: readonly TemplateChoice[];
  /** The plan's day for an SMS round that has none of its own; undefined where it is past, or the plan has none. */
  readonly smsDay: PlanDay | undefined;
}

/** One version of a template, to be read; and edited, where it is the newest. */
