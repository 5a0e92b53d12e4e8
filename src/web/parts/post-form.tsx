import type { ComponentChildren } from 'preact';
import type { PageContext } from '../page-context.ts';

interface PostFormProps {
  readonly c: PageContext;
  readonly action: string;
  readonly id?: string;
  readonly class?: string;
  readonly label?: string;
  /** Posts by fetch where there is script, so that focus and open parts stay; the same form without. */
  readonly live?: boolean;
  readonly files?: boolean;
  readonly children: ComponentChildren;
}

/** Every change is one of these: it carries the forgery token, the wish's id and where to come back to. */
export const PostForm = ({ c, action, id, live = false, files = false, label, children, ...rest }: PostFormProps) => (
  <form
    method="post"
    action={action}
    id={id}
    class={rest.class}
    aria-label={label}
    enctype={files ? 'multipart/form-data' : undefined}
    data-live-form={live ? '' : undefined}
  >
    <input type="hidden" name="_csrf" value={c.csrf} />
    <input type="hidden" name="command" value={c.newCommand()} />
    <input type="hidden" name="back" value={c.path} />
    {children}
  </form>
);
