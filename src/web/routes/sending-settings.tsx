import { parseClockTime } from '#domain/calendar/clock-time.ts';
import type { Refusal } from '#domain/outcome.ts';
import { type AskedInRun, commandOf, go, one, type Shown, show, showAgain } from '../asked.ts';
import { SendingSettingsPage, type SettingsTyped } from '../pages/sendings/settings-page.tsx';
import { sendingSettingsWords } from '../pages/sendings/settings-words.ts';
import { paths } from '../paths.ts';

export async function sendingSettings({ c, needs, actor, run }: AskedInRun): Promise<Shown> {
  return show(<SendingSettingsPage c={c} settings={await needs.views.sendingSettings(actor, run.runId)} />);
}

export async function keepSendingSettings(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, run, body } = asked;
  const typed: SettingsTyped = {
    from: one(body, 'from') ?? '',
    to: one(body, 'to') ?? '',
    workingDaysOnly: one(body, 'days') === 'working',
    regretMinutes: one(body, 'regret') ?? '',
    smsPartPrice: one(body, 'price') ?? '',
  };
  const again = async (refusals: readonly Refusal[]) => {
    const settings = await needs.views.sendingSettings(actor, run.runId);
    return showAgain(<SendingSettingsPage c={c} settings={settings} typed={typed} refusals={refusals} />);
  };
  const [from, to] = [parseClockTime(typed.from), parseClockTime(typed.to)];
  if (!from || !to) return again([{ code: 'sendingSettings.clock' }]);
  const outcome = await needs.desk.campaigns.keepSettings(actor, {
    ...{ commandId: commandOf(asked), runId: run.runId },
    settings: {
      hours: { from, to, workingDaysOnly: typed.workingDaysOnly },
      regretMinutes: typed.regretMinutes === '' ? Number.NaN : Number(typed.regretMinutes),
      smsPartPrice: typed.smsPartPrice === '' ? Number.NaN : Number(typed.smsPartPrice),
    },
  });
  if (!outcome.ok) return again(outcome.refusals);
  return go(paths.sendingSettings, sendingSettingsWords(c.language)('receipt'));
}
