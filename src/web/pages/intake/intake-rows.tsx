import type { IntakeAnswer, IntakeRow } from '#views/answers/intake.ts';
import type { PageContext } from '../../page-context.ts';
import { Panel } from '../../parts/panel.tsx';
import { fieldWords } from './field-words.ts';
import { intakeWords } from './words.ts';

/** The rows of the kind looked at; each changed field with what stood and what comes. */
export function IntakeRows({ c, intake }: { c: PageContext; intake: IntakeAnswer }) {
  const t = intakeWords(c.language);
  const empty = intake.counts[intake.shown] === 0;
  return (
    <Panel id="rows" title={t(`kind.${intake.shown}`)} aside={<span class="sub">{noteFor(c, intake)}</span>} flush>
      {empty ? (
        <p class="empty soft">{t(`none.${intake.shown}`)}</p>
      ) : intake.shown === 'faults' ? (
        <Faults c={c} intake={intake} />
      ) : (
        <Rows c={c} intake={intake} />
      )}
    </Panel>
  );
}

function noteFor(c: PageContext, intake: IntakeAnswer): string {
  const t = intakeWords(c.language);
  if (intake.shown === 'faults') return t('faults.note');
  return intake.shown === 'gone' ? t('gone.note') : t('rows.note');
}

function Rows({ c, intake }: { c: PageContext; intake: IntakeAnswer }) {
  const t = intakeWords(c.language);
  return (
    <div class="table-box">
      <table class="ds-table dense" data-cards>
        <caption class="ds-sr-only">{t(`kind.${intake.shown}`)}</caption>
        <thead>
          <tr>
            <th scope="col" class="number">
              {t('column.row')}
            </th>
            <th scope="col">{t('column.name')}</th>
            <th scope="col">{t('column.unit')}</th>
            {intake.shown === 'change' && <th scope="col">{t('column.changes')}</th>}
          </tr>
        </thead>
        <tbody>
          {intake.rows.map((row, index) => (
            <tr key={`${row.row ?? 'gone'}-${index}`}>
              <td class="number soft" data-head={t('column.row')}>
                {row.row ?? '–'}
              </td>
              <th scope="row">{row.name}</th>
              <td>{row.unit ?? '–'}</td>
              {intake.shown === 'change' && (
                <td>
                  <Changes c={c} row={row} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Changes = ({ c, row }: { c: PageContext; row: IntakeRow }) => (
  <ul>
    {row.fields.map((change) => (
      <li key={change.field}>
        <span class="soft">{fieldWords(c.language, change.field)}:</span>{' '}
        {change.from !== undefined && (
          <>
            <del class="change-from">{change.from}</del>{' '}
          </>
        )}
        <ins>{change.to ?? '–'}</ins>
      </li>
    ))}
  </ul>
);

function Faults({ c, intake }: { c: PageContext; intake: IntakeAnswer }) {
  const t = intakeWords(c.language);
  return (
    <div class="table-box">
      <table class="ds-table dense" data-cards>
        <caption class="ds-sr-only">{t('kind.faults')}</caption>
        <thead>
          <tr>
            <th scope="col" class="number">
              {t('column.row')}
            </th>
            <th scope="col">{t('column.column')}</th>
            <th scope="col">{t('column.found')}</th>
            <th scope="col">{t('column.wanted')}</th>
          </tr>
        </thead>
        <tbody>
          {intake.faults.map((fault, index) => (
            <tr key={`${fault.row}-${fault.column}-${index}`}>
              <td class="number" data-head={t('column.row')}>
                {fault.row}
              </td>
              <td>{fault.column}</td>
              <td data-head={t('column.found')}>{fault.found === '' ? '–' : `«${fault.found}»`}</td>
              <td>{c.explain(c.language, fault.code, fault.facts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
