import type { Refusal } from '#domain/outcome.ts';
import { shortDate } from '#texts/dates.ts';
import type { IntakeAnswer } from '#views/answers/intake.ts';
import type { PageContext } from '../../page-context.ts';
import { Layout } from '../../parts/layout.tsx';
import { Notice, Refusals } from '../../parts/notices.tsx';
import { number } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Pager } from '../../parts/pager.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { fieldWords } from './field-words.ts';
import { IntakeRows } from './intake-rows.tsx';
import { intakeWords } from './words.ts';

/** What one file would do, what it did, and the way back. */
export function IntakePage({
  c,
  intake,
  refusals = [],
}: {
  c: PageContext;
  intake: IntakeAnswer;
  refusals?: readonly Refusal[];
}) {
  const t = intakeWords(c.language);
  const received = `${shortDate(c.language, intake.received)}, ${intake.by ?? t('system')}`;
  return (
    <Layout c={c} title={intake.file} at="intake" live>
      <PageHead
        kicker={
          <a class="ink-link" href={paths.intakes}>
            {t('title')}
          </a>
        }
        title={intake.file}
        lead={`${intake.format} · ${received} · ${t(`state.${intake.state}`)}`}
      />
      <Refusals c={c} refusals={refusals} />
      {intake.state === 'refused' ? (
        <Notice
          c={c}
          tone="late"
          icon="XMarkOctagonFill"
          title={t(intake.refusals.length > 0 ? 'refused' : 'rejected')}
        >
          <ul>
            {intake.refusals.map((refusal) => (
              <li key={refusal.code}>{c.explain(c.language, refusal.code, refusal.facts)}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <>
          <Concerns c={c} intake={intake} />
          <Kinds c={c} intake={intake} />
          <IntakeRows c={c} intake={intake} />
          <Pager
            c={c}
            page={intake.page}
            pageSize={intake.pageSize}
            total={intake.counts[intake.shown]}
            href={(page) => paths.intake(intake.intakeId, intake.shown, page)}
          />
          <Acts c={c} intake={intake} />
        </>
      )}
      <Columns c={c} intake={intake} />
    </Layout>
  );
}

function Concerns({ c, intake }: { c: PageContext; intake: IntakeAnswer }) {
  const t = intakeWords(c.language);
  if (intake.concerns.length === 0) return null;
  return (
    <Notice c={c} tone="risk" icon="ExclamationmarkTriangleFill" title={t('concerns')}>
      <ul>
        {intake.concerns.map((concern) => (
          <li key={concern.code}>{c.explain(c.language, concern.code, concern.facts)}</li>
        ))}
      </ul>
      {intake.approvedBy !== undefined && <p class="sub">{t('approved-by', { name: intake.approvedBy })}</p>}
      {intake.mayApprove && (
        <PostForm c={c} action={paths.intakeAct(intake.intakeId, 'approve')}>
          <button type="submit" class="ds-button" data-variant="secondary">
            {t('approve')}
          </button>
        </PostForm>
      )}
    </Notice>
  );
}

const kinds = ['create', 'change', 'same', 'gone', 'faults'] as const;

function Kinds({ c, intake }: { c: PageContext; intake: IntakeAnswer }) {
  const t = intakeWords(c.language);
  return (
    <nav aria-label={t('kinds')}>
      <ul class="intake-kinds">
        {kinds.map((kind) => (
          <li key={kind}>
            <a
              href={paths.intake(intake.intakeId, kind)}
              aria-current={kind === intake.shown ? 'page' : undefined}
              data-tone={kind === 'faults' && intake.counts.faults > 0 ? 'late' : undefined}
            >
              <b>{number(c.language, intake.counts[kind])}</b>
              <span class="sub">{t(`kind.${kind}`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The number stands in the button: that is what happens. */
function Acts({ c, intake }: { c: PageContext; intake: IntakeAnswer }) {
  const t = intakeWords(c.language);
  const changes = intake.counts.create + intake.counts.change + intake.counts.gone;
  return (
    <div class="form-acts">
      {intake.mayApply && (
        <PostForm c={c} action={paths.intakeAct(intake.intakeId, 'apply')}>
          <button type="submit" class="ds-button" data-main>
            {changes === 0 ? t('apply.none') : t('apply', { n: number(c.language, changes) })}
          </button>
        </PostForm>
      )}
      {intake.applied && (
        <p class="sub">
          {t('applied-on', { day: shortDate(c.language, intake.applied.on), name: intake.applied.by ?? t('system') })}
        </p>
      )}
      {intake.mayUndo && (
        <PostForm c={c} action={paths.intakeAct(intake.intakeId, 'undo')}>
          <button type="submit" class="ds-button" data-variant="secondary" data-color="danger">
            {t('undo')}
          </button>
        </PostForm>
      )}
      {intake.mayReject && (
        <PostForm c={c} action={paths.intakeAct(intake.intakeId, 'reject')}>
          <button type="submit" class="ds-button" data-variant="tertiary">
            {t('reject')}
          </button>
        </PostForm>
      )}
      {(intake.mayUndo || intake.state === 'undone') && intake.keptByUndo > 0 && (
        <p class="sub">{t('undo.kept', { n: number(c.language, intake.keptByUndo) })}</p>
      )}
      {intake.state === 'undone' && <p class="sub">{t('undone.again')}</p>}
    </div>
  );
}

function Columns({ c, intake }: { c: PageContext; intake: IntakeAnswer }) {
  const t = intakeWords(c.language);
  if (intake.columns.length === 0) return null;
  return (
    <details class="fold" id="columns">
      <summary>{t('columns')}</summary>
      <dl class="facts">
        {intake.columns.map((column) => (
          <ColumnRead key={column.heading} c={c} heading={column.heading} field={column.field} />
        ))}
      </dl>
    </details>
  );
}

const ColumnRead = ({ c, heading, field }: { c: PageContext; heading: string; field: string | undefined }) => (
  <>
    <dt>{heading}</dt>
    <dd>
      {field === undefined ? (
        <span class="soft">{intakeWords(c.language)('columns.unknown')}</span>
      ) : (
        fieldWords(c.language, field)
      )}
    </dd>
  </>
);
