import { lastSaid } from '../known.ts';
import { type Asked, allowed, refused, rule, sources, warned } from '../rule.ts';

const isFollowUp = ({ code }: Asked): boolean => code === 'OTOV' || code === 'OTIL';

/**
 * OTOV is not for someone in a measure or an activity. One exception: a youth at work who wants help to more work is OTOV (briefing on OTAR).
 */
export const followUpWithoutActivity = rule({
  id: 'follow-up-without-activity',
  source: sources.briefing,
  whys: ['measure-open', 'activity-open', 'works-and-wants-more', 'says-activity'],
  judge: (asked) => {
    const { known } = asked;
    if (!isFollowUp(asked)) return undefined;
    if (known.kind === 'measure') return refused('measure-open');
    if (known.kind === 'work' && lastSaid(known, ['wants-follow-up', 'no-to-ot'])?.what === 'wants-follow-up') {
      return allowed('works-and-wants-more');
    }
    if (known.kind !== null) return refused('activity-open', { activity: known.kind });
    const said = lastSaid(known, ['in-school', 'in-work', 'wants-follow-up', 'no-to-offer']);
    return said?.what === 'in-school' || said?.what === 'in-work'
      ? warned('says-activity', { said: said.what })
      : undefined;
  },
});

/** OTOV means that there is a dialogue; with a guardian alone that is thin, and an explicit no to OT is OTNO. */
export const followUpIsDialogue = rule({
  id: 'follow-up-is-dialogue',
  source: sources.briefing,
  whys: ['said-no-to-ot', 'only-guardian', 'declined-an-offer'],
  judge: (asked) => {
    const { known } = asked;
    if (!isFollowUp(asked)) return undefined;
    if (lastSaid(known, ['no-to-ot', 'wants-follow-up'])?.what === 'no-to-ot') return warned('said-no-to-ot');
    if (known.evidence.ground.startsWith('guardian') && known.evidence.proof !== 'missing') {
      return warned('only-guardian');
    }
    return lastSaid(known, ['no-to-offer']) ? allowed('declined-an-offer') : undefined;
  },
});
