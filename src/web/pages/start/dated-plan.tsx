import type { Plan } from '#domain/plan/plan.ts';
import type { PageContext } from '../../page-context.ts';
import { Panel } from '../../parts/panel.tsx';
import { roleWords, sharedWords } from '../../parts/words.ts';
import { PlanDate } from '../plan/plan-date.tsx';
import { partOfYear } from '../plan/plan-task.tsx';
import { planWords } from '../plan/words.ts';

/** A plan to read: every phase and task with its date. */
export function DatedPlan({ c, plan }: { c: PageContext; plan: Plan }) {
  const t = planWords(c.language);
  return (
    <>
      {plan.phases.map((phase) => (
        <Panel key={phase.id} id={`plan-${phase.id}`} title={`${phase.number} ${phase.title[c.language]}`} flush>
          <div class="table-box">
            <table class="ds-table dense" data-cards>
              <caption class="ds-sr-only">{phase.title[c.language]}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('column.task')}</th>
                  <th scope="col">{t('column.due')}</th>
                  <th scope="col">{t('column.who')}</th>
                </tr>
              </thead>
              <tbody>
                {phase.tasks.map((task) => (
                  <tr key={task.key}>
                    <th scope="row">
                      {task.title[c.language]}
                      {partOfYear(c, plan, task)}
                      {!task.required && <span class="sub"> ({sharedWords(c.language)('optional')})</span>}
                    </th>
                    <td>
                      <PlanDate c={c} date={task.due} />
                    </td>
                    <td class="soft">
                      {roleWords(c.language, task.role)}
                      {task.instances.length > 1 && (
                        <span class="sub"> {t('task.parts', { n: task.instances.length })}</span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Panel>
      ))}
    </>
  );
}
