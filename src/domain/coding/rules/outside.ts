import type { StatusCode } from '../../status-code/status-code.ts';
import { type Known, lastSaid } from '../known.ts';
import { type Answer, type Asked, allowed, refused, rule, sources, warned } from '../rule.ts';
import type { Reason } from '../situation.ts';

const isPreventive = (code: StatusCode, level: 'ELGS' | 'ELVG'): boolean => code === level || code === `${level}_IM`;

/** ELGS: a lower secondary pupil OT works with beforehand. VIGO's transfer codes are for those past it. (inferred) */
export const preventiveLowerSecondary = rule({
  id: 'preventive-lower-secondary',
  source: `${sources.list} (slutning)`,
  whys: ['not-a-pupil', 'already-transferred'],
  judge: ({ known, code }) => {
    if (!isPreventive(code, 'ELGS')) return undefined;
    if (known.kind !== null && known.kind !== 'school' && known.kind !== 'private-school') {
      return refused('not-a-pupil', { activity: known.kind });
    }
    const { transfer } = known.situation;
    return transfer === null ? undefined : warned('already-transferred', { transfer });
  },
});

const isToldToBePupil = ({ situation: { atFirstContact: first }, said }: Known): boolean =>
  first === 'in-school' ||
  first === 'in-private-school' ||
  first === 'apprentice' ||
  said.some(({ what }) => what === 'in-school');

/**
 * ELVG: a pupil or apprentice OT works with beforehand; when the pupil leaves, the code must be changed (briefing). Who came from VIGO
 * was no pupil by VIGO's word, and the code is no way out of OTUK for one nobody knows anything about. (inferred)
 */
export const preventiveUpperSecondary = rule({
  id: 'preventive-upper-secondary',
  source: sources.briefing,
  whys: ['is-pupil', 'not-a-pupil', 'has-left', 'pupil-not-known'],
  judge: ({ known, code }) => {
    if (!isPreventive(code, 'ELVG')) return undefined;
    if (known.kind === 'work' || known.kind === 'measure') return refused('not-a-pupil', { activity: known.kind });
    if (known.kind !== null) return allowed('is-pupil', { activity: known.kind });
    const { from, transfer } = known.situation;
    if (transfer === 'OESL') return warned('has-left');
    const isUnknown = known.standing === 'not-reached' && (from !== null || transfer !== null);
    return isUnknown && !isToldToBePupil(known) ? warned('pupil-not-known') : undefined;
  },
});

const registerReasons: Readonly<Partial<Record<StatusCode, Reason>>> = {
  OTFA: 'moved-county',
  OTFA_IM: 'moved-county',
  OTFU: 'abroad',
  OTFU_IM: 'abroad',
  Feil: 'registered-by-mistake',
};

type RegisterWhy = 'on-record' | 'wrong-age' | 'reason-unknown' | 'another-reason';

/** OTFA, OTFU and Feil rest on facts of a register, not on contact: moved, abroad, or registered by mistake (wrong age, already completed). */
export const outsideNeedsReason = rule<RegisterWhy>({
  id: 'outside-needs-reason',
  source: `${sources.list}; ${sources.briefing}`,
  whys: ['on-record', 'wrong-age', 'reason-unknown', 'another-reason'],
  judge: ({ known, code }): Answer<RegisterWhy> | undefined => {
    const wanted = registerReasons[code];
    if (wanted === undefined) return undefined;
    const { reasons, age } = known.situation;
    if (reasons?.includes(wanted)) return allowed('on-record', { reason: wanted });
    if (code === 'Feil' && age.target !== null && age.target !== 'covered') return allowed('wrong-age');
    return reasons === null
      ? warned('reason-unknown', { reason: wanted })
      : refused('another-reason', { reason: wanted });
  },
});

const isAbroadCode = ({ code }: Asked): boolean => code === 'OTFU' || code === 'OTFU_IM';

/** OTFU is a long stay without formal education: a pupil abroad is a pupil, and one OT follows up actively is OTOV or another code (briefing). */
export const abroadWithoutSchool = rule({
  id: 'abroad-without-school',
  source: sources.briefing,
  whys: ['in-education', 'in-measure', 'wants-follow-up'],
  judge: (asked) => {
    const { known } = asked;
    if (!isAbroadCode(asked)) return undefined;
    if (known.kind === 'measure') return warned('in-measure');
    if (known.kind !== null && known.kind !== 'work') return refused('in-education', { activity: known.kind });
    return lastSaid(known, ['wants-follow-up', 'no-to-ot'])?.what === 'wants-follow-up'
      ? warned('wants-follow-up')
      : undefined;
  },
});

/** A youth on record as moved to another county, or registered by mistake, has a code for that (list): another one is warned about. */
export const registerSpeaksAgainst = rule({
  id: 'register-speaks-against',
  source: sources.briefingInferred,
  whys: ['moved-county', 'registered-by-mistake'],
  judge: ({ known, group, code }) => {
    const { reasons } = known.situation;
    if (reasons?.includes('registered-by-mistake') && code !== 'Feil') return warned('registered-by-mistake');
    return group !== 5 && reasons?.includes('moved-county') ? warned('moved-county') : undefined;
  },
});
