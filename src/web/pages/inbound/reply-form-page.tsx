import { replyStatements } from '#domain/reply/statement.ts';
import type { PageContext } from '../../page-context.ts';
import { Options, TextArea, TextField } from '../../parts/field.tsx';
import { Layout } from '../../parts/layout.tsx';
import { Empty } from '../../parts/notices.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { inboundWords } from './words.ts';

/** The reply form on a phone: whoever has the letter's key may answer, and learns nothing of whom it is about. */
export function ReplyFormPage({ c, formKey }: { c: PageContext; formKey: string }) {
  const t = inboundWords(c.language);
  return (
    <Layout c={c} title={t('form.title')} width="narrow">
      <h1>{t('form.title')}</h1>
      <p class="lead">{t('form.lead')}</p>
      <PostForm c={c} action={paths.replyForm(formKey)} class="form panel">
        <Options
          id="form-says"
          name="says"
          legend={t('form.said')}
          options={replyStatements.map((id) => ({ id, name: t(`form.says.${id}`) }))}
          chosen={[]}
        />
        <TextArea c={c} id="form-text" name="text" label={t('form.text')} hint={t('form.text.hint')} rows={4} />
        <TextField c={c} id="form-phone" name="phone" label={t('form.phone')} />
        <div class="form-acts">
          <button type="submit" class="ds-button" data-main>
            {t('form.do')}
          </button>
        </div>
      </PostForm>
    </Layout>
  );
}

/** Said when the reply is in, and when a key opens nothing. */
export function ReplyFormSaid({ c, said }: { c: PageContext; said: 'thanks' | 'over' }) {
  const t = inboundWords(c.language);
  return (
    <Layout c={c} title={t(`form.${said}.title`)} width="narrow">
      <div class="panel">
        <h1 class="ds-sr-only">{t(`form.${said}.title`)}</h1>
        <Empty
          c={c}
          icon={said === 'thanks' ? 'CheckmarkCircleFill' : 'QuestionmarkDiamond'}
          title={t(`form.${said}.title`)}
          text={t(`form.${said}`)}
        />
      </div>
    </Layout>
  );
}
