import type { Day } from '../calendar/day.ts';
import { entryOn, type StatusCode } from '../status-code/status-code.ts';
import type { ActivityKind, FirstContactStatus } from './situation.ts';

/** Codes that say where a youth is: the kinds of activity they cover, and the status at first contact that is the same thing. */
export interface Family {
  readonly kinds: readonly ActivityKind[];
  readonly atFirstContact: readonly FirstContactStatus[];
}

const work: Family = { kinds: ['work'], atFirstContact: ['in-work'] };
const pupil: Family = { kinds: ['school'], atFirstContact: ['in-school'] };
const privatePupil: Family = { kinds: ['private-school'], atFirstContact: ['in-private-school'] };
/** From January 2015 to June 2016 OTEV covered private schools too (2015 briefing). */
const anyPupil: Family = {
  kinds: ['school', 'private-school'],
  atFirstContact: ['in-school', 'in-private-school'],
};
const apprentice: Family = { kinds: ['apprentice'], atFirstContact: ['apprentice'] };

const families: Readonly<Partial<Record<StatusCode, Family>>> = {
  OTAR: work,
  OTAR_IM: work,
  OTEV: pupil,
  OTEV_IM: pupil,
  OTVE: pupil,
  OTVE_FEIL: pupil,
  OTVA: pupil,
  OTVA_FEIL: pupil,
  OTVU: pupil,
  OTVU_FEIL: pupil,
  OTVF: privatePupil,
  OTVF_IM: privatePupil,
  OTLL: apprentice,
  OTLL_IM: apprentice,
  OTLE: apprentice,
  OTLE_FEIL: apprentice,
  OTLA: apprentice,
  OTLA_FEIL: apprentice,
  OTGK: apprentice,
  OTGK_FEIL: apprentice,
};

/** The family of an activity code or its twin on a day; undefined for every other code, measures among them. */
export function familyOf(code: StatusCode, on: Day): Family | undefined {
  const family = families[code];
  return family === pupil && entryOn('OTVF', on) === undefined ? anyPupil : family;
}

export const measureCodes: readonly StatusCode[] = ['OTOA', 'OTAP', 'OTKO'];
