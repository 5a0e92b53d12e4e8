import { relative, shortDate } from '#texts/dates.ts';
import type { YearAnswer } from '#views/answers/year.ts';
import type { PageContext } from '../../page-context.ts';
import { Layout } from '../../parts/layout.tsx';
import { number, percent } from '../../parts/numbers.ts';
import { type Figure, Figures, PageHead } from '../../parts/page-head.tsx';
import { Sentence } from '../../parts/sentence.tsx';
import { paths } from '../../paths.ts';
import { phonePaths } from '../../phone-paths.ts';
import { Attention } from './attention.tsx';
import { PhaseSheet } from './phase-sheet.tsx';
import { yearWords } from './words.ts';
import { YearLine } from './year-line.tsx';

/** The paper sheet brought alive: the line of the year, then one column a phase. */
export function YearPage({ c, year }: { c: PageContext; year: YearAnswer }) {
  const t = yearWords(c.language);
  return (
    <Layout c={c} title={t('title')} at="year" live width="wide">
      <PageHead
        kicker={t('school-year', { year: year.schoolYear.replace('-', '–') })}
        title={t('title')}
        lead={<NextReport c={c} year={year} />}
      >
        <Figures figures={figures(c, year)} />
      </PageHead>
      <div class="panel" data-flush>
        <YearLine c={c} year={year} />
      </div>
      <PhaseSheet c={c} year={year} />
      <Attention c={c} year={year} />
    </Layout>
  );
}

function NextReport({ c, year }: { c: PageContext; year: YearAnswer }) {
  const t = yearWords(c.language);
  const next = year.reports.find((report) => report.on >= year.today);
  if (!next) return <>{t('no-report')}</>;
  return (
    <Sentence
      text={t('next-report')}
      parts={{
        day: <b class="keep">{shortDate(c.language, next.on)}</b>,
        when: relative(c.language, next.on, year.today),
      }}
    />
  );
}

function figures(c: PageContext, year: YearAnswer): readonly Figure[] {
  const t = yearWords(c.language);
  const listOf = (href: string) => (c.may('youths.see') ? href : undefined);
  return [
    { label: t('figure.youths'), value: number(c.language, year.youths), href: listOf(paths.youths({ list: 'all' })) },
    {
      label: t('figure.unknown'),
      value: number(c.language, year.unknown),
      // Whoever sees no names comes to the numbers behind it.
      href: listOf(paths.youths({ list: 'otuk' })) ?? phonePaths.burnDown,
      sub: percent(c.language, year.unknown, year.youths),
    },
    {
      label: t('figure.late'),
      value: number(c.language, year.late),
      href: year.late + year.atRisk > 0 ? '#attention' : undefined,
      sub: t('figure.at-risk', { n: year.atRisk }),
      ...(year.late > 0 ? { tone: 'late' } : {}),
    },
  ];
}
