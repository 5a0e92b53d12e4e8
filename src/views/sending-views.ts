import type { Actor } from '#domain/access/actor.ts';
import type { RecipientState } from '#domain/campaign/recipient.ts';
import type { RunId } from '#domain/ids.ts';
import type { PlanBook } from './plan-in-force.ts';
import type { Asking } from './ports.ts';
import { recipientPreview, recipients } from './recipients.ts';
import { sending, sendingReport } from './sending.ts';
import { sendingForm } from './sending-form.ts';
import { sendingSettings } from './sending-settings.ts';
import { sendings } from './sendings.ts';

/** What is asked of sendings. */
export const sendingViews = (asking: Asking, plans: PlanBook) => ({
  sendingForm: (actor: Actor, runId: RunId) => sendingForm(asking, plans, { actor, runId }),
  sendingSettings: (actor: Actor, runId: RunId) => sendingSettings(asking, { actor, runId }),
  sendings: (actor: Actor, runId: RunId) => sendings(asking, actor, runId),
  sending: (actor: Actor, runId: RunId, campaignId: string) => sending(asking, plans, { actor, runId, campaignId }),
  sendingReport: (actor: Actor, runId: RunId, campaignId: string) =>
    sendingReport(asking, { actor, runId, campaignId }),
  recipients: (actor: Actor, runId: RunId, campaignId: string, shown: RecipientState | undefined, page: number) =>
    recipients(asking, { actor, runId, campaignId, shown, page }),
  recipientPreview: (actor: Actor, runId: RunId, campaignId: string, key: string) =>
    recipientPreview(asking, { actor, runId, campaignId, key }),
});

export type SendingViews = ReturnType<typeof sendingViews>;
