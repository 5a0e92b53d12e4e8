import { languages } from '#domain/language.ts';
import type { RunListed } from '#views/answers/runs.ts';
import { type PageContext, schemes } from '../../page-context.ts';
import { Options } from '../../parts/field.tsx';
import { Layout } from '../../parts/layout.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Person } from '../../parts/person.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { roleWords, sharedWords } from '../../parts/words.ts';
import { paths } from '../../paths.ts';
import { leaveWords } from '../staff/words.ts';
import { settingsWords } from './words.ts';

export function SettingsPage({ c, runs }: { c: PageContext; runs: readonly RunListed[] }) {
  const t = settingsWords(c.language);
  const shown = runs.find(({ runId }) => runId === c.run?.runId);
  return (
    <Layout c={c} title={t('title')} width="narrow">
      <PageHead title={t('title')} />
      {c.reader && (
        <Panel id="you" title={t('you')}>
          <Person name={c.reader.name} role={c.reader.roles.map((role) => roleWords(c.language, role)).join(', ')} />
        </Panel>
      )}
      <Panel id="settings">
        <PostForm c={c} action={paths.settings} class="form">
          <Options
            id="language"
            name="language"
            legend={t('language')}
            options={languages.map((id) => ({ id, name: sharedWords(c.language)(`language.${id}`) }))}
            chosen={[c.language]}
          />
          <Options
            id="scheme"
            name="scheme"
            legend={t('scheme')}
            options={schemes.map((id) => ({ id, name: t(`scheme.${id}`) }))}
            chosen={[c.scheme]}
          />
          <Options
            id="keys"
            name="keys"
            legend={t('keys')}
            options={[
              { id: 'on', name: t('keys.on') },
              { id: 'off', name: t('keys.off') },
            ]}
            chosen={[c.keys ? 'on' : 'off']}
          />
          {runs.length > 1 && (
            <Options
              id="run"
              name="run"
              legend={t('run')}
              options={[
                { id: 'current', name: t('run.current') },
                ...runs.map((run) => ({ id: run.runId, name: nameOf(c, run) })),
              ]}
              chosen={[shown && !shown.isCurrent ? shown.runId : 'current']}
            />
          )}
          <div class="form-acts">
            <button type="submit" class="ds-button">
              {t('save')}
            </button>
          </div>
        </PostForm>
      </Panel>
      {c.may('staff.leave') && (
        <Panel id="leaving" title={leaveWords(c.language)('title')}>
          <p>
            <a class="ink-link" href={paths.staffLeave()}>
              {leaveWords(c.language)('lead')}
            </a>
          </p>
        </Panel>
      )}
    </Layout>
  );
}

function nameOf(c: PageContext, { schoolYear, title, rehearsal, state }: RunListed): string {
  const t = settingsWords(c.language);
  const year = schoolYear.replace('-', '–');
  const named = title.replace('-', '–');
  const marks = [rehearsal ? t('run.rehearsal') : '', state === 'closed' ? t('run.closed') : ''];
  // Most titles say the year themselves.
  return [named.includes(year) ? '' : year, named, ...marks].filter((part) => part !== '').join(' · ');
}
