import { measureCodes } from '../families.ts';
import { lastSaid } from '../known.ts';
import { type Answer, type Asked, allowed, refused, rule, sources, warned } from '../rule.ts';
import type { Situation } from '../situation.ts';
import { isTwin, twinOf, type ViaOt, viaOtOf } from '../via-ot.ts';

type Why =
  | 'moved-by-no'
  | 'moved-by-first-contact'
  | 'no-against-first-contact'
  | 'yes-against-first-contact'
  | 'arranged'
  | 'came-later'
  | 'not-answered'
  | 'twin-needs-no'
  | 'twin-against-yes';

/**
 * "Did it come about through OT?" is settled by the youth's status when first reached: "no" moves OTAR, OTEV, OTVF and OTLL to their twins
 * in group 5, and a twin needs that "no" (briefing). An answer that goes against the status at first contact is warned about.
 */
export const viaOtDecides = rule<Why>({
  id: 'via-ot-decides',
  source: sources.briefing,
  whys: [
    'moved-by-no',
    'moved-by-first-contact',
    'no-against-first-contact',
    'yes-against-first-contact',
    'arranged',
    'came-later',
    'not-answered',
    'twin-needs-no',
    'twin-against-yes',
  ],
  judge: (asked) => {
    const { situation } = asked.known;
    const via = viaOtOf(asked.code, situation);
    if (isTwin(asked.code, situation.on)) return outside(asked, via);
    if (twinOf(asked.code, situation.on) === undefined) return undefined;
    if (via.answer === 'open') return warned('not-answered');
    return allowed(via.by === 'answer' ? 'arranged' : 'came-later', firstContact(situation));
  },
});

function outside({ known, code }: Asked, via: ViaOt): Answer<Why> {
  const facts = { ...firstContact(known.situation), code };
  if (via.answer === 'open') return refused('twin-needs-no', facts);
  if (via.answer === 'yes') return refused(via.by === 'answer' ? 'twin-against-yes' : 'twin-needs-no', facts);
  if (via.against) {
    return warned(via.by === 'answer' ? 'no-against-first-contact' : 'yes-against-first-contact', facts);
  }
  return allowed(via.by === 'answer' ? 'moved-by-no' : 'moved-by-first-contact', facts);
}

const firstContact = ({ atFirstContact }: Situation) => ({ atFirstContact: atFirstContact ?? 'unknown' });

/**
 * Being transferred does not put a youth in the target group: the status at contact does (briefing, slide 31). One who was in school,
 * apprenticeship or work when first reached has a twin for a code; another code right after that contact is warned about, another activity
 * too unless "yes" is said of it, and unless a youth at work asks for more, for the activity may have ended since.
 */
export const statusAtContact = rule({
  id: 'status-at-contact',
  source: sources.briefing,
  whys: ['was-in-activity'],
  judge: ({ known, code, group }) => {
    const { atFirstContact: first } = known.situation;
    if (first === null || first === 'none' || first === 'unknown' || known.standing !== 'not-reached') return undefined;
    if (group === 1 || group === 5) return undefined;
    // Where the question is asked, a "yes" says that the activity came after.
    if (twinOf(code, known.situation.on) !== undefined && known.situation.viaOt === 'yes') return undefined;
    const wantsMore = lastSaid(known, ['wants-follow-up', 'no-to-ot'])?.what === 'wants-follow-up';
    return first === 'in-work' && code === 'OTOV' && wantsMore
      ? undefined
      : warned('was-in-activity', { atFirstContact: first });
  },
});

/** "No" on OTOA, OTAP or OTKO: the question is asked of measures too, but no list has a twin for them. The county chooses (settings). */
export const viaOtOpenCases = rule({
  id: 'via-ot-open-cases',
  source: sources.briefingInferred,
  whys: ['stays', 'not-taken'],
  judge: ({ known, code, settings }) => {
    if (!measureCodes.includes(code) || known.situation.viaOt !== 'no') return undefined;
    return settings.openViaOt === 'stays' ? warned('stays', { code }) : refused('not-taken', { code });
  },
});
