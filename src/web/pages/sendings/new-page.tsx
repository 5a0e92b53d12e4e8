import { addDays } from '#domain/calendar/arithmetic.ts';
import { parseDay } from '#domain/calendar/day.ts';
import { campaignPurposes } from '#domain/campaign/campaign-file.ts';
import type { Fault } from '#domain/outcome.ts';
import { longDate } from '#texts/dates.ts';
import type { SendingAnswer } from '#views/answers/sending.ts';
import type { SendingFormAnswer } from '#views/answers/sending-form.ts';
import type { PageContext } from '../../page-context.ts';
import { DateField, Options, SelectField, TextField } from '../../parts/field.tsx';
import { Layout } from '../../parts/layout.tsx';
import { ErrorSummary, faultWords } from '../../parts/notices.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { nameOf, sendingWords } from './words.ts';

/** What was typed, given back when something is to be mended. */
export interface TypedSending {
  readonly title: string;
  readonly purpose: string;
  /** `standard-letter:3`: template and version. */
  readonly template: string;
  readonly tracks: readonly string[];
  readonly units: readonly string[];
  readonly day: string;
  readonly time: string;
}

interface NewSendingProps {
  readonly c: PageContext;
  readonly form: SendingFormAnswer;
  readonly typed: TypedSending;
  /** The one that is changed; its name and what it is stay. */
  readonly sending?: Pick<SendingAnswer, 'campaignId' | 'title'>;
  readonly faults?: readonly Fault[];
}

/** A sending is made: what it is, which text, to whom, and not before when. Nothing is sent by it. */
export function NewSendingPage({ c, form, typed, sending, faults = [] }: NewSendingProps) {
  const t = sendingWords(c.language);
  const errorAt = (place: string) =>
    faultWords(
      c,
      faults.find((fault) => fault.place === place),
    );
  return (
    <Layout c={c} title={t(sending ? 'change.title' : 'new.title')} at="sendings">
      <PageHead
        kicker={
          <a class="ink-link" href={sending ? paths.sending(sending.campaignId) : paths.sendings}>
            {sending ? sending.title : t('title')}
          </a>
        }
        title={t(sending ? 'change.title' : 'new.title')}
        lead={t(sending ? 'change.lead' : 'new.lead')}
      />
      <ErrorSummary c={c} faults={faults} />
      <PostForm
        c={c}
        action={sending ? paths.sendingChange(sending.campaignId) : paths.sendings}
        class="panel sending-form"
      >
        {sending === undefined && <NameAndPurpose c={c} typed={typed} error={errorAt('sending-name')} />}
        <SelectField
          c={c}
          id="sending-template"
          name="template"
          label={t('field.template')}
          none={t('field.template.choose')}
          options={form.templates.map(({ templateId, version, channel, name }) => ({
            id: `${templateId}:${version}`,
            name: t('template.option', { name, version, channel: nameOf(c.language, 'channel', channel) }),
          }))}
          chosen={typed.template}
          required
          error={errorAt('sending-template')}
        />
        <Options
          id="sending-tracks"
          name="track"
          legend={`${t('field.tracks')}. ${t('field.all')}`}
          many
          across
          options={form.tracks.map(({ id, title }) => ({ id, name: title[c.language] }))}
          chosen={typed.tracks}
        />
        <Options
          id="sending-units"
          name="unit"
          legend={`${t('field.units')}. ${t('field.all')}`}
          many
          across
          options={form.units}
          chosen={typed.units}
        />
        <div class="sending-when">
          <DateField
            c={c}
            id="sending-day"
            name="day"
            label={t('field.day')}
            hint={dayHint(c, form)}
            value={parseDay(typed.day)}
            min={form.today}
            max={addDays(form.today, 400)}
            narrow
            error={errorAt('sending-day')}
          />
          <TextField
            c={c}
            id="sending-time"
            name="time"
            label={t('field.time')}
            hint={t('field.time.hint')}
            value={typed.time}
            narrow
          />
        </div>
        <button type="submit" class="ds-button">
          {t('make')}
        </button>
      </PostForm>
    </Layout>
  );
}

interface NameProps {
  readonly c: PageContext;
  readonly typed: TypedSending;
  readonly error: string | undefined;
}

function NameAndPurpose({ c, typed, error }: NameProps) {
  const t = sendingWords(c.language);
  return (
    <>
      <TextField
        c={c}
        id="sending-name"
        name="title"
        label={t('field.name')}
        hint={t('field.name.hint')}
        value={typed.title}
        required
        error={error}
      />
      <Options
        id="sending-purpose"
        name="purpose"
        legend={t('field.purpose')}
        options={campaignPurposes.map((purpose) => ({ id: purpose, name: t(`purpose.${purpose}`) }))}
        chosen={[typed.purpose]}
      />
    </>
  );
}

/** What no day means. */
function dayHint(c: PageContext, { smsDay }: SendingFormAnswer): string {
  const t = sendingWords(c.language);
  if (smsDay === undefined) return t('field.day.hint');
  const day = longDate(c.language, smsDay.day);
  return t(smsDay.forecast ? 'field.day.forecast' : 'field.day.plan', { day });
}
