import { briefing, type CodeEntry, inferred, list } from './entry.ts';

/**
 * In force from 15 September 2011: the day the authority's list carries, when youths in work left the target group and the via-OT
 * question came. No copy of this version is known; it is rebuilt from the 2015 briefing's account of what was merged. (inferred)
 *
 * The twins of the detailed codes carry `_FEIL`, the older suffix, of which `OTVE_FEIL` is the one example seen; the others follow it.
 * OTAR and OTVF get the `_IM` names of the list that is dated back to this day.
 */
export const set2011 = [
  { code: 'OTUK', group: 1, number: '1.1', source: list },
  { code: 'OTOV', group: 2, number: '2.1', source: list },
  // The group is inferred: youths with OTIL were to keep OTOV when the code was taken out.
  { code: 'OTIL', group: 2, number: undefined, source: briefing },
  { code: 'OTOA', group: 3, number: undefined, source: list },
  { code: 'OTAP', group: 3, number: undefined, source: list },
  { code: 'OTKO', group: 3, number: undefined, source: briefing, text: 'OTKO.county' },
  { code: 'OTAR', group: 3, number: undefined, source: list, twin: 'OTAR_IM' },
  { code: 'OTVE', group: 3, number: undefined, source: briefing, twin: 'OTVE_FEIL' },
  { code: 'OTVA', group: 3, number: undefined, source: briefing, twin: 'OTVA_FEIL' },
  { code: 'OTVU', group: 3, number: undefined, source: briefing, twin: 'OTVU_FEIL' },
  { code: 'OTVF', group: 3, number: undefined, source: briefing, twin: 'OTVF_IM' },
  { code: 'OTLE', group: 3, number: undefined, source: briefing, twin: 'OTLE_FEIL' },
  { code: 'OTLA', group: 3, number: undefined, source: briefing, twin: 'OTLA_FEIL' },
  { code: 'OTGK', group: 3, number: undefined, source: briefing, twin: 'OTGK_FEIL' },
  { code: 'OTNO', group: 4, number: undefined, source: list },
  { code: 'OTMI', group: 4, number: undefined, source: list },
  { code: 'OTBA', group: 4, number: undefined, source: list },
  { code: 'OTSY', group: 4, number: undefined, source: list },
  { code: 'OTIF', group: 4, number: undefined, source: list },
  { code: 'ELGS', group: 5, number: undefined, source: inferred, text: 'ELGS_IM' },
  { code: 'ELVG', group: 5, number: undefined, source: inferred, text: 'ELVG_IM' },
  { code: 'OTFA', group: 5, number: undefined, source: inferred, text: 'OTFA_IM' },
  { code: 'OTFU', group: 5, number: undefined, source: inferred, text: 'OTFU_IM' },
  { code: 'Feil', group: 5, number: undefined, source: inferred },
  { code: 'OTAR_IM', group: 5, number: undefined, source: inferred },
  { code: 'OTVE_FEIL', group: 5, number: undefined, source: briefing },
  { code: 'OTVA_FEIL', group: 5, number: undefined, source: inferred },
  { code: 'OTVU_FEIL', group: 5, number: undefined, source: inferred },
  { code: 'OTVF_IM', group: 5, number: undefined, source: inferred },
  { code: 'OTLE_FEIL', group: 5, number: undefined, source: inferred },
  { code: 'OTLA_FEIL', group: 5, number: undefined, source: inferred },
  { code: 'OTGK_FEIL', group: 5, number: undefined, source: inferred },
] as const satisfies readonly CodeEntry[];
