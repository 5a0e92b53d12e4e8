import type { CallerRow, DriveHead, PhoneOverview } from '#views/answers/phone.ts';
import type { PageContext } from '../../page-context.ts';
import { Options } from '../../parts/field.tsx';
import { number } from '../../parts/numbers.ts';
import { Panel } from '../../parts/panel.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { phonePaths } from '../../phone-paths.ts';
import { phoneWords } from './words.ts';

/** Who rings, with their piles; somebody who drops out gives theirs to the others at once. */
export function Callers({ c, overview, drive }: { c: PageContext; overview: PhoneOverview; drive: DriveHead }) {
  const t = phoneWords(c.language);
  const { callers, others, mayRun } = overview;
  const isOpen = drive.state === 'open';
  return (
    <Panel
      id="callers"
      title={t('callers')}
      flush
      aside={
        mayRun && isOpen && callers.length > 0 ? (
          <PostForm c={c} action={phonePaths.split} live>
            <button type="submit" class="ds-button" data-variant="secondary" data-row name="how" value="all">
              {t('split.all')}
            </button>
          </PostForm>
        ) : undefined
      }
    >
      {callers.length > 0 && (
        <div class="table-box">
          <table class="ds-table dense" data-hover>
            <caption class="ds-sr-only">{t('callers')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('column.caller')}</th>
                <th scope="col">{t('column.unit')}</th>
                {(['pile', 'today', 'calls', 'reached'] as const).map((column) => (
                  <th key={column} scope="col" class="number">
                    {t(`column.${column === 'reached' ? 'reached-calls' : column}`)}
                  </th>
                ))}
                {mayRun && (
                  <th scope="col">
                    <span class="ds-sr-only">{t('leave')}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {callers.map((row) => (
                <Caller
                  key={row.caller.id}
                  c={c}
                  row={row}
                  mayLeave={mayRun && drive.state !== 'closed'}
                  mayRun={mayRun}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {callers.length === 0 && <p class="panel-text soft">{t('callers.none')}</p>}
      {mayRun && drive.state !== 'closed' && others.length > 0 && (
        <details class="fold panel-text" id="join" open={callers.length === 0}>
          <summary>{t('join')}</summary>
          <PostForm c={c} action={phonePaths.callers} class="form" live>
            <Options
              id="join-who"
              name="staff"
              legend={t('join.who')}
              many
              across
              options={others.map(({ id, name }) => ({ id, name }))}
              chosen={[]}
            />
            <div class="form-acts">
              <button type="submit" class="ds-button" data-variant="secondary">
                {t('join.do')}
              </button>
            </div>
          </PostForm>
        </details>
      )}
    </Panel>
  );
}

interface CallerProps {
  readonly c: PageContext;
  readonly row: CallerRow;
  readonly mayLeave: boolean;
  readonly mayRun: boolean;
}

function Caller({ c, row, mayLeave, mayRun }: CallerProps) {
  const t = phoneWords(c.language);
  const { caller, rings } = row;
  return (
    <tr id={`caller-${caller.id}`}>
      <th scope="row">
        {mayRun && row.pile > 0 ? <a href={phonePaths.sheet(caller.id)}>{caller.name}</a> : caller.name}
        {!rings && <span class="sub block">{t('callers.left')}</span>}
        {row.holdsOne && <span class="sub block">{t('callers.rings-now')}</span>}
      </th>
      <td data-label={t('column.unit')}>{row.units?.join(', ') ?? t('units.all')}</td>
      <td class="number" data-label={t('column.pile')}>
        {number(c.language, row.pile)}
      </td>
      <td class="number" data-label={t('column.today')}>
        {number(c.language, row.callsToday)}
      </td>
      <td class="number" data-label={t('column.calls')}>
        {number(c.language, row.calls)}
      </td>
      <td class="number" data-label={t('column.reached-calls')}>
        {number(c.language, row.reached)}
      </td>
      {mayRun && (
        <td>
          {rings && mayLeave && (
            <PostForm c={c} action={phonePaths.leave} live>
              <button
                type="submit"
                class="ds-button"
                data-variant="tertiary"
                data-row
                name="staff"
                value={caller.id}
                aria-label={`${t('leave')}: ${caller.name}`}
              >
                {t('leave')}
              </button>
            </PostForm>
          )}
        </td>
      )}
    </tr>
  );
}
