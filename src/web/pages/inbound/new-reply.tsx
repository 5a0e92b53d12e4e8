import { replyChannels } from '#domain/reply/statement.ts';
import type { PageContext } from '../../page-context.ts';
import { Options, TextArea, TextField } from '../../parts/field.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { inboundWords } from './words.ts';

export type NewTyped = Readonly<Partial<Record<'channel' | 'from' | 'text', string>>>;

/** Takes down what did not come by itself; whose it is is said on the next screen where the words do not tell. */
export function NewReply({ c, typed }: { c: PageContext; typed: NewTyped | undefined }) {
  const t = inboundWords(c.language);
  return (
    <details class="fold" id="new-reply" open={typed !== undefined}>
      <summary data-key="r">
        {t('new')} <kbd>R</kbd>
      </summary>
      <PostForm c={c} action={paths.inbound()} class="form" label={t('new')}>
        <p class="sub">{t('new.hint')}</p>
        <Options
          id="new-channel"
          name="channel"
          legend={t('new.channel')}
          across
          options={replyChannels.map((id) => ({ id, name: t(`channel.${id}`) }))}
          chosen={[typed?.channel ?? 'reply-form']}
        />
        <TextField
          c={c}
          id="new-from"
          name="from"
          label={t('new.from')}
          hint={t('new.from.hint')}
          value={typed?.from ?? ''}
        />
        <TextArea c={c} id="new-text" name="text" label={t('new.text')} value={typed?.text ?? ''} />
        <div class="form-acts">
          <button type="submit" class="ds-button" data-variant="secondary">
            {t('new.do')}
          </button>
        </div>
      </PostForm>
    </details>
  );
}
