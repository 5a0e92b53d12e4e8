import type { StatusCode } from '../../status-code/status-code.ts';
import { lastSaid } from '../known.ts';
import { allowed, refused, rule, sources, warned } from '../rule.ts';
import type { Reason } from '../situation.ts';

const reasonCodes = [
  ['military', 'OTMI'],
  ['childcare', 'OTBA'],
  ['ill', 'OTSY'],
] as const satisfies readonly (readonly [Reason, StatusCode])[];

/** OTNO only on the youth's own, explicit no to OT itself; silence is none, nor is a no to one offer (briefing). A no is for one school year. */
export const declinedNeedsExplicitNo = rule({
  id: 'declined-needs-explicit-no',
  source: sources.briefing,
  whys: ['said-no', 'answerer-unknown', 'took-it-back', 'no-to-one-offer', 'guardian-said-it', 'last-year', 'silence'],
  judge: ({ known, code }) => {
    if (code !== 'OTNO') return undefined;
    const stand = lastSaid(known, ['no-to-ot', 'wants-follow-up']);
    if (stand?.what === 'no-to-ot') return stand.sure ? allowed('said-no') : warned('answerer-unknown');
    if (known.said.some((said) => said.what === 'no-to-ot')) return refused('took-it-back');
    if (known.said.some((said) => said.what === 'no-to-offer')) return refused('no-to-one-offer');
    const { contacts, on } = known.situation;
    const guardian = contacts.some(
      (contact) =>
        contact.answeredBy === 'guardian' && contact.says === 'no-to-ot' && (contact.on === null || contact.on <= on),
    );
    if (guardian) return refused('guardian-said-it');
    return known.saidEarlier.some((said) => said.what === 'no-to-ot') ? refused('last-year') : refused('silence');
  },
});

/** A code for the reason goes before OTNO (briefing). */
export const reasonBeforeDeclined = rule({
  id: 'reason-before-declined',
  source: sources.briefing,
  whys: ['reason-fits'],
  judge: ({ known, code }) => {
    if (code !== 'OTNO') return undefined;
    const better = reasonCodes.filter(([reason]) => known.situation.reasons?.includes(reason)).map(([, fits]) => fits);
    return better.length > 0 ? refused('reason-fits', { better }) : undefined;
  },
});

/** OTMI, OTBA and OTSY say why the youth is not followed up now: the reason is on record, or is asked for. */
export const clarifiedNeedsReason = rule({
  id: 'clarified-needs-reason',
  source: sources.list,
  whys: ['reason-given', 'reason-unknown', 'another-reason'],
  judge: ({ known, code }) => {
    const wanted = reasonCodes.find(([, fits]) => fits === code)?.[0];
    if (wanted === undefined) return undefined;
    const { reasons } = known.situation;
    if (reasons === null) return warned('reason-unknown', { reason: wanted });
    return reasons.includes(wanted)
      ? allowed('reason-given', { reason: wanted })
      : refused('another-reason', { reason: wanted });
  },
});

/** Group 4 beside an open activity: the sources do not forbid it, but one of the two is likely out of date. */
export const clarifiedBesideActivity = rule({
  id: 'clarified-beside-activity',
  source: sources.briefingInferred,
  whys: ['activity-open'],
  judge: ({ known, code, group }) =>
    group === 4 && code !== 'OTIF' && known.kind !== null
      ? warned('activity-open', { activity: known.kind })
      : undefined,
});

/** OTIF is training without formal competence: work, an apprenticeship and measures have codes of their own; a school may be a folk high school. */
export const informalTraining = rule({
  id: 'informal-training',
  source: sources.list,
  whys: ['another-activity', 'is-it-formal'],
  judge: ({ known, code }) => {
    if (code !== 'OTIF' || known.kind === null) return undefined;
    const mayBe = known.kind === 'school' || known.kind === 'private-school';
    return mayBe
      ? warned('is-it-formal', { activity: known.kind })
      : refused('another-activity', { activity: known.kind });
  },
});
