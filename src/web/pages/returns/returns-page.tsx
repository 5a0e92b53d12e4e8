import { dayOf } from '#domain/calendar/oslo-clock.ts';
import type { Fault } from '#domain/outcome.ts';
import { returnReceivers } from '#domain/youth/return-to-vigo.ts';
import type { AgainYouth, ReturnsAnswer } from '#views/answers/returns.ts';
import type { PageContext } from '../../page-context.ts';
import { CodeTag } from '../../parts/code-tag.tsx';
import { shortDay } from '../../parts/dates.ts';
import { SelectField } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Layout } from '../../parts/layout.tsx';
import { Empty, ErrorSummary, Notice } from '../../parts/notices.tsx';
import { number } from '../../parts/numbers.ts';
import { Figures, PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { codeWords } from '../../parts/words.ts';
import { YouthAreas } from '../../parts/youth-areas.tsx';
import { paths } from '../../paths.ts';
import { QueuedTable, type SentTyped } from './queued-table.tsx';
import { SentTable } from './sent-table.tsx';
import { returnsWords } from './words.ts';

interface ReturnsPageProps {
  readonly c: PageContext;
  readonly returns: ReturnsAnswer;
  readonly faults?: readonly Fault[];
  readonly typed?: SentTyped;
}

/** Who goes back to VIGO: those who wait, those who were sent, and those whom VIGO has sent again. */
export function ReturnsPage({ c, returns, faults = [], typed = {} }: ReturnsPageProps) {
  const t = returnsWords(c.language);
  return (
    <Layout c={c} title={t('title')} at="youths" live width="wide">
      <YouthAreas c={c} at="returns" />
      <PageHead title={t('title')} lead={t('lead')}>
        <Figures
          figures={[
            { label: t('queued'), value: number(c.language, returns.queued.length), href: '#queued' },
            {
              label: t('sent'),
              value: number(c.language, returns.sent.length),
              href: paths.youths({ list: 'closed' }),
            },
          ]}
        />
      </PageHead>
      <ErrorSummary c={c} faults={faults} />
      {returns.again.length > 0 && <Again c={c} again={returns.again} />}
      <Panel id="queued" title={t('queued')} flush>
        {returns.queued.length === 0 ? (
          <Empty c={c} icon="CheckmarkCircleFill" title={t('queued.none')} text={t('queued.none.text')} />
        ) : (
          <QueuedTable c={c} returns={returns} faults={faults} typed={typed} />
        )}
      </Panel>
      {returns.hidden > 0 && <p class="sub after">{t('hidden', { n: returns.hidden })}</p>}
      {returns.mayExport && returns.queued.length > 0 && <Export c={c} returns={returns} />}
      <Panel id="sent" title={t('sent')} flush>
        {returns.sent.length === 0 ? (
          <p class="soft inset">{t('sent.none')}</p>
        ) : (
          <SentTable c={c} sent={returns.sent} />
        )}
      </Panel>
    </Layout>
  );
}

function Again({ c, again }: { c: PageContext; again: readonly AgainYouth[] }) {
  const t = returnsWords(c.language);
  return (
    <Notice c={c} tone="risk" icon="ExclamationmarkTriangle" title={t('again')}>
      <p class="sub">{t('again.text')}</p>
      <ul>
        {again.map((youth) => (
          <li key={youth.caseId}>
            <a href={paths.youth(youth.caseId)}>{youth.name}</a>{' '}
            <span class="sub">
              <CodeTag code={youth.code} /> {codeWords(c.language, youth.code)}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The list that goes out, for one receiver or all; what was taken out before, and by whom. */
function Export({ c, returns }: { c: PageContext; returns: ReturnsAnswer }) {
  const t = returnsWords(c.language);
  const { exported } = returns;
  const apart = returns.queued.filter((youth) => youth.protected).length;
  return (
    <Panel id="export" title={t('export')}>
      <p class="sub">{t('export.text')}</p>
      <PostForm c={c} action={paths.returnsExport} class="form-row">
        <SelectField
          c={c}
          id="receiver"
          name="receiver"
          label={t('receiver')}
          none={t('receiver.all')}
          options={returnReceivers.map((id) => ({ id, name: t(`receiver.${id}`) }))}
          chosen={undefined}
        />
        <button type="submit" class="ds-button" data-variant="secondary">
          <Icon c={c} name="Download" />
          {t('export')}
        </button>
      </PostForm>
      {apart > 0 && <p class="sub after">{t('apart', { n: apart })}</p>}
      {exported !== undefined && (
        <p class="sub after">
          {t('export.last', {
            day: shortDay(c.language, dayOf(exported.at)),
            name: exported.by ?? t('export.somebody'),
            n: exported.n,
          })}
        </p>
      )}
    </Panel>
  );
}
