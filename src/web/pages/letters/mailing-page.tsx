import { addDays } from '#domain/calendar/arithmetic.ts';
import { longDate } from '#texts/dates.ts';
import type { LetterCheckAnswer, ManualLettersAnswer, PrintPileAnswer } from '#views/answers/letters.ts';
import type { PageContext } from '../../page-context.ts';
import { DateField, TextField } from '../../parts/field.tsx';
import { Layout } from '../../parts/layout.tsx';
import { number } from '../../parts/numbers.ts';
import { Figures, PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { SendingAreas } from '../../parts/sending-areas.tsx';
import { paths } from '../../paths.ts';
import { LetterFaults } from './letter-faults.tsx';
import { PrintPile } from './print-pile.tsx';
import { lettersWords } from './words.ts';

interface MailingProps {
  readonly c: PageContext;
  readonly check: LetterCheckAnswer;
  readonly manual: ManualLettersAnswer;
  readonly pile: PrintPileAnswer;
}

/** What stands in the way of the letters, who must be written to by hand, the pile to print, and what came back. */
export function MailingPage({ c, check, manual, pile }: MailingProps) {
  const t = lettersWords(c.language);
  const n = (value: number) => number(c.language, value);
  return (
    <Layout c={c} title={t('mailing.title')} at="sendings">
      <SendingAreas c={c} at="mailing" />
      <PageHead title={t('mailing.title')} lead={t('mailing.lead', { on: longDate(c.language, check.on) })}>
        <Figures
          figures={[
            { label: t('mailing.letters'), value: n(check.letters), href: undefined },
            { label: t('mailing.copies'), value: n(check.copies), href: undefined },
            { label: t('mailing.faults'), value: n(check.faults.length), href: '#faults' },
            { label: t('mailing.manual'), value: n(manual.rows.length), href: '#manual' },
          ]}
        />
      </PageHead>
      <form class="mailing-day" method="get" action={paths.mailing()}>
        <DateField
          c={c}
          id="mailing-on"
          name="on"
          label={t('mailing.on')}
          value={check.on}
          min={c.today}
          max={addDays(c.today, 120)}
          narrow
        />
        <button type="submit" class="ds-button" data-variant="secondary">
          {t('mailing.show')}
        </button>
      </form>
      <div class="sending-columns">
        <div>
          <LetterFaults c={c} check={check} />
          <Panel id="manual" title={t('manual.title')}>
            <p class="sub">{t('manual.what')}</p>
            {manual.rows.length === 0 ? (
              <p>{t('manual.none')}</p>
            ) : (
              <ul class="plain-rows">
                {manual.rows.map(({ caseId, name, unit, to }) => (
                  <li key={`${caseId} ${to}`}>
                    <a href={paths.youth(caseId)}>{name}</a>{' '}
                    <span class="sub">
                      {unit} · {t(`manual.${to}`)}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
        </div>
        <div>
          <PrintPile c={c} pile={pile} />
          <Panel id="returned" title={t('returned.title')}>
            <PostForm c={c} action={paths.mailReturned} class="entry-form">
              <TextField
                c={c}
                id="returned-key"
                name="key"
                label={t('returned.key')}
                hint={t('returned.key.hint')}
                required
              />
              <button type="submit" class="ds-button" data-variant="secondary">
                {t('returned.do')}
              </button>
            </PostForm>
          </Panel>
        </div>
      </div>
    </Layout>
  );
}
