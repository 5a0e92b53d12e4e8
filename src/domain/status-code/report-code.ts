import type { Day } from '../calendar/day.ts';
import { entryOn, isStatusCode, type StatusCode } from './status-code.ts';

type Names = Readonly<Partial<Record<StatusCode, readonly StatusCode[]>>>;

/**
 * What an older or newer spelling is called in other versions. Sources: the 2015 briefing for the merges; the two code lists side by
 * side for the suffixes. `OTIL`: the briefing says such youths keep OTOV. `OTVE_FEIL` → `OTEV_IM` joins the merge and the suffix. (inferred)
 * `Feil` (registered by mistake) has no other name; it has nothing to do with the suffix `_FEIL`.
 */
const alsoCalled: Names = {
  OTVE: ['OTEV'],
  OTVA: ['OTEV'],
  OTVU: ['OTEV'],
  OTVF: ['OTEV'],
  OTLE: ['OTLL'],
  OTLA: ['OTLL'],
  OTGK: ['OTLL'],
  OTIL: ['OTOV'],
  OTVE_FEIL: ['OTEV_IM'],
  OTVA_FEIL: ['OTEV_IM'],
  OTVU_FEIL: ['OTEV_IM'],
  OTVF_IM: ['OTEV_IM'],
  OTLE_FEIL: ['OTLL_IM'],
  OTLA_FEIL: ['OTLL_IM'],
  OTGK_FEIL: ['OTLL_IM'],
  ELGS: ['ELGS_IM'],
  ELVG: ['ELVG_IM'],
  OTFA: ['OTFA_IM'],
  OTFU: ['OTFU_IM'],
  ELGS_IM: ['ELGS'],
  ELVG_IM: ['ELVG'],
  OTFA_IM: ['OTFA'],
  OTFU_IM: ['OTFU'],
};

/** The old suffix on codes whose twin our lists name `_IM`: only ever read from old rows, never set here. */
const olderNames = {
  OTAR_FEIL: ['OTAR_IM'],
  OTVF_FEIL: ['OTVF_IM', 'OTEV_IM'],
  OTEV_FEIL: ['OTEV_IM'],
  OTLL_FEIL: ['OTLL_IM'],
} as const satisfies Readonly<Record<string, readonly StatusCode[]>>;

/** Old spellings that no list shows but a register may hold. */
export type OlderSpelling = keyof typeof olderNames;
/** What may stand in a register's old rows; rows are never rewritten, only read anew. */
export type RegisteredCode = StatusCode | OlderSpelling;

const isOlderSpelling = (text: string): text is OlderSpelling => Object.hasOwn(olderNames, text);

/** Whether a text is a code a register may hold, of any version. */
export const isRegisteredCode = (text: string): text is RegisteredCode => isStatusCode(text) || isOlderSpelling(text);

/** The code a registered one counts as in the list of that day; the nearest name there is when that list has none. */
export function reportCode(registered: RegisteredCode, on: Day): StatusCode {
  const names = isOlderSpelling(registered)
    ? olderNames[registered]
    : ([registered, ...(alsoCalled[registered] ?? [])] as const);
  return names.find((code) => entryOn(code, on) !== undefined) ?? names[0];
}
