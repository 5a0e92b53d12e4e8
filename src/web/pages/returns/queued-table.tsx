import { addDays } from '#domain/calendar/arithmetic.ts';
import { parseDay } from '#domain/calendar/day.ts';
import type { Fault } from '#domain/outcome.ts';
import type { QueuedReturn, ReturnsAnswer } from '#views/answers/returns.ts';
import type { PageContext } from '../../page-context.ts';
import { CodeTag } from '../../parts/code-tag.tsx';
import { shortDay } from '../../parts/dates.ts';
import { DateField, TextField } from '../../parts/field.tsx';
import { faultWords } from '../../parts/notices.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { codeWords } from '../../parts/words.ts';
import { paths } from '../../paths.ts';
import { returnsWords } from './words.ts';

/** What came back in the form, as it was typed. */
export type SentTyped = Readonly<Partial<Record<'on' | 'reference', string>>>;

interface QueuedTableProps {
  readonly c: PageContext;
  readonly returns: ReturnsAnswer;
  readonly faults: readonly Fault[];
  readonly typed: SentTyped;
}

/** Those who wait, with a tick each; below, the day and the proof that hold for all who are ticked. */
export function QueuedTable({ c, returns, faults, typed }: QueuedTableProps) {
  const t = returnsWords(c.language);
  const may = returns.queued.some(({ maySend }) => maySend);
  const table = (
    <div class="table-box">
      <table class="ds-table dense" data-hover data-cards>
        <caption class="ds-sr-only">{t('caption', { n: returns.queued.length })}</caption>
        <thead>
          <tr>
            {may && (
              <th scope="col" class="tick-box">
                <input class="ds-input" type="checkbox" data-tick-page aria-label={t('select-page')} />
              </th>
            )}
            <th scope="col">{t('column.name')}</th>
            <th scope="col">{t('column.unit')}</th>
            <th scope="col">{t('column.code')}</th>
            <th scope="col">{t('column.since')}</th>
            <th scope="col">{t('column.receiver')}</th>
          </tr>
        </thead>
        <tbody>
          {returns.queued.map((youth) => (
            <Row key={youth.caseId} c={c} youth={youth} ticks={may} />
          ))}
        </tbody>
      </table>
    </div>
  );
  if (!may) return table;
  return (
    <PostForm c={c} action={paths.returnsSent} id="choose" label={t('mark')}>
      {table}
      <Mark c={c} returns={returns} faults={faults} typed={typed} />
    </PostForm>
  );
}

function Row({ c, youth, ticks }: { c: PageContext; youth: QueuedReturn; ticks: boolean }) {
  const t = returnsWords(c.language);
  return (
    <tr id={`case-${youth.caseId}`}>
      {ticks && (
        <td class="tick-box">
          {youth.maySend && (
            <input
              class="ds-input"
              type="checkbox"
              name="case"
              value={youth.caseId}
              aria-label={t('select', { name: youth.name })}
            />
          )}
        </td>
      )}
      <th scope="row">
        <a href={paths.youth(youth.caseId)}>{youth.name}</a>
        {youth.protected && <span class="sub block">{t('protected')}</span>}
      </th>
      <td data-inline>{youth.unit}</td>
      <td>
        <CodeTag code={youth.code} /> <span class="soft">{codeWords(c.language, youth.code)}</span>
      </td>
      <td class="soft" data-head={t('column.since')}>
        {youth.since === undefined ? '–' : shortDay(c.language, youth.since)}
      </td>
      <td data-head={t('column.receiver')}>{t(`receiver.${youth.receiver}`)}</td>
    </tr>
  );
}

function Mark({ c, returns, faults, typed }: QueuedTableProps) {
  const t = returnsWords(c.language);
  const wrong = faultWords(
    c,
    faults.find(({ place }) => place === 'sent-on'),
  );
  return (
    <section class="inset form" aria-labelledby="mark-title">
      <h3 class="legend" id="mark-title">
        {t('mark')}
      </h3>
      <div class="form-row">
        <DateField
          c={c}
          id="sent-on"
          name="on"
          label={t('on')}
          value={parseDay(typed.on ?? '') ?? returns.today}
          min={addDays(returns.today, -400)}
          max={returns.today}
          narrow
          required
          {...(wrong === undefined ? {} : { error: wrong })}
        />
        <TextField
          c={c}
          id="reference"
          name="reference"
          label={t('reference')}
          hint={t('reference.hint')}
          value={typed.reference ?? ''}
        />
        <button type="submit" class="ds-button">
          {t('send')}
        </button>
      </div>
    </section>
  );
}
