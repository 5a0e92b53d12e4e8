import type { BoardAnswer } from '#views/answers/assignment.ts';
import type { PageContext } from '../../page-context.ts';
import { SelectField } from '../../parts/field.tsx';
import { Layout } from '../../parts/layout.tsx';
import { number } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { sharedWords } from '../../parts/words.ts';
import { YouthAreas } from '../../parts/youth-areas.tsx';
import { paths } from '../../paths.ts';
import { AwaySide } from './away-side.tsx';
import { ShareForm } from './share-form.tsx';
import { assignmentWords } from './words.ts';
import { WorkersTable } from './workers-table.tsx';

/** Whose the youths are: nobody's first, then what each adviser has, and the youths of whichever is chosen. */
export function BoardPage({ c, board }: { c: PageContext; board: BoardAnswer }) {
  const t = assignmentWords(c.language);
  return (
    <Layout c={c} title={t('title')} at="youths" live width="wide">
      <YouthAreas c={c} at="assignment" />
      <PageHead
        title={t('title')}
        lead={
          board.unassigned.open === 0 ? t('lead.none') : t('lead', { n: number(c.language, board.unassigned.open) })
        }
      >
        <Units c={c} board={board} />
      </PageHead>
      <div class="split">
        <div>
          <WorkersTable c={c} board={board} />
          <ShareForm c={c} board={board} />
        </div>
        <AwaySide c={c} board={board} />
      </div>
    </Layout>
  );
}

function Units({ c, board }: { c: PageContext; board: BoardAnswer }) {
  if (board.units.length < 2) return null;
  const t = assignmentWords(c.language);
  return (
    <form class="share-unit" method="get" action={paths.assignment()} data-auto aria-label={t('unit')}>
      <SelectField
        c={c}
        id="unit"
        name="unit"
        label={t('unit')}
        none={t('unit.all')}
        options={board.units}
        chosen={board.unit}
      />
      <button type="submit" class="ds-button" data-variant="secondary">
        {sharedWords(c.language)('show')}
      </button>
    </form>
  );
}
