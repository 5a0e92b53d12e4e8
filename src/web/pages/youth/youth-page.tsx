import type { Fault, Refusal } from '#domain/outcome.ts';
import { shortDate } from '#texts/dates.ts';
import type { YouthAnswer } from '#views/answers/youth.ts';
import type { PageContext } from '../../page-context.ts';
import { CodeTag } from '../../parts/code-tag.tsx';
import { Layout } from '../../parts/layout.tsx';
import { ErrorSummary, Notice, Refusals } from '../../parts/notices.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { codeWords, groupWords, sharedWords } from '../../parts/words.ts';
import { paths } from '../../paths.ts';
import { ContactPanel, type ContactTyped } from './contact-panel.tsx';
import { type GuideReplies, guideFor } from './guide.ts';
import { GuidePanel } from './guide-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { youthWords } from './words.ts';
import { YouthFacts } from './youth-facts.tsx';

export interface YouthPageProps {
  readonly c: PageContext;
  readonly youth: YouthAnswer;
  readonly replies: GuideReplies;
  /** Set when the form came back: what was wrong, and what was typed. */
  readonly faults?: readonly Fault[];
  readonly refusals?: readonly Refusal[];
  readonly typed?: { readonly contact?: ContactTyped; readonly code?: string; readonly reason?: string };
}

/** One youth: what stands, what has happened, and what may be set now. */
export function YouthPage({ c, youth, replies, faults = [], refusals = [], typed = {} }: YouthPageProps) {
  const t = youthWords(c.language);
  return (
    <Layout c={c} title={t('kicker')} at="youths" live>
      <PageHead
        kicker={
          <a class="ink-link" href={paths.youths()}>
            {sharedWords(c.language)('nav.youths')}
          </a>
        }
        title={youth.name}
        lead={[
          ...(youth.age === undefined ? [] : [t('age', { n: youth.age })]),
          ...(youth.minor ? [t('minor')] : []),
          youth.unit.name,
        ].join(' · ')}
      />
      <ErrorSummary c={c} faults={faults} />
      <Refusals c={c} refusals={refusals} />
      {youth.protected && (
        <Notice c={c} tone="risk" icon="PadlockLocked" title={t('protected.title')}>
          <p class="sub">{t('protected.text')}</p>
        </Notice>
      )}
      {youth.closed !== undefined && (
        <Notice c={c} icon="ArrowUndo" title={t('closed.title')}>
          <p class="sub">
            {t('closed.text', { day: shortDate(c.language, youth.closed.on), code: youth.closed.code })}
          </p>
        </Notice>
      )}
      {/* The id holds the case: what is typed about one youth can never be kept for the next. */}
      <div class="youth-split" id={`youth-${youth.caseId}`}>
        <YouthFacts c={c} youth={youth} />
        <div class="stack">
          <StatusPanel c={c} youth={youth} />
          {youth.earlyLeaver && (
            <p>
              <a href={paths.leaving(youth.caseId)}>{t('leaving')}</a>
            </p>
          )}
          {youth.mayCode && (
            <GuidePanel c={c} youth={youth} guide={guideFor(youth, replies)} faults={faults} typed={typed} />
          )}
          <ContactPanel c={c} youth={youth} faults={faults} typed={typed.contact} />
          <HistoryPanel c={c} youth={youth} />
        </div>
      </div>
    </Layout>
  );
}

function StatusPanel({ c, youth }: { c: PageContext; youth: YouthAnswer }) {
  const t = youthWords(c.language);
  const status = youth.status;
  if (!status) {
    return (
      <Panel id="status" title={t('status')}>
        <p class="soft">{t('status.none')}</p>
      </Panel>
    );
  }
  const said = [
    t('status.group', { n: status.mainGroup, name: groupWords(c.language, status.mainGroup) }),
    t(status.targetGroup ? 'status.in-target' : 'status.outside'),
    ...(status.reportCode === status.code ? [] : [t('status.reports', { code: status.reportCode })]),
    ...(status.viaOt === undefined ? [] : [t(`status.via-ot.${status.viaOt}`)]),
  ];
  return (
    <Panel id="status" title={t('status')}>
      <p class="status-now">
        <CodeTag code={status.code} />
        <span>{codeWords(c.language, status.code)}</span>
        <span class="soft">{t('status.since', { day: shortDate(c.language, status.since) })}</span>
      </p>
      <p class="sub">{said.join(' · ')}</p>
    </Panel>
  );
}
