import type { Refusal } from '#domain/outcome.ts';
import { lintPlan } from '#domain/plan/lint-plan.ts';
import { rollForward } from '#domain/plan/roll-forward.ts';
import type { StartAnswer } from '#views/answers/start.ts';
import type { PageContext } from '../../page-context.ts';
import { Options, SelectField } from '../../parts/field.tsx';
import { Layout } from '../../parts/layout.tsx';
import { Notice, Refusals } from '../../parts/notices.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { roleWords } from '../../parts/words.ts';
import { paths } from '../../paths.ts';
import { Findings } from '../plan/findings.tsx';
import { DatedPlan } from './dated-plan.tsx';
import { startWords } from './words.ts';

interface StartPageProps {
  readonly c: PageContext;
  readonly start: StartAnswer;
  readonly refusals?: readonly Refusal[];
}

/** Template and year in, a dated plan out, and only then a year that starts. */
export function StartPage({ c, start, refusals = [] }: StartPageProps) {
  const t = startWords(c.language);
  return (
    <Layout c={c} title={t('title')}>
      <PageHead title={t('title')} lead={t('lead')} />
      <Refusals c={c} refusals={refusals} />
      <Choose c={c} start={start} />
      <People c={c} start={start} />
      <Preview c={c} start={start} />
    </Layout>
  );
}

function Choose({ c, start }: { c: PageContext; start: StartAnswer }) {
  const t = startWords(c.language);
  const all = start.units.map(({ id }) => id);
  const chosen = start.chosen?.units ?? [];
  return (
    <Panel id="choose">
      <form method="get" action={paths.start} class="form">
        <div class="form-row">
          <SelectField
            c={c}
            id="template"
            name="template"
            label={t('template')}
            options={start.templates.map(({ id, title, version }) => ({
              id,
              name: t('template.version', { title: title[c.language], version }),
            }))}
            chosen={start.chosen?.template}
          />
          <SelectField
            c={c}
            id="school-year"
            name="year"
            label={t('school-year')}
            options={start.schoolYears.map((year) => ({
              id: year,
              name: start.started.includes(year) ? t('school-year.started', { year }) : year,
            }))}
            chosen={start.chosen?.schoolYear}
          />
        </div>
        <Options
          id="units"
          name="unit"
          legend={t('units')}
          many
          across
          options={start.units}
          chosen={chosen.length === 0 ? all : chosen}
        />
        <div class="form-acts">
          <button type="submit" class="ds-button" data-variant={start.inputs ? 'secondary' : undefined}>
            {t('preview')}
          </button>
        </div>
      </form>
    </Panel>
  );
}

const mostNamed = 6;

function People({ c, start }: { c: PageContext; start: StartAnswer }) {
  const t = startWords(c.language);
  return (
    <details class="fold" id="people">
      <summary>{t('people')}</summary>
      <dl class="facts">
        {start.people.map(({ role, staff }) => (
          <RoleHolders key={role} c={c} role={roleWords(c.language, role)} names={staff.map(({ name }) => name)} />
        ))}
      </dl>
    </details>
  );
}

const RoleHolders = ({ c, role, names }: { c: PageContext; role: string; names: readonly string[] }) => (
  <>
    <dt>{role}</dt>
    <dd>
      {names.length === 0 ? <span class="missing">{startWords(c.language)('people.none')}</span> : null}
      {names.slice(0, mostNamed).join(', ')}
      {names.length > mostNamed && ` +${names.length - mostNamed}`}
    </dd>
  </>
);

function Preview({ c, start }: { c: PageContext; start: StartAnswer }) {
  const t = startWords(c.language);
  if (!start.inputs || !start.chosen) return null;
  const plan = rollForward(start.inputs);
  const findings = lintPlan(plan);
  const hasErrors = findings.some(({ severity }) => severity === 'error');
  const year = start.chosen.schoolYear.replace('-', '–');
  return (
    <>
      <Findings c={c} plan={plan} findings={findings} />
      <DatedPlan c={c} plan={plan} />
      {hasErrors ? (
        <Notice c={c} tone="late" icon="XMarkOctagonFill" title={t('errors')} />
      ) : (
        <PostForm c={c} action={paths.start} class="form">
          <input type="hidden" name="template" value={start.chosen.template} />
          <input type="hidden" name="year" value={start.chosen.schoolYear} />
          {start.chosen.units.map((unit) => (
            <input key={unit} type="hidden" name="unit" value={unit} />
          ))}
          <div class="form-acts">
            <button type="submit" class="ds-button" data-main>
              {t('start', { year })}
            </button>
            <span class="sub">{t('start.note')}</span>
          </div>
        </PostForm>
      )}
    </>
  );
}
