import { weekday } from '#domain/calendar/week.ts';
import { shortDate } from '#texts/dates.ts';
import type { PhoneBurnDown, UnitBurnDown } from '#views/answers/phone.ts';
import type { PageContext } from '../../page-context.ts';
import { BurnChart, Spark } from '../../parts/burn-chart.tsx';
import { shortDay } from '../../parts/dates.ts';
import { Layout } from '../../parts/layout.tsx';
import { Empty } from '../../parts/notices.tsx';
import { number, percent } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { paths } from '../../paths.ts';
import { ofUnits, otukList } from './of-units.ts';
import { PhoneAreas } from './phone-areas.tsx';
import { phoneWords } from './words.ts';

/** How many are still unknown, day by day to the reporting day. No names: managers read it too. */
export function BurnDownPage({ c, found }: { c: PageContext; found: PhoneBurnDown | undefined }) {
  const t = phoneWords(c.language);
  return (
    <Layout c={c} title={t('area.burn-down')} at="phone" live width="wide">
      <PhoneAreas c={c} at="burn-down" />
      <PageHead
        kicker={t('title')}
        title={t('burn-down.title')}
        lead={
          found
            ? `${t('burn-down.lead', { day: shortDate(c.language, found.reportOn), goal: found.goal })}${ofUnits(c, found.ofUnits)}`
            : ''
        }
      />
      {found ? (
        <>
          <Stats c={c} found={found} />
          <div class="burn-split">
            <Panel id="whole" title={t('burn-down.whole')}>
              <BurnChart
                c={c}
                days={found.whole.days}
                burnDown={found.whole.burnDown}
                until={found.reportOn}
                label={sentence(c, found)}
                names={{ now: t('chart.now'), forecast: t('chart.forecast'), goal: t('chart.goal') }}
              />
              <ul class="chart-legend">
                <li data-kind="line">OTUK</li>
                <li data-kind="pace">{t('chart.pace')}</li>
                <li data-kind="forecast">{t('chart.band')}</li>
              </ul>
              <p class="sub">{t('burn-down.model')}</p>
            </Panel>
            <Days c={c} one={found.whole} isListed={found.ofUnits === undefined} />
          </div>
          <div class="burn-split">
            <Panel id="sparks" title={t('burn-down.units')}>
              <div class="sparks">
                {found.units.map((one) => (
                  <SparkOf key={one.unit?.id} c={c} one={one} found={found} />
                ))}
              </div>
            </Panel>
            <PerUnit c={c} found={found} />
          </div>
        </>
      ) : (
        <Empty c={c} icon="BarChart" title={t('burn-down.none')} text={t('burn-down.none.text')} />
      )}
    </Layout>
  );
}

function sentence(c: PageContext, { whole, reportOn }: PhoneBurnDown): string {
  const { now, end, goal } = whole.burnDown;
  return phoneWords(c.language)('burn-down.sentence', {
    from: number(c.language, whole.days[0]?.left ?? now),
    now: number(c.language, now),
    day: shortDay(c.language, reportOn),
    end: number(c.language, end.left),
    low: number(c.language, end.low),
    high: number(c.language, end.high),
    goal: number(c.language, goal),
  });
}

const perDay = (c: PageContext, n: number): string => number(c.language, Math.round(n * 10) / 10);

function Stats({ c, found }: { c: PageContext; found: PhoneBurnDown }) {
  const t = phoneWords(c.language);
  const { burnDown: one, registered } = found.whole;
  const reach = found.units.filter(({ burnDown }) => burnDown.outlook === 'there' || burnDown.outlook === 'on-pace');
  const stats = [
    [
      t('stat.now'),
      number(c.language, one.now),
      percent(c.language, one.now, registered),
      otukList(found.ofUnits).href,
    ],
    [
      t('stat.forecast', { day: shortDay(c.language, found.reportOn) }),
      number(c.language, one.end.left),
      t('stat.band', { low: number(c.language, one.end.low), high: number(c.language, one.end.high) }),
    ],
    [t('stat.goal'), number(c.language, one.goal), t('stat.goal.of', { goal: found.goal })],
    [t('stat.pace'), t('stat.per-day', { n: perDay(c, one.pace) }), t('stat.needed', { n: perDay(c, one.needed) })],
    [t('stat.units'), t('stat.of', { n: reach.length, of: found.units.length }), t('stat.units.sub')],
  ] as const;
  return (
    <dl class="stats">
      {stats.map(([name, value, sub, href]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {href === undefined || !c.may('youths.see') ? value : <a href={href}>{value}</a>}
            <span class="sub block">{sub}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const shownDays = 9;

function Days({ c, one, isListed }: { c: PageContext; one: UnitBurnDown; isListed: boolean }) {
  const t = phoneWords(c.language);
  const newest = one.days.toReversed().slice(0, shownDays + 1);
  return (
    <Panel id="days" title={t('burn-down.days')} flush>
      <table class="ds-table dense">
        <caption class="ds-sr-only">{t('burn-down.days')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.day')}</th>
            <th scope="col" class="number">
              OTUK
            </th>
            <th scope="col" class="number">
              {t('column.change')}
            </th>
          </tr>
        </thead>
        <tbody>
          {newest.slice(0, shownDays).map(({ on, left }, index) => {
            const change = left - (newest[index + 1]?.left ?? left);
            return (
              <tr key={on}>
                <th scope="row">{`${t(`day.${weekday(on)}`)} ${shortDay(c.language, on)}`}</th>
                <td class="number">
                  {isListed && c.may('youths.see') && left > 0 ? (
                    <a href={paths.youths(index === 0 ? { list: 'otuk' } : { frozen: `otuk.${on}` })}>
                      {number(c.language, left)}
                    </a>
                  ) : (
                    number(c.language, left)
                  )}
                </td>
                <td class="number">
                  {change === 0 ? '–' : `${change > 0 ? '+' : '−'}${number(c.language, Math.abs(change))}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
}

const SparkOf = ({ c, one, found }: { c: PageContext; one: UnitBurnDown; found: PhoneBurnDown }) => {
  const t = phoneWords(c.language);
  return (
    <div class="spark-box">
      <p>
        {one.unit?.name} <b>{number(c.language, one.burnDown.now)}</b>
      </p>
      <Spark days={one.days} burnDown={one.burnDown} until={found.reportOn} />
      <p class="sub">
        <span class="outlook" data-outlook={one.burnDown.outlook}>
          {t(`outlook.${one.burnDown.outlook}`)}
        </span>
        <span>{t('spark.goal', { n: number(c.language, one.burnDown.goal) })}</span>
      </p>
    </div>
  );
};

function PerUnit({ c, found }: { c: PageContext; found: PhoneBurnDown }) {
  const t = phoneWords(c.language);
  return (
    <Panel id="per-unit" title={t('burn-down.per-unit')} flush>
      <div class="table-box">
        <table class="ds-table dense" data-hover>
          <caption class="ds-sr-only">{t('burn-down.per-unit')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('column.unit')}</th>
              {(['registered', 'otuk', 'share', 'goal', 'needed', 'forecast'] as const).map((column) => (
                <th key={column} scope="col" class="number">
                  {t(`column.${column}`)}
                </th>
              ))}
              <th scope="col">{t('column.outlook')}</th>
            </tr>
          </thead>
          <tbody>
            {[...found.units, found.whole].map((one) => (
              <UnitLine
                key={one.unit?.id ?? 'whole'}
                c={c}
                one={one}
                href={one.unit ? paths.youths({ list: 'otuk', unit: one.unit.id }) : otukList(found.ofUnits).href}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function UnitLine({
  c,
  one: { unit, registered, burnDown },
  href,
}: {
  c: PageContext;
  one: UnitBurnDown;
  href: string | undefined;
}) {
  const t = phoneWords(c.language);
  return (
    <tr>
      <th scope="row">{unit?.name ?? t('units.all')}</th>
      <td class="number">{number(c.language, registered)}</td>
      <td class="number">
        {href !== undefined && c.may('youths.see') && burnDown.now > 0 ? (
          <a href={href}>{number(c.language, burnDown.now)}</a>
        ) : (
          number(c.language, burnDown.now)
        )}
      </td>
      <td class="number">{percent(c.language, burnDown.now, registered)}</td>
      <td class="number">{number(c.language, burnDown.goal)}</td>
      <td class="number">{perDay(c, burnDown.needed)}</td>
      <td class="number">
        <b>{number(c.language, burnDown.end.left)}</b>
      </td>
      <td>
        <span class="outlook" data-outlook={burnDown.outlook}>
          {t(`outlook.${burnDown.outlook}`)}
        </span>
      </td>
    </tr>
  );
}
