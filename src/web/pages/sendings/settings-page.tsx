import { Fragment } from 'preact';
import type { Refusal } from '#domain/outcome.ts';
import type { SendingSettingsAnswer } from '#views/answers/sending-settings.ts';
import type { PageContext } from '../../page-context.ts';
import { shortDay } from '../../parts/dates.ts';
import { Options, TextField } from '../../parts/field.tsx';
import { Layout } from '../../parts/layout.tsx';
import { Refusals } from '../../parts/notices.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { SendingAreas } from '../../parts/sending-areas.tsx';
import { paths } from '../../paths.ts';
import { sendingSettingsWords } from './settings-words.ts';

/** As it was typed, so that it stands beside what was wrong. */
export interface SettingsTyped {
  readonly from: string;
  readonly to: string;
  readonly workingDaysOnly: boolean;
  readonly regretMinutes: string;
  readonly smsPartPrice: string;
}

interface Props {
  readonly c: PageContext;
  readonly settings: SendingSettingsAnswer;
  readonly typed?: SettingsTyped;
  readonly refusals?: readonly Refusal[];
}

/** When messages may reach people, how long one may think again, what an SMS costs, and who approves what another has made. */
export function SendingSettingsPage({ c, settings, typed, refusals = [] }: Props) {
  const t = sendingSettingsWords(c.language);
  const { kept } = settings;
  return (
    <Layout c={c} title={t('title')} at="sendings" width="narrow">
      <SendingAreas c={c} at="settings" />
      <PageHead title={t('title')} lead={t('lead')} />
      <Refusals c={c} refusals={refusals} />
      <Panel id="sending-settings">
        {settings.mayKeep ? (
          <SettingsForm c={c} typed={typed ?? typedAs(settings)} />
        ) : (
          <Standing c={c} settings={settings} />
        )}
        <p class="sub">
          {kept === undefined
            ? t('kept.never')
            : t('kept', { day: shortDay(c.language, kept.on), name: kept.by ?? t('somebody') })}
        </p>
      </Panel>
      <Panel id="approvers" title={t('approvers')}>
        <p>{t('approvers.rule')}</p>
        {settings.approvers.length < 2 && <p class="missing">{t('approvers.few')}</p>}
        <ul class="plain-list">
          {settings.approvers.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      </Panel>
    </Layout>
  );
}

const typedAs = ({ hours, regretMinutes, smsPartPrice }: SendingSettingsAnswer): SettingsTyped => ({
  ...hours,
  regretMinutes: String(regretMinutes),
  smsPartPrice: String(smsPartPrice),
});

function SettingsForm({ c, typed }: { c: PageContext; typed: SettingsTyped }) {
  const t = sendingSettingsWords(c.language);
  const days = (['working', 'all'] as const).map((id) => ({ id, name: t(`days.${id}`) }));
  const field = (id: string, name: 'from' | 'to' | 'regret' | 'price', value: string, hint: string) => (
    <TextField c={c} id={id} name={name} label={t(name)} hint={hint} value={value} narrow required />
  );
  return (
    <PostForm c={c} action={paths.sendingSettings} class="form" label={t('title')}>
      {field('hours-from', 'from', typed.from, t('clock'))}
      {field('hours-to', 'to', typed.to, t('clock'))}
      <Options
        id="hours-days"
        name="days"
        legend={t('days')}
        options={days}
        chosen={[typed.workingDaysOnly ? 'working' : 'all']}
      />
      {field('regret', 'regret', typed.regretMinutes, t('regret.hint'))}
      {field('price', 'price', typed.smsPartPrice, t('price.hint'))}
      <div class="form-acts">
        <button type="submit" class="ds-button">
          {t('save')}
        </button>
      </div>
    </PostForm>
  );
}

function Standing({ c, settings: { hours, regretMinutes, smsPartPrice } }: Pick<Props, 'c' | 'settings'>) {
  const t = sendingSettingsWords(c.language);
  const facts = [
    [t('hours'), t('hours.said', { from: hours.from, to: hours.to })],
    [t('days'), t(hours.workingDaysOnly ? 'days.working' : 'days.all')],
    [t('regret'), String(regretMinutes)],
    [t('price'), String(smsPartPrice)],
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
