import type { AssignmentRule } from '#domain/assignment/rule.ts';
import type { RulesAnswer } from '#views/answers/assignment.ts';
import { markOf } from '../../mark-of.ts';
import type { PageContext } from '../../page-context.ts';
import { SelectField, TextField } from '../../parts/field.tsx';
import { Layout } from '../../parts/layout.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { assignmentWords } from './words.ts';

interface RulesProps {
  readonly c: PageContext;
  readonly answer: RulesAnswer;
}

/** What the list looked like, for a form that names a rule by its place. */
export const rulesMark = ({ rules, onIntake }: Pick<RulesAnswer, 'rules' | 'onIntake'>): string =>
  markOf([rules, onIntake]);

/** The rules in their order: the first that fits a youth counts. */
export function RulesPage({ c, answer }: RulesProps) {
  const t = assignmentWords(c.language);
  return (
    <Layout c={c} title={t('rules')} at="youths">
      <PageHead
        kicker={
          <a class="ink-link" href={paths.assignment()}>
            {t('title')}
          </a>
        }
        title={t('rules')}
        lead={t('rules.lead')}
      />
      <Panel id="rules" title={t('rules')} flush>
        {answer.rules.length === 0 ? (
          <p class="sub share-hidden">{t('rules.none')}</p>
        ) : (
          <ol class="share-rules">
            {answer.rules.map((rule, index) => (
              <RuleRow key={index} c={c} answer={answer} rule={rule} place={index + 1} />
            ))}
          </ol>
        )}
      </Panel>
      <Panel id="on-intake" title={t('on-intake')}>
        <p>{t(answer.onIntake ? 'on-intake.yes' : 'on-intake.no')}</p>
        {answer.mayKeep && (
          <PostForm c={c} action={paths.assignmentRules} class="form-acts">
            <input type="hidden" name="seen" value={rulesMark(answer)} />
            <button
              type="submit"
              class="ds-button"
              data-variant="secondary"
              name="act"
              value={answer.onIntake ? 'intake-off' : 'intake-on'}
            >
              {t(answer.onIntake ? 'on-intake.off' : 'on-intake.on')}
            </button>
          </PostForm>
        )}
      </Panel>
      {answer.mayKeep && <NewRule c={c} answer={answer} />}
    </Layout>
  );
}

function RuleRow({ c, answer, rule, place }: RulesProps & { rule: AssignmentRule; place: number }) {
  const t = assignmentWords(c.language);
  const said = ruleIn(c, answer, rule);
  return (
    <li id={`rule-${place}`}>
      <span>{said}</span>
      {answer.mayKeep && (
        <PostForm c={c} action={paths.assignmentRules} class="share-rule-acts">
          <input type="hidden" name="seen" value={rulesMark(answer)} />
          <input type="hidden" name="place" value={place} />
          {place > 1 && (
            <button
              type="submit"
              class="ds-button"
              data-row
              data-variant="tertiary"
              name="act"
              value="up"
              aria-label={`${t('rule.up')}: ${said}`}
            >
              {t('rule.up')}
            </button>
          )}
          <button
            type="submit"
            class="ds-button"
            data-row
            data-variant="tertiary"
            name="act"
            value="remove"
            aria-label={`${t('rule.remove')}: ${said}`}
          >
            {t('rule.remove')}
          </button>
        </PostForm>
      )}
    </li>
  );
}

function ruleIn(c: PageContext, { units, people }: RulesAnswer, { when, goes }: AssignmentRule): string {
  const t = assignmentWords(c.language);
  const nameOf = (all: readonly { readonly id: string; readonly name: string }[], id: string) =>
    all.find((one) => one.id === id)?.name ?? id;
  const who =
    when.kind === 'unit'
      ? t('rule.unit', { unit: nameOf(units, when.unitId) })
      : when.kind === 'municipality'
        ? t('rule.municipality', { number: when.number })
        : t('rule.postcode', { from: when.from, to: when.to });
  const where = goes.unitId === null ? '' : t('rule.to-unit', { unit: nameOf(units, goes.unitId) });
  const to =
    goes.to.kind === 'one' ? t('rule.one', { name: nameOf(people, goes.to.staffId) }) : t(`rule.${goes.to.kind}`);
  return [who, where, to].filter((part) => part !== '').join(' · ');
}

function NewRule({ c, answer }: RulesProps) {
  const t = assignmentWords(c.language);
  const goes = [
    { id: 'evenly', name: t('rule.evenly') },
    { id: 'unit-only', name: t('rule.unit-only') },
    ...answer.people.map(({ id, name }) => ({ id: `to:${id}`, name })),
  ];
  return (
    <Panel id="new-rule" title={t('rule.new')}>
      <PostForm c={c} action={paths.assignmentRules} class="form">
        <input type="hidden" name="seen" value={rulesMark(answer)} />
        <div class="form-row">
          <SelectField
            c={c}
            id="when-unit"
            name="when-unit"
            label={t('rule.when.unit')}
            none="–"
            options={answer.units}
            chosen={undefined}
          />
          <TextField c={c} id="when-municipality" name="when-municipality" label={t('rule.when.municipality')} narrow />
          <TextField c={c} id="when-from" name="when-from" label={t('rule.when.from')} narrow />
          <TextField c={c} id="when-to" name="when-to" label={t('rule.when.to')} narrow />
        </div>
        <p class="sub">{t('rule.when.hint')}</p>
        <div class="form-row">
          <SelectField
            c={c}
            id="goes-unit"
            name="goes-unit"
            label={t('rule.goes.unit')}
            none={t('rule.goes.same')}
            options={answer.units}
            chosen={undefined}
          />
          <SelectField c={c} id="goes-to" name="goes-to" label={t('rule.goes.to')} options={goes} chosen="evenly" />
        </div>
        <div class="form-acts">
          <button type="submit" class="ds-button" data-variant="secondary" name="act" value="add">
            {t('rule.add')}
          </button>
        </div>
      </PostForm>
    </Panel>
  );
}
