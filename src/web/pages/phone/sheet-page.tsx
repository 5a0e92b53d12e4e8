import { callOutcomes, saidOnPhone } from '#domain/phone/outcome.ts';
import { shortDate } from '#texts/dates.ts';
import type { PhoneSheet, SheetRow } from '#views/answers/phone.ts';
import type { PageContext } from '../../page-context.ts';
import { SelectField } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Layout } from '../../parts/layout.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { shownNumber } from '../../parts/phone-number.ts';
import { PostForm } from '../../parts/post-form.tsx';
import { codeWords } from '../../parts/words.ts';
import { phonePaths } from '../../phone-paths.ts';
import { PhoneAreas } from './phone-areas.tsx';
import { shownTime } from './shown.ts';
import { phoneWords } from './words.ts';

/** A caller's youths on paper, and the same lines to enter what came of it. Nobody protected is ever on it. */
export function SheetPage({ c, sheet }: { c: PageContext; sheet: PhoneSheet }) {
  const t = phoneWords(c.language);
  return (
    <Layout c={c} title={t('area.sheet')} at="phone">
      <PhoneAreas c={c} at="sheet" />
      <PageHead
        kicker={t('title')}
        title={t('sheet.title', { name: sheet.caller.name })}
        lead={t('sheet.lead', { n: sheet.rows.length, day: shortDate(c.language, sheet.today) })}
      />
      {sheet.callers.length > 1 && (
        <form method="get" action={phonePaths.sheet()} class="form-row no-print" data-auto>
          <SelectField
            c={c}
            id="whose"
            name="whose"
            label={t('sheet.whose')}
            options={sheet.callers}
            chosen={sheet.caller.id}
          />
          <button type="submit" class="ds-button" data-variant="secondary">
            {t('sheet.show')}
          </button>
        </form>
      )}
      <p class="phone-sheet-warning">
        <Icon c={c} name="PadlockLocked" />
        {t('sheet.warning')}
      </p>
      <PostForm c={c} action={phonePaths.paper} class="phone-sheet">
        <input type="hidden" name="whose" value={sheet.caller.id} />
        <Panel id="sheet" title={t('area.sheet')} flush>
          <ol class="phone-sheet-rows">
            {sheet.rows.map((row, index) => (
              <Row key={row.caseId} c={c} row={row} at={index + 1} />
            ))}
          </ol>
        </Panel>
        {sheet.rows.length > 0 && (
          <div class="form-acts no-print">
            <button type="submit" class="ds-button">
              {t('paper.do')}
            </button>
          </div>
        )}
      </PostForm>
    </Layout>
  );
}

function Row({ c, row, at }: { c: PageContext; row: SheetRow; at: number }) {
  const t = phoneWords(c.language);
  const calls = callOutcomes.flatMap((outcome) =>
    outcome === 'reached' || outcome === 'guardian'
      ? saidOnPhone.map((said) => ({
          id: `${outcome}:${said}`,
          name: `${t(`outcome.${outcome}`)}: ${t(`says.${said}`)}`,
        }))
      : [{ id: outcome, name: t(`outcome.${outcome}`) }],
  );
  return (
    <li class="phone-sheet-row" id={`row-${row.caseId}`}>
      <div>
        <b>{`${at}. ${row.name}`}</b>
        <span class="sub block">
          {[
            ...(row.age === undefined ? [] : [t('card.years', { n: row.age })]),
            ...(row.minor ? [t('card.minor')] : []),
            row.unit,
            ...(row.transfer === undefined ? [] : [`${row.transfer}, ${codeWords(c.language, row.transfer)}`]),
            t('sheet.tries', { n: row.tries }),
            ...(row.callBackAt === undefined
              ? []
              : [`${t('card.call-back')} ${shownTime(c.language, row.callBackAt)}`]),
          ].join(' · ')}
        </span>
      </div>
      <ul class="phone-sheet-numbers">
        {row.numbers
          .filter(({ kind }) => kind !== 'unusable')
          .map((one) => (
            <li key={`${one.number}${one.guardian ?? ''}`}>
              <span class="digits">{shownNumber(one)}</span> <span class="sub">{one.guardian ?? ''}</span>
            </li>
          ))}
      </ul>
      <div class="phone-sheet-boxes" aria-hidden="true">
        {callOutcomes.map((outcome) => (
          <span key={outcome}>☐ {t(`outcome.${outcome}`)}</span>
        ))}
        <span class="phone-sheet-line">{t('note')}:</span>
      </div>
      <div class="form-row no-print">
        <SelectField
          c={c}
          id={`call-${row.caseId}`}
          name={`call.${row.caseId}`}
          label={`${t('how')} (${row.name})`}
          none="–"
          options={calls}
          chosen={undefined}
        />
        <div class="field">
          <label class="field-label" for={`paper-note-${row.caseId}`}>
            {`${t('note')} (${row.name})`}
          </label>
          <input
            class="ds-input"
            data-size="sm"
            type="text"
            id={`paper-note-${row.caseId}`}
            name={`note.${row.caseId}`}
            autocomplete="off"
          />
        </div>
      </div>
    </li>
  );
}
