import type { Refusal } from '#domain/outcome.ts';
import type { LeavingChoices, PreviewAnswer } from '#views/answers/assignment.ts';
import type { PageContext } from '../../page-context.ts';
import { SelectField } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Layout } from '../../parts/layout.tsx';
import { Refusals } from '../../parts/notices.tsx';
import { number } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { Gets, Tasks, Untouched } from '../assignment/preview-page.tsx';
import { leaveWords } from './words.ts';

/** What would come of somebody's leaving. */
export interface Leaver {
  readonly preview: PreviewAnswer;
  readonly stays: { readonly youths: number; readonly tasks: number };
}

interface Props {
  readonly c: PageContext;
  readonly choices: LeavingChoices;
  readonly leaver: Leaver | undefined;
  readonly sent: { readonly staff: string; readonly way: string };
  readonly refusals: readonly Refusal[];
}

/** Somebody leaves: who, what is open, who takes over, and only then it is done. */
export function LeavePage({ c, choices, leaver, sent, refusals }: Props) {
  const t = leaveWords(c.language);
  return (
    <Layout c={c} title={t('title')} at="youths" width="narrow">
      <PageHead title={t('title')} lead={t('lead')} />
      <Refusals c={c} refusals={refusals} />
      <Panel id="who">
        <form class="form" method="get" action={paths.staffLeave()} data-auto aria-label={t('who')}>
          <SelectField
            c={c}
            id="staff"
            name="staff"
            label={t('who')}
            options={choices.people}
            chosen={sent.staff}
            none={t('choose')}
            required
          />
          {choices.mayShare && (
            <SelectField
              c={c}
              id="way"
              name="way"
              label={t('way')}
              options={waysOf(c, choices, sent.staff)}
              chosen={sent.way}
            />
          )}
          <div class="form-acts">
            <button type="submit" class="ds-button" data-variant="secondary">
              {t('look')}
            </button>
          </div>
        </form>
      </Panel>
      {leaver && <Found c={c} leaver={leaver} sent={sent} />}
    </Layout>
  );
}

const waysOf = (c: PageContext, { targets }: LeavingChoices, staff: string) => {
  const t = leaveWords(c.language);
  return [
    { id: 'none', name: t('way.none') },
    { id: 'evenly', name: t('way.evenly') },
    { id: 'rules', name: t('way.rules') },
    ...targets.filter(({ id }) => id !== staff).map(({ id, name }) => ({ id: `to:${id}`, name })),
  ];
};

function Found({ c, leaver: { preview, stays }, sent }: Pick<Props, 'c' | 'sent'> & { readonly leaver: Leaver }) {
  const t = leaveWords(c.language);
  const n = (value: number) => number(c.language, value);
  const name = preview.from ?? '';
  const moves = { youths: preview.moves, tasks: preview.tasks.length };
  return (
    <>
      <Panel id="open" title={t('open', { name })}>
        <ul class="plain-list">
          <li>{t('moves', { youths: n(moves.youths), tasks: n(moves.tasks) })}</li>
          <li class={stays.youths > 0 ? 'missing' : undefined}>
            {t('stays', { youths: n(stays.youths), tasks: n(stays.tasks) })}
          </li>
        </ul>
      </Panel>
      {preview.gets.length > 0 && <Gets c={c} preview={preview} />}
      {preview.untouched.length > 0 && <Untouched c={c} preview={preview} />}
      {preview.tasks.length > 0 && <Tasks c={c} preview={preview} />}
      <PostForm c={c} action={paths.staffLeave()} class="form" label={t('do', { name })}>
        <input type="hidden" name="staff" value={sent.staff} />
        <input type="hidden" name="way" value={sent.way} />
        {stays.youths > 0 && (
          <label class="option" for="leave-open">
            <input class="ds-input" type="checkbox" id="leave-open" name="open" value="1" />
            {t('leave-open', { n: n(stays.youths) })}
          </label>
        )}
        <p class="sub">{t('hint')}</p>
        <div class="form-acts">
          <button type="submit" class="ds-button" data-color="danger">
            <Icon c={c} name="Door" />
            {t('do', { name })}
          </button>
        </div>
      </PostForm>
    </>
  );
}
