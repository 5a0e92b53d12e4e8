import { allOf, toGet } from '#domain/campaign/recipient.ts';
import type { SendingAnswer } from '#views/answers/sending.ts';
import type { PageContext } from '../../page-context.ts';
import { number } from '../../parts/numbers.ts';
import { Panel } from '../../parts/panel.tsx';
import { paths } from '../../paths.ts';
import { nameOf, sendingWords } from './words.ts';

/** So many reasons have a field of their own; the rest are one. */
const mostReasons = 3;

/** From everybody in the choice to those who get it, with what was taken off on the way. */
export function Flow({ c, sending }: { c: PageContext; sending: SendingAnswer }) {
  const t = sendingWords(c.language);
  if (sending.list === 0) return null;
  const off = sending.reasons.filter(({ state }) => state === 'excluded' || state === 'taken-out');
  const rest = off.slice(mostReasons).reduce((all, { count }) => all + count, 0);
  const excluded = paths.recipients(sending.campaignId, 'excluded');
  const open = sending.maySeeRecipients;
  return (
    <dl class="flow" aria-label={t('flow')}>
      <Step
        c={c}
        n={allOf(sending.counts)}
        words={t('flow.all')}
        href={open ? paths.recipients(sending.campaignId) : undefined}
      />
      {off.slice(0, mostReasons).map(({ state, reason, count }) => (
        <Step
          key={`${state} ${reason}`}
          c={c}
          n={-count}
          words={nameOf(c.language, 'reason', reason)}
          href={open ? paths.recipients(sending.campaignId, state) : undefined}
        />
      ))}
      {rest > 0 && <Step c={c} n={-rest} words={t('flow.other')} href={open ? excluded : undefined} />}
      {sending.counts.manual > 0 && (
        <Step
          c={c}
          n={-sending.counts.manual}
          words={t('flow.manual')}
          href={open ? paths.recipients(sending.campaignId, 'manual') : undefined}
        />
      )}
      <Step
        c={c}
        n={toGet(sending.counts)}
        words={t(`flow.${sending.channel}`)}
        href={open ? paths.recipients(sending.campaignId, 'planned') : undefined}
        last
      />
    </dl>
  );
}

interface StepProps {
  readonly c: PageContext;
  readonly n: number;
  readonly words: string;
  readonly href: string | undefined;
  readonly last?: boolean;
}

const Step = ({ c, n, words, href, last = false }: StepProps) => {
  const said = number(c.language, n).replace('-', '−');
  return (
    <div data-last={last ? '' : undefined}>
      <dt>{words}</dt>
      <dd>{href === undefined ? said : <a href={href}>{said}</a>}</dd>
    </div>
  );
};

/** Per unit, with languages and what it costs under it. */
export function Spread({ c, sending }: { c: PageContext; sending: SendingAnswer }) {
  const t = sendingWords(c.language);
  if (sending.list === 0 || sending.units.length === 0) return null;
  const n = (value: number) => number(c.language, value);
  const out = (counts: SendingAnswer['counts']) => counts.excluded + counts['taken-out'] + counts.manual;
  const languages = sending.languages.map(({ language, count }) =>
    language === 'nb' || language === 'nn' || language === 'en' ? t(`language.${language}`, { n: n(count) }) : language,
  );
  return (
    <Panel id="spread" title={t('spread')} flush>
      <div class="table-box">
        <table class="ds-table dense">
          <caption class="ds-sr-only">{t('spread')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('spread.unit')}</th>
              <th scope="col" class="num">
                {t('spread.gets')}
              </th>
              <th scope="col" class="num">
                {t('spread.out')}
              </th>
            </tr>
          </thead>
          <tbody>
            {sending.units.map(({ id, name, counts }) => (
              <tr key={id}>
                <th scope="row">{name || '–'}</th>
                <td class="num">{n(toGet(counts))}</td>
                <td class="num">{n(out(counts))}</td>
              </tr>
            ))}
            <tr class="sum">
              <th scope="row">{t('spread.sum')}</th>
              <td class="num">{n(toGet(sending.counts))}</td>
              <td class="num">{n(out(sending.counts))}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <p class="sub inset">
        {t('spread.languages', { languages: languages.join(', ') })}
        {sending.channel === 'sms' &&
          `. ${t('spread.parts', { n: n(sending.parts), cost: n(Math.ceil(sending.cost / 100)) })}`}
      </p>
    </Panel>
  );
}
