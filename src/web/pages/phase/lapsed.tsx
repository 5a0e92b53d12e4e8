import type { PageContext } from '../../page-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { paths } from '../../paths.ts';
import { phaseWords } from './words.ts';

/** A task whose sending was approved for a day that the plan no longer has: who sees the task is to see it there. */
export function Lapsed({ c, sending }: { c: PageContext; sending: string | undefined }) {
  if (sending === undefined) return null;
  const words = phaseWords(c.language)('lapsed');
  return (
    <p class="task-why">
      <Icon c={c} name="ExclamationmarkTriangle" />{' '}
      {c.may('sendings.see') ? (
        <a class="ink-link" href={paths.sending(sending)}>
          {words}
        </a>
      ) : (
        words
      )}
    </p>
  );
}
