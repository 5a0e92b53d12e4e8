import * as wire from '#api/wire/sending-settings.ts';
import { aligned } from '../align.ts';
import { type Asked, isSet, numberOf, textOf } from '../asked.ts';
import type { ExitCode } from '../exit-code.ts';
import { dryRunIn } from './act.ts';
import { call, inRun, show } from './call.ts';

type Found = ReturnType<typeof wire.settingsFound.parse>;

/** Hours, thinking time and price of sendings; what an option names is changed, the rest stands. */
export async function settings(asked: Asked): Promise<ExitCode> {
  const path = inRun(asked, '/sending-settings');
  const now = await call(asked, { path }, wire.settingsFound);
  const options = ['from', 'to', 'days', 'regret', 'price'];
  if (!now.ok || !options.some((name) => isSet(asked, name))) return show(asked, now, (found) => linesOf(asked, found));
  const { hours, regretMinutes, smsPartPrice } = now.value;
  const days = textOf(asked, 'days');
  const body = {
    hours: {
      from: textOf(asked, 'from') ?? hours.from,
      to: textOf(asked, 'to') ?? hours.to,
      workingDaysOnly: days === undefined ? hours.workingDaysOnly : days === 'working',
    },
    regretMinutes: numberOf(asked, 'regret') ?? regretMinutes,
    smsPartPrice: numberOf(asked, 'price') ?? smsPartPrice,
    ...dryRunIn(asked),
  };
  return show(asked, await call(asked, { path, body }, wire.settings), (kept) => [
    asked.t(isSet(asked, 'dryRun') ? 'settings.wouldKeep' : 'settings.kept'),
    ...linesOf(asked, { ...now.value, ...kept }),
  ]);
}

function linesOf({ t }: Asked, { hours, regretMinutes, smsPartPrice, approvers }: Found): readonly string[] {
  return aligned(
    [],
    [
      [t('settings.hours'), `${hours.from}–${hours.to}`],
      [t('settings.days'), t(hours.workingDaysOnly ? 'settings.days.working' : 'settings.days.all')],
      [t('settings.regret'), String(regretMinutes)],
      [t('settings.price'), String(smsPartPrice)],
      [t('settings.approvers'), approvers.map(({ name }) => name).join(', ')],
    ],
  );
}
