import { roles } from '#domain/plan/role.ts';
import { multiplicities, taskGroups } from '#domain/plan/template.ts';
import type { PlanAnswer } from '#views/answers/plan.ts';
import type { PageContext } from '../../page-context.ts';
import { DateField, SelectField, TextField } from '../../parts/field.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { roleWords } from '../../parts/words.ts';
import { paths } from '../../paths.ts';
import { phaseWords } from '../phase/words.ts';
import { planWords } from './words.ts';

export function AddTask({ c, answer }: { c: PageContext; answer: PlanAnswer }) {
  const t = planWords(c.language);
  const { plan } = answer;
  return (
    <Panel id="add-task" title={t('add')}>
      <PostForm c={c} action={paths.planAdd} class="form">
        <TextField c={c} id="add-title" name="title" label={t('add.title')} required />
        <div class="form-row">
          <SelectField
            c={c}
            id="add-phase"
            name="phase"
            label={t('add.phase')}
            options={plan.phases.map((phase) => ({ id: phase.id, name: `${phase.number} ${phase.title[c.language]}` }))}
            chosen={undefined}
          />
          <SelectField
            c={c}
            id="add-group"
            name="group"
            label={t('add.group')}
            options={taskGroups.map((id) => ({ id, name: phaseWords(c.language)(`group.${id}`) }))}
            chosen="do"
          />
          <DateField
            c={c}
            id="add-due"
            name="due"
            label={t('add.due')}
            value={undefined}
            min={plan.span.from}
            max={plan.span.to}
            required
          />
        </div>
        <div class="form-row">
          <SelectField
            c={c}
            id="add-role"
            name="role"
            label={t('add.role')}
            options={roles.map((id) => ({ id, name: roleWords(c.language, id) }))}
            chosen={undefined}
          />
          <SelectField
            c={c}
            id="add-multiplicity"
            name="multiplicity"
            label={t('add.multiplicity')}
            options={multiplicities.map((id) => ({ id, name: t(`multiplicity.${id}`) }))}
            chosen="once"
          />
          <TextField c={c} id="add-reason" name="reason" label={t('add.reason')} required />
        </div>
        <div class="form-acts">
          <button type="submit" class="ds-button" data-variant="secondary">
            {t('add.do')}
          </button>
        </div>
      </PostForm>
    </Panel>
  );
}
