import type { CampaignChannel, CampaignFilter, TemplateVersion } from '#domain/campaign/campaign-file.ts';
import { accepted, type Outcome, type Refusal, refused } from '#domain/outcome.ts';
import type { PlanVersion } from '#ports/runs.ts';
import type { Templates } from '#ports/templates.ts';

/** A text by its name; its newest version where none is named. */
export interface TemplateChoice {
  readonly templateId: string;
  readonly version?: number;
}

/** A text that there is, and how it goes. */
interface ChosenText {
  readonly template: TemplateVersion;
  readonly channel: CampaignChannel;
}

/** The version a campaign is to say: one that there is, for its channel where that is known. A no names those that would do. */
export async function chosenTemplate(
  templates: Pick<Templates, 'find' | 'newest' | 'newestOfEach'>,
  { templateId, version }: TemplateChoice,
  channel: CampaignChannel | undefined,
): Promise<Outcome<ChosenText>> {
  const found = await (version === undefined ? templates.newest(templateId) : templates.find({ templateId, version }));
  if (found && found.channel === (channel ?? found.channel))
    return accepted({ template: { templateId, version: found.version }, channel: found.channel });
  const fit = (await templates.newestOfEach()).filter((one) => channel === undefined || one.channel === channel);
  const there = fit.map((one) => `${one.templateId} (${one.version})`);
  if (found) return refused({ code: `campaign.templateFor.${found.channel}`, facts: { template: templateId, there } });
  const wanted = version === undefined ? templateId : `${templateId} (${version})`;
  return refused({ code: 'campaign.noTemplate', facts: { template: wanted, there } });
}

/** A track or an office that the run does not have: a slip of the pen would make a list of nobody. */
export function unknownIn(
  { tracks = [], units = [] }: CampaignFilter,
  { plan, inputs }: PlanVersion,
): readonly Refusal[] {
  const trackIds = plan.tracks.map(({ id }) => id);
  const lost = tracks.filter((id) => !trackIds.includes(id));
  const unitIds: readonly string[] = inputs.units;
  const away = units.filter((id) => !unitIds.includes(id));
  return [
    ...(lost.length > 0 ? [{ code: 'campaign.noTrack', facts: { tracks: lost, there: trackIds } }] : []),
    ...(away.length > 0 ? [{ code: 'campaign.noUnit', facts: { units: away, there: unitIds } }] : []),
  ];
}
