import { shortDate } from '#texts/dates.ts';
import type { PhaseAnswer, PhaseEvent } from '#views/answers/phase.ts';
import type { Counter } from '#views/answers/year.ts';
import type { PageContext } from '../../page-context.ts';
import { shortDay } from '../../parts/dates.ts';
import { Icon } from '../../parts/icon.tsx';
import { number } from '../../parts/numbers.ts';
import { SideBox } from '../../parts/panel.tsx';
import { Person } from '../../parts/person.tsx';
import { roleList, sharedWords } from '../../parts/words.ts';
import { paths } from '../../paths.ts';
import { CounterNumber } from '../year/phase-sheet.tsx';
import { yearWords } from '../year/words.ts';
import { phaseWords } from './words.ts';

/** What stands beside the checklist, with hairlines and no boxes. */
export function PhaseSide({ c, phase }: { c: PageContext; phase: PhaseAnswer }) {
  const t = phaseWords(c.language);
  return (
    <aside class="side" aria-label={t('about')}>
      {(phase.before || phase.after) && (
        <SideBox title={t('counters')}>
          <div class="before-after">
            <Count c={c} name={yearWords(c.language)('row.before')} counter={phase.before} />
            <Icon c={c} name="ArrowRight" />
            <Count c={c} name={yearWords(c.language)('row.after')} counter={phase.after} />
          </div>
        </SideBox>
      )}
      <When c={c} phase={phase} />
      {phase.place && (
        <SideBox title={t('where')}>
          <p>{phase.place[c.language]}</p>
        </SideBox>
      )}
      <Who c={c} phase={phase} />
      {phase.references.length > 0 && (
        <SideBox title={t('references')}>
          <ul class="plain-list">
            {phase.references.map((reference) => (
              <li key={reference.title.nb}>
                <Icon c={c} name="FileText" />{' '}
                {reference.link === undefined ? (
                  reference.title[c.language]
                ) : (
                  <a class="text-link" href={reference.link} rel="noreferrer">
                    {reference.title[c.language]}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </SideBox>
      )}
      <Events c={c} phase={phase} />
    </aside>
  );
}

const Count = ({ c, name, counter }: { c: PageContext; name: string; counter: Counter | undefined }) => (
  <div>
    <span class="sub">{name}</span>
    {counter ? <CounterNumber c={c} counter={counter} size="xl" /> : <span class="soft">–</span>}
    {counter && <span class="sub">{counter.label[c.language]}</span>}
  </div>
);

function When({ c, phase }: { c: PageContext; phase: PhaseAnswer }) {
  const t = phaseWords(c.language);
  return (
    <SideBox title={t('when')}>
      <ul class="plain-list">
        {phase.windows.map((window) => (
          <li key={`${window.from}${window.to}`}>
            {sharedWords(c.language)('from-to', {
              from: shortDate(c.language, window.from),
              to: shortDate(c.language, window.to),
            })}
            {(window.track || window.forecast) && (
              <span class="sub">
                {[window.track?.[c.language], window.forecast ? sharedWords(c.language)('forecast') : undefined]
                  .filter((words) => words !== undefined)
                  .join(', ')}
              </span>
            )}
          </li>
        ))}
      </ul>
      {phase.whenNote && <p class="sub">{phase.whenNote[c.language]}</p>}
      {phase.mayChangePlan && (
        <p class="sub">
          <a href={`${paths.plan}#plan-${phase.phaseId}`}>{t('change-plan')}</a>
        </p>
      )}
    </SideBox>
  );
}

function Who({ c, phase }: { c: PageContext; phase: PhaseAnswer }) {
  const t = phaseWords(c.language);
  return (
    <SideBox title={t('who')}>
      {phase.owner !== undefined && <Person name={phase.owner} role={t('owner')} />}
      <p class="sub">{roleList(c.language, phase.roles)}</p>
    </SideBox>
  );
}

function Events({ c, phase }: { c: PageContext; phase: PhaseAnswer }) {
  const t = phaseWords(c.language);
  return (
    <SideBox title={t('events')}>
      {phase.events.length === 0 ? (
        <p class="sub">{t('events.none')}</p>
      ) : (
        <ol class="log">
          {phase.events.map((event) => (
            <li key={event.id} id={`event-${event.id}`}>
              <time datetime={event.on}>{shortDay(c.language, event.on)}</time>
              <span>{eventWords(c, event)}</span>
            </li>
          ))}
        </ol>
      )}
    </SideBox>
  );
}

function eventWords(c: PageContext, event: PhaseEvent): string {
  const t = phaseWords(c.language);
  const part = event.part === undefined ? '' : ` (${event.part})`;
  return t(`event.${event.what}`, {
    who: event.by ?? t('system'),
    what: `«${event.title[c.language]}»${part}`,
    n: number(c.language, event.left ?? 0),
  });
}
