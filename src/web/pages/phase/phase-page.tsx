import type { PhaseAnswer, TaskGroup } from '#views/answers/phase.ts';
import type { PageContext } from '../../page-context.ts';
import { Bar } from '../../parts/bar.tsx';
import { Layout } from '../../parts/layout.tsx';
import { Notice } from '../../parts/notices.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PhaseSteps } from '../../parts/phase-steps.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { sharedWords } from '../../parts/words.ts';
import { Reason } from '../year/attention.tsx';
import { PhaseSide } from './phase-side.tsx';
import { TaskItem } from './task-item.tsx';
import { phaseWords } from './words.ts';

/** One phase with its checklist; attention goes to what is left. */
export function PhasePage({ c, phase }: { c: PageContext; phase: PhaseAnswer }) {
  const t = phaseWords(c.language);
  return (
    <Layout c={c} title={phase.title[c.language]} at="year" live>
      <PhaseSteps c={c} steps={phase.steps} now={phase.phaseId} label={t('steps')} />
      <PageHead
        kicker={t('place', { n: phase.number, m: phase.steps.length })}
        title={phase.title[c.language]}
        lead={phase.what[c.language]}
      >
        <Progress c={c} phase={phase} />
      </PageHead>
      <div class="split">
        <div>
          <Reasons c={c} phase={phase} />
          {phase.groups.map((group) => (
            <Group key={group.group} c={c} phase={phase} group={group} />
          ))}
          {phase.groups.length === 0 && <p class="soft">{t('empty')}</p>}
        </div>
        <PhaseSide c={c} phase={phase} />
      </div>
    </Layout>
  );
}

function Progress({ c, phase }: { c: PageContext; phase: PhaseAnswer }) {
  const label = sharedWords(c.language)('n-of-m', { n: phase.done, m: phase.total });
  return (
    <div class="head-progress">
      <div class="progress">
        <StateTag c={c} pace={phase.pace} />
        <span>
          {label} {phaseWords(c.language)('tasks', { n: phase.total })}
        </span>
      </div>
      <Bar done={phase.done} total={phase.total} pace={phase.pace} label={label} />
    </div>
  );
}

function Reasons({ c, phase }: { c: PageContext; phase: PhaseAnswer }) {
  if (phase.reasons.length === 0) return null;
  const late = phase.pace === 'late';
  return (
    <Notice
      c={c}
      tone={late ? 'late' : 'risk'}
      icon={late ? 'Clock' : 'ExclamationmarkTriangle'}
      title={sharedWords(c.language)(`state.${phase.pace}`)}
    >
      <ul>
        {phase.reasons.map((reason, index) => (
          <li key={index}>
            <Reason c={c} reason={reason} today={phase.today} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Group({ c, phase, group }: { c: PageContext; phase: PhaseAnswer; group: TaskGroup }) {
  const done = group.tasks.filter((task) => task.pace === 'done' || task.pace === 'skipped').length;
  return (
    <Panel
      id={`group-${group.group}`}
      title={phaseWords(c.language)(`group.${group.group}`)}
      aside={<span class="sub">{sharedWords(c.language)('n-of-m', { n: done, m: group.tasks.length })}</span>}
      flush
    >
      <ol>
        {group.tasks.map((task) => (
          <TaskItem key={task.taskId} c={c} task={task} today={phase.today} />
        ))}
      </ol>
    </Panel>
  );
}
