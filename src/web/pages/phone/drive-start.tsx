import { addDays } from '#domain/calendar/arithmetic.ts';
import type { PhoneOverview } from '#views/answers/phone.ts';
import type { PageContext } from '../../page-context.ts';
import { DateField, Options } from '../../parts/field.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { phonePaths } from '../../phone-paths.ts';
import { phoneWords } from './words.ts';

/** A new drive on the plan's days, unless others are chosen. */
export function StartDrive({ c, overview }: { c: PageContext; overview: PhoneOverview }) {
  const t = phoneWords(c.language);
  const { planned, today, others } = overview;
  return (
    <Panel id="start" title={t('start')}>
      <PostForm c={c} action={phonePaths.start} class="form">
        <div class="form-row">
          <DateField
            c={c}
            id="opens-on"
            name="opensOn"
            label={t('start.opens')}
            value={planned?.opensOn}
            min={addDays(today, -60)}
            max={addDays(today, 330)}
            narrow
            required
          />
          <DateField
            c={c}
            id="closes-on"
            name="closesOn"
            label={t('start.closes')}
            value={planned?.closesOn}
            min={today}
            max={addDays(today, 330)}
            narrow
            required
          />
          <div class="field" data-narrow>
            <label class="field-label" for="goal">
              {t('start.goal')}
            </label>
            <input class="ds-input" data-size="sm" type="number" id="goal" name="goal" min="0" max="100" value="8" />
          </div>
        </div>
        <Options
          id="start-who"
          name="staff"
          legend={t('join.who')}
          many
          across
          options={others.map(({ id, name }) => ({ id, name }))}
          chosen={others.map(({ id }) => id)}
        />
        <div class="form-acts">
          <button type="submit" class="ds-button" data-main>
            {t('start.do')}
          </button>
        </div>
      </PostForm>
    </Panel>
  );
}
