import type { Pace } from '#views/answers/pace.ts';
import type { PageContext } from '../page-context.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-name.ts';
import { sharedWords } from './words.ts';

const icons: Readonly<Record<Pace, IconName | undefined>> = {
  planned: 'ClockDashed',
  open: undefined,
  'at-risk': 'ExclamationmarkTriangle',
  late: 'Clock',
  done: 'Checkmark',
  waiting: 'PadlockLocked',
  skipped: 'CircleSlash',
};
/** Colour is for what asks for attention; the rest is plain text. */
const colours: Readonly<Record<Pace, 'accent' | 'warning' | 'danger' | undefined>> = {
  planned: undefined,
  open: 'accent',
  'at-risk': 'warning',
  late: 'danger',
  done: undefined,
  waiting: undefined,
  skipped: undefined,
};

export function StateTag({ c, pace }: { c: PageContext; pace: Pace }) {
  const colour = colours[pace];
  const icon = icons[pace];
  const words = sharedWords(c.language)(`state.${pace}`);
  return colour === undefined ? (
    <span class="state-plain" data-state={pace}>
      {icon && <Icon c={c} name={icon} />}
      {words}
    </span>
  ) : (
    <span class="ds-tag" data-size="sm" data-color={colour}>
      {icon && <Icon c={c} name={icon} />}
      {words}
    </span>
  );
}
