import { instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { ageFacts } from '#domain/coding/situation.ts';
import type { Acts } from '#ports/acts.ts';
import type { Campaigns, FollowUps } from '#ports/campaigns.ts';
import type { Engine } from '#ports/engine.ts';
import type { Performer } from './carry-out.ts';

export interface CodingPorts {
  readonly engine: Engine;
  readonly acts: Acts;
  readonly campaigns: Pick<Campaigns, 'find'>;
  readonly followUps: FollowUps;
}
const doer = { by: null };

/**
 * Order `codeRecipients`: everybody who got the standard letter is coded OTUK with the letter as the reason, as one act that is shown and
 * undone as one (flowchart S1, phase 4). The rules are asked for each; the act names those they refuse.
 */
export const codeRecipients =
  ({ engine, acts, campaigns, followUps }: CodingPorts): Performer =>
  async (params, order) => {
    const { campaignId, runId } = params as { readonly campaignId: string; readonly runId: string };
    const facts = await campaigns.find(campaignId);
    if (facts?.file.purpose !== 'standard-letter') return null;
    const youths = await followUps.uncoded(campaignId);
    if (youths.length === 0) return null;
    // A name of its own for what this order codes: carried out again it is the same act.
    const actId = order.key.replaceAll('/', '-');
    const on = dayOf(instant(order.at));
    const parts = youths.map(({ caseId, born }) => ({
      caseId,
      event: { type: 'status.set' as const, on, age: ageFacts(born, on), to: 'OTUK', override: null },
    }));
    const because = { campaign: campaignId };
    await acts.begin({ actId, runId, kind: 'letters', at: order.at, by: null, because, parts });
    await engine.tell({
      subject: `act/${actId}`,
      commandId: actId,
      event: { type: 'act.ordered', at: order.at, doer },
    });
    const cases = youths.map(({ caseId }) => caseId);
    await followUps.coded(campaignId, cases, actId);
    return null;
  };
