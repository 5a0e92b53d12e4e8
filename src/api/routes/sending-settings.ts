import { z } from 'zod';
import { maySeeNumbers } from '#domain/access/may.ts';
import { mayKeepSendingSettings } from '#domain/access/sending.ts';
import { accepted } from '#domain/outcome.ts';
import { inRun } from '../serve.ts';
import { id } from '../wire/basic.ts';
import * as wire from '../wire/sending-settings.ts';

const ofRun = z.object({ run: id });

/** Hours, thinking time and price of sendings. */
export const sendingSettingsRoutes = [
  inRun('GET', '/runs/:run/sending-settings', maySeeNumbers, null, {
    params: ofRun,
    answer: wire.settingsFound,
    act: async ({ needs, actor, run }) => accepted(await needs.views.sendingSettings(actor, run.runId)),
  }),
  inRun('POST', '/runs/:run/sending-settings', mayKeepSendingSettings, null, {
    params: ofRun,
    body: wire.settingsGiven,
    answer: wire.settings,
    act: ({ needs, actor, run, body: { dryRun, ...settings }, commandId }) =>
      needs.desk.campaigns.keepSettings(actor, { commandId, runId: run.runId, dryRun, settings }),
  }),
];
