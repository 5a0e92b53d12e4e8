import type { WhichStands } from '#domain/youth/merge.ts';
import type { DoublePair, DoubleYouth } from '#views/answers/doubles.ts';
import type { PageContext } from '../../page-context.ts';
import { CodeTag } from '../../parts/code-tag.tsx';
import { dayWithYear, shortDay } from '../../parts/dates.ts';
import { Icon } from '../../parts/icon.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { doublesWords, knowsDoubles } from './words.ts';

/** Two youths side by side, what speaks for one person and what against, and what would stand of both. */
export function Pair({ c, pair }: { c: PageContext; pair: DoublePair }) {
  const t = doublesWords(c.language);
  const { one, other } = pair;
  const id = `pair-${one.caseId}-${other.caseId}`;
  return (
    <article class="panel" id={id} aria-label={t('pair', { one: one.name, other: other.name })}>
      <div class="double-pair">
        <Youth c={c} youth={one} role={t('keep.one')} />
        <Youth c={c} youth={other} role={t('keep.other')} />
        <Facts c={c} pair={pair} />
        <p class="double-pair-acts sub">{statusWords(c, pair.status)}</p>
        {pair.mayDecide && (
          <div class="double-pair-acts form-acts">
            <PostForm c={c} action={paths.doublesMerge}>
              <Both one={one} other={other} />
              <button type="submit" class="ds-button">
                {t('merge')}
              </button>
            </PostForm>
            <PostForm c={c} action={paths.doublesApart}>
              <Both one={one} other={other} />
              <button type="submit" class="ds-button" data-variant="secondary">
                {t('apart')}
              </button>
            </PostForm>
            <span class="sub">{t('merge.text')}</span>
          </div>
        )}
      </div>
    </article>
  );
}

const Both = ({ one, other }: Pick<DoublePair, 'one' | 'other'>) => (
  <>
    <input type="hidden" name="keep" value={one.caseId} />
    <input type="hidden" name="away" value={other.caseId} />
  </>
);

function Youth({ c, youth, role }: { c: PageContext; youth: DoubleYouth; role: string }) {
  const t = doublesWords(c.language);
  const kind = `number.${youth.numberKind ?? 'unknown'}`;
  return (
    <div>
      <p class="kicker">{role}</p>
      <h3>
        <a href={paths.youth(youth.caseId)}>{youth.name}</a>
      </h3>
      <dl>
        <dt>{t('fact.born')}</dt>
        <dd>{youth.born === undefined ? '–' : dayWithYear(c.language, youth.born)}</dd>
        <dt>{t('fact.number')}</dt>
        <dd>{knowsDoubles(kind) ? t(kind) : t('number.unknown')}</dd>
        <dt>{t('fact.code')}</dt>
        <dd>
          {youth.code === undefined ? '–' : <CodeTag code={youth.code} />}
          {youth.codeOn !== undefined && <span class="sub"> {shortDay(c.language, youth.codeOn)}</span>}
        </dd>
        <dt>{t('fact.transfer')}</dt>
        <dd>{youth.transfer ?? '–'}</dd>
        <dt>{t('fact.unit')}</dt>
        <dd>{youth.unit}</dd>
        <dt>{t('fact.caseworker')}</dt>
        <dd>{youth.caseworker ?? '–'}</dd>
        <dt>{t('fact.contacts')}</dt>
        <dd>{youth.contacts}</dd>
      </dl>
    </div>
  );
}

/** In words and with a sign: colour says nothing alone. */
function Facts({ c, pair }: { c: PageContext; pair: DoublePair }) {
  const t = doublesWords(c.language);
  const named = (fields: readonly string[]) =>
    fields
      .map((field) => `field.${field}`)
      .filter(knowsDoubles)
      .map((key) => t(key))
      .join(', ') || t('nothing');
  const remarks = pair.remarks.map((remark) => `remark.${remark}`).filter(knowsDoubles);
  return (
    <div class="double-pair-facts">
      <p class="kicker">{t(`band.${pair.band}`)}</p>
      <ul>
        <li>
          <Icon c={c} name="Checkmark" />
          <span>
            <b>{t('agrees')}:</b> {named(pair.agrees)}
          </span>
        </li>
        <li>
          <Icon c={c} name="XMark" />
          <span>
            <b>{t('disagrees')}:</b> {named(pair.disagrees)}
          </span>
        </li>
        {remarks.map((remark) => (
          <li key={remark}>
            <Icon c={c} name="InformationSquare" />
            <span>{t(remark)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const statusWords = (c: PageContext, status: WhichStands): string =>
  doublesWords(c.language)(status.stands === 'neither' ? 'status.neither' : `status.${status.stands}.${status.why}`);
