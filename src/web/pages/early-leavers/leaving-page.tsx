import type { Language } from '#domain/language.ts';
import { languages } from '#domain/language.ts';
import type { Fault } from '#domain/outcome.ts';
import { schoolReminder } from '#texts/school-reminder.ts';
import type { LeavingAnswer } from '#views/answers/early-leavers.ts';
import type { PageContext } from '../../page-context.ts';
import { dayWithYear, shortDay } from '../../parts/dates.ts';
import { Layout } from '../../parts/layout.tsx';
import { ErrorSummary } from '../../parts/notices.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { sharedWords } from '../../parts/words.ts';
import { paths } from '../../paths.ts';
import { LeavingForm, type LeavingTyped } from './leaving-form.tsx';
import { leaversWords } from './words.ts';

interface LeavingPageProps {
  readonly c: PageContext;
  readonly leaving: LeavingAnswer;
  /** Which language the reminder is written in. */
  readonly text: Language;
  readonly faults?: readonly Fault[];
  readonly typed?: LeavingTyped;
}

/** How one youth left: what is known, what the school owes, and the words to ask for it. */
export function LeavingPage({ c, leaving, text, faults = [], typed }: LeavingPageProps) {
  const t = leaversWords(c.language);
  return (
    <Layout c={c} title={t('form')} at="youths" live>
      <PageHead
        kicker={
          <a class="ink-link" href={paths.earlyLeavers()}>
            {t('kicker')}
          </a>
        }
        title={leaving.name}
        lead={[leaving.unit, t('since', { day: dayWithYear(c.language, leaving.since) })].join(' · ')}
      >
        <p>
          <a href={paths.youth(leaving.caseId)}>{t('to-youth')}</a>
        </p>
      </PageHead>
      <ErrorSummary c={c} faults={faults} />
      <div id={`leaving-${leaving.caseId}`}>
        <Panel id="form" title={t('form')}>
          <LeavingForm c={c} leaving={leaving} faults={faults} typed={typed} />
        </Panel>
        <Reminder c={c} leaving={leaving} text={text} />
      </div>
    </Layout>
  );
}

function Reminder({ c, leaving, text }: Pick<LeavingPageProps, 'c' | 'leaving' | 'text'>) {
  const t = leaversWords(c.language);
  const { gaps, reminder } = leaving;
  if (gaps.length === 0)
    return (
      <Panel id="reminder" title={t('reminder')}>
        <p class="soft">{t('reminder.none')}</p>
      </Panel>
    );
  return (
    <Panel id="reminder" title={t('reminder')}>
      {reminder === undefined ? (
        <p>{t('reminder.protected')}</p>
      ) : (
        <>
          <p class="sub">{t('reminder.lead')}</p>
          <Languages c={c} leaving={leaving} text={text} />
          <label class="field-label" for="reminder-text">
            {t('reminder.text')}
          </label>
          <textarea
            class="ds-input letter-text"
            id="reminder-text"
            rows={12}
            readonly
            lang={text}
            value={schoolReminder(text, {
              ...reminder,
              school: leaving.school,
              unit: leaving.unit,
              leftOn: leaving.leaving.leftOn,
              gaps,
            })}
          />
        </>
      )}
      <Noted c={c} leaving={leaving} />
    </Panel>
  );
}

function Languages({ c, leaving, text }: Pick<LeavingPageProps, 'c' | 'leaving' | 'text'>) {
  const shared = sharedWords(c.language);
  return (
    <nav class="text-language" aria-label={leaversWords(c.language)('reminder.language')}>
      <span class="seg">
        {languages.map((language) => (
          <a
            key={language}
            href={paths.leaving(leaving.caseId, language)}
            aria-current={language === text ? 'page' : undefined}
          >
            {shared(`language.${language}`)}
          </a>
        ))}
      </span>
    </nav>
  );
}

/** The words are sent by a person, by whatever way the county has; here is only noted that it was done. */
function Noted({ c, leaving }: Pick<LeavingPageProps, 'c' | 'leaving'>) {
  const t = leaversWords(c.language);
  const { remindedOn = null } = leaving.leaving;
  return (
    <>
      {remindedOn !== null && <p class="sub after">{t('reminded-on', { day: shortDay(c.language, remindedOn) })}</p>}
      {leaving.mayNote && (
        <PostForm c={c} action={paths.leavingReminded(leaving.caseId)} class="form-acts after">
          <button type="submit" class="ds-button" data-variant="secondary">
            {t('reminder.sent')}
          </button>
        </PostForm>
      )}
    </>
  );
}
