import type { CampaignState } from '#domain/campaign/campaign-file.ts';
import type { PageContext } from '../../page-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { nameOf } from './words.ts';

const colours: Readonly<Record<CampaignState, 'accent' | 'warning' | 'danger' | undefined>> = {
  planned: undefined,
  freezing: 'accent',
  previewed: 'warning',
  approved: 'accent',
  waiting: 'accent',
  handingOver: 'accent',
  followingUp: 'accent',
  settled: undefined,
  stopped: 'danger',
};

/** Colour where somebody is wanted or something goes on; the rest is plain text. */
export function SendingState({ c, state }: { c: PageContext; state: CampaignState }) {
  const words = nameOf(c.language, 'state', state);
  const colour = colours[state];
  if (colour !== undefined)
    return (
      <span class="ds-tag" data-size="sm" data-color={colour}>
        {words}
      </span>
    );
  return (
    <span class="state-plain">
      <Icon c={c} name={state === 'settled' ? 'Checkmark' : 'ClockDashed'} />
      {words}
    </span>
  );
}
