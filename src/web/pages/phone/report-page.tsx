import { shortDate } from '#texts/dates.ts';
import type { PhoneReport } from '#views/answers/phone.ts';
import type { PageContext } from '../../page-context.ts';
import { Layout } from '../../parts/layout.tsx';
import { number } from '../../parts/numbers.ts';
import { Figures, PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { paths } from '../../paths.ts';
import { ofUnits, otukList } from './of-units.ts';
import { PhoneAreas } from './phone-areas.tsx';
import { shownTime } from './shown.ts';
import { phoneWords } from './words.ts';

/** What each adviser reports back, counted by the system. */
export function ReportPage({ c, report }: { c: PageContext; report: PhoneReport }) {
  const t = phoneWords(c.language);
  const units = report.drive?.units?.length;
  return (
    <Layout c={c} title={t('area.report')} at="phone" live>
      <PhoneAreas c={c} at="report" />
      <PageHead
        kicker={t('title')}
        title={t('report.title')}
        lead={
          (report.frozenAt === undefined
            ? t('report.now', { day: shortDate(c.language, report.today) })
            : t('report.frozen', { time: shownTime(c.language, report.frozenAt) })) + ofUnits(c, units)
        }
      >
        <Figures
          figures={[{ label: t('report.total'), value: number(c.language, report.total), ...otukList(units) }]}
        />
      </PageHead>
      <Panel id="report" title={t('report.per')} flush>
        <div class="table-box">
          <table class="ds-table dense" data-hover>
            <caption class="ds-sr-only">{t('report.per')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('column.unit')}</th>
                <th scope="col">{t('column.caseworker')}</th>
                <th scope="col" class="number">
                  {t('column.left')}
                </th>
              </tr>
            </thead>
            <tbody>
              {report.rows.map(({ unit, caseworker, otuk }) => (
                <tr key={`${unit?.id}-${caseworker?.id}`}>
                  <th scope="row">{unit?.name ?? t('report.no-unit')}</th>
                  <td>{caseworker?.name ?? t('card.no-caseworker')}</td>
                  <td class="number">
                    {report.frozenAt === undefined && c.may('youths.see') ? (
                      <a
                        href={paths.youths({
                          list: 'otuk',
                          caseworker: caseworker?.id ?? 'none',
                          ...(unit ? { unit: unit.id } : {}),
                        })}
                      >
                        {number(c.language, otuk)}
                      </a>
                    ) : (
                      number(c.language, otuk)
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
    </Layout>
  );
}
