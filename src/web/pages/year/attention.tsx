import type { Day } from '#domain/calendar/day.ts';
import { relative, shortDate } from '#texts/dates.ts';
import type { PaceReason, TaskRef } from '#views/answers/pace.ts';
import type { YearAnswer, YearPhase } from '#views/answers/year.ts';
import type { PageContext } from '../../page-context.ts';
import { insideSentence, listed } from '../../parts/numbers.ts';
import { Panel } from '../../parts/panel.tsx';
import { Sentence } from '../../parts/sentence.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { paths } from '../../paths.ts';
import { yearWords } from './words.ts';

/** Late and at risk, each with why. */
export function Attention({ c, year }: { c: PageContext; year: YearAnswer }) {
  const waiting = year.phases.filter((phase) => phase.reasons.length > 0);
  if (waiting.length === 0) return null;
  return (
    <div class="attention">
      <Panel id="attention" title={yearWords(c.language)('attention')} flush>
        <ul>
          {waiting.map((phase) => (
            <li key={phase.phaseId}>
              <span>
                <StateTag c={c} pace={phase.pace} />
              </span>
              <a href={paths.phase(phase.phaseId)}>
                {phase.number} {phase.short[c.language]}
              </a>
              <Reasons c={c} phase={phase} today={year.today} />
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

/** So many of a phase's reasons; the rest are on its page. */
const mostReasons = 4;

function Reasons({ c, phase, today }: { c: PageContext; phase: YearPhase; today: Day }) {
  const more = phase.reasons.length - mostReasons;
  return (
    <ul class="attention-why">
      {phase.reasons.slice(0, mostReasons).map((reason, index) => (
        <li key={index}>
          <Reason c={c} reason={reason} today={today} />
        </li>
      ))}
      {more > 0 && (
        <li>
          <a href={paths.phase(phase.phaseId)}>{yearWords(c.language)('attention.more', { n: more })}</a>
        </li>
      )}
    </ul>
  );
}

const mostNamed = 3;

export function Reason({ c, reason, today }: { c: PageContext; reason: PaceReason; today: Day }) {
  const t = yearWords(c.language);
  switch (reason.kind) {
    case 'task-overdue':
    case 'task-due-soon':
      return (
        <Sentence
          text={t(`reason.${reason.kind}`)}
          parts={{
            task: <TaskLink c={c} task={reason.task} />,
            day: shortDate(c.language, reason.due),
            when: relative(c.language, reason.due, today),
          }}
        />
      );
    case 'waits-for':
      return (
        <Sentence
          text={t('reason.waits-for')}
          parts={{
            task: <TaskLink c={c} task={reason.task} />,
            on: <TaskLink c={c} task={reason.on} inside />,
          }}
        />
      );
    case 'parts-missing': {
      const more = reason.missing.length - mostNamed;
      const named = reason.missing.slice(0, mostNamed);
      const missing = more > 0 ? t('reason.more', { names: named.join(', '), n: more }) : listed(c.language, named);
      return (
        <Sentence
          text={t('reason.parts-missing')}
          parts={{
            task: <TaskLink c={c} task={reason.task} />,
            missing,
            n: reason.of - reason.missing.length,
            m: reason.of,
          }}
        />
      );
    }
    case 'ends-soon':
      return <>{t('reason.ends-soon', { days: reason.days, left: reason.left })}</>;
  }
}

export const TaskLink = ({ c, task, inside = false }: { c: PageContext; task: TaskRef; inside?: boolean }) => (
  <a href={paths.phase(task.phaseId, task.taskId)}>
    {inside ? insideSentence(task.title[c.language]) : task.title[c.language]}
  </a>
);
