import type { SendingAnswer } from '#views/answers/sending.ts';
import type { PageContext } from '../../page-context.ts';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';

/** A change that says nothing but which sending. */
export function PlainAct({
  c,
  sending,
  act,
  words,
  secondary = true,
}: {
  c: PageContext;
  sending: SendingAnswer;
  act: 'preview' | 'withdraw' | 'stop' | 'resume' | 'end';
  words: string;
  secondary?: boolean;
}) {
  return (
    <PostForm c={c} action={paths.sendingAct(sending.campaignId, act)}>
      <button
        type="submit"
        class="ds-button"
        data-variant={secondary ? 'secondary' : undefined}
        data-color={act === 'stop' ? 'danger' : undefined}
      >
        {words}
      </button>
    </PostForm>
  );
}
