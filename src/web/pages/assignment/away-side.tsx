import { addDays } from '#domain/calendar/arithmetic.ts';
import { shortDate } from '#texts/dates.ts';
import type { AbsenceRow, BoardAnswer } from '#views/answers/assignment.ts';
import type { PageContext } from '../../page-context.ts';
import { DateField, SelectField } from '../../parts/field.tsx';
import { SideBox } from '../../parts/panel.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { leaveWords } from '../staff/words.ts';
import { assignmentWords } from './words.ts';

interface BoardProps {
  readonly c: PageContext;
  readonly board: BoardAnswer;
}

/** Who is away, with whom as substitute, and the rules. */
export function AwaySide({ c, board }: BoardProps) {
  const t = assignmentWords(c.language);
  return (
    <aside class="side" aria-label={t('side')}>
      <SideBox title={t('absences')}>
        {board.absences.length === 0 ? (
          <p class="sub">{t('absences.none')}</p>
        ) : (
          <ul class="plain-list">
            {board.absences.map((absence) => (
              <Away key={absence.absenceId} c={c} absence={absence} />
            ))}
          </ul>
        )}
        <NewAbsence c={c} board={board} />
      </SideBox>
      <SideBox title={t('rules')}>
        <p>
          <a class="ink-link" href={paths.assignmentRules}>
            {t('rules.open', { n: board.rules })}
          </a>
        </p>
      </SideBox>
      {c.may('staff.leave') && (
        <SideBox title={leaveWords(c.language)('title')}>
          <p>
            <a class="ink-link" href={paths.staffLeave()}>
              {leaveWords(c.language)('lead')}
            </a>
          </p>
        </SideBox>
      )}
    </aside>
  );
}

function Away({ c, absence }: { c: PageContext; absence: AbsenceRow }) {
  const t = assignmentWords(c.language);
  const { absenceId, staff, substitute, from, to, now, mayEnd } = absence;
  const period = { from: shortDate(c.language, from), to: shortDate(c.language, to) };
  return (
    <li id={`absence-${absenceId}`}>
      <b>{staff}</b> {t(now ? 'absence.now' : 'absence.later', period)}
      <span class="sub">{t('absence.substitute', { name: substitute })}</span>
      {mayEnd && (
        <PostForm c={c} action={paths.absenceEnd} live>
          <button
            type="submit"
            class="ds-button"
            data-row
            data-variant="tertiary"
            data-color="neutral"
            name="absence"
            value={absenceId}
            aria-label={t('absence.end.whose', { name: staff })}
          >
            {t('absence.end')}
          </button>
        </PostForm>
      )}
    </li>
  );
}

function NewAbsence({ c, board }: BoardProps) {
  const t = assignmentWords(c.language);
  const last = addDays(board.today, 400);
  return (
    <details class="fold" id="new-absence">
      <summary>{t('absence.new')}</summary>
      <PostForm c={c} action={paths.absences} class="form">
        <SelectField
          c={c}
          id="away"
          name="staff"
          label={t('absence.who')}
          options={board.people}
          chosen={undefined}
          none={t('choose')}
          required
        />
        <SelectField
          c={c}
          id="substitute"
          name="substitute"
          label={t('absence.by')}
          options={board.targets}
          chosen={undefined}
          none={t('choose')}
          required
        />
        <DateField
          c={c}
          id="away-from"
          name="first"
          label={t('absence.from')}
          value={board.today}
          min={board.today}
          max={last}
          required
        />
        <DateField
          c={c}
          id="away-to"
          name="last"
          label={t('absence.to')}
          value={undefined}
          min={board.today}
          max={last}
          required
        />
        <p class="sub">{t('absence.hint')}</p>
        <div class="form-acts">
          <button type="submit" class="ds-button" data-variant="secondary">
            {t('absence.do')}
          </button>
        </div>
      </PostForm>
    </details>
  );
}
