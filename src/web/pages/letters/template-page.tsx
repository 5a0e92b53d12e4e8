import type { TemplateFault } from '#domain/message/template.ts';
import type { Refusal } from '#domain/outcome.ts';
import type { TemplateAnswer } from '#views/answers/letters.ts';
import type { PageContext } from '../../page-context.ts';
import { Layout } from '../../parts/layout.tsx';
import { Notice, Refusals } from '../../parts/notices.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SendingAreas } from '../../parts/sending-areas.tsx';
import { paths } from '../../paths.ts';
import { nameOf } from '../sendings/words.ts';
import { TemplateForm, type TypedTemplate } from './template-form.tsx';
import { type Tried, TriedOn } from './tried-on.tsx';
import { lettersWords } from './words.ts';

interface TemplateProps {
  readonly c: PageContext;
  readonly template: TemplateAnswer;
  readonly mayMake: boolean;
  readonly typed: TypedTemplate;
  readonly tried: Tried;
  readonly refusals?: readonly Refusal[];
  /** After a look at what was typed: words for a person to think over; undefined where nothing was looked at. */
  readonly warnings?: readonly TemplateFault[] | undefined;
}

/** One template: its text in each language, edited as text, and how it looks for somebody real. */
export function TemplatePage({ c, template, mayMake, typed, tried, refusals = [], warnings }: TemplateProps) {
  const t = lettersWords(c.language);
  const newest = Math.max(template.version, ...template.versions);
  return (
    <Layout c={c} title={template.name} at="sendings">
      <SendingAreas c={c} at="templates" />
      <PageHead
        kicker={
          <a class="ink-link" href={paths.templates}>
            {t('templates.title')}
          </a>
        }
        title={template.name}
        lead={`${nameOf(c.language, 'channel', template.channel)} · ${t('templates.version', { n: template.version })}`}
      />
      {template.versions.length > 1 && <Versions c={c} template={template} />}
      {template.version < newest && <p class="sub">{t('template.older')}</p>}
      <Refusals c={c} refusals={refusals} />
      {warnings !== undefined && refusals.length === 0 && <Looked c={c} warnings={warnings} />}
      <div class="sending-columns">
        <TemplateForm c={c} template={template} mayMake={mayMake} typed={typed} />
        <TriedOn c={c} template={template} tried={tried} />
      </div>
    </Layout>
  );
}

function Versions({ c, template }: { c: PageContext; template: TemplateAnswer }) {
  const t = lettersWords(c.language);
  return (
    <nav class="views" aria-label={t('template.versions')}>
      <ul>
        {template.versions.map((version) => (
          <li key={version}>
            <a
              href={paths.template(template.templateId, version)}
              aria-current={version === template.version ? 'page' : undefined}
            >
              {t('templates.version', { n: version })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Looked({ c, warnings }: { c: PageContext; warnings: readonly TemplateFault[] }) {
  const t = lettersWords(c.language);
  if (warnings.length === 0) return <Notice c={c} icon="CheckmarkCircleFill" title={t('template.fine')} />;
  return (
    <Notice c={c} tone="risk" icon="ExclamationmarkTriangle" title={t('template.warnings')}>
      <ul>
        {warnings.map(({ language, part, line, found }) => (
          <li key={`${language} ${part} ${line} ${found}`}>
            {t('template.warning', { language: t(`template.in.${language}`), line, found })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
