import { briefing, type CodeEntry, inferred } from './entry.ts';

/**
 * The list told to OTTO system owners on 27–28 October 2015. The merges took effect in "January 2015"; the day, 1 January, is inferred.
 * OTVE, OTVA, OTVU and OTVF became OTEV; OTLE, OTLA and OTGK became OTLL; OTIL went out.
 * Rows 5.6–5.8 of the briefing show no code name: the later list's `_IM` names are used. (inferred)
 */
export const set2015 = [
  { code: 'OTUK', group: 1, number: '1.1', source: briefing },
  { code: 'OTOV', group: 2, number: '1.2', source: briefing },
  { code: 'OTOA', group: 3, number: '3.1', source: briefing },
  { code: 'OTAP', group: 3, number: '3.2', source: briefing },
  { code: 'OTKO', group: 3, number: '3.3', source: briefing, text: 'OTKO.county' },
  { code: 'OTAR', group: 3, number: '3.4', source: briefing, twin: 'OTAR_IM' },
  { code: 'OTEV', group: 3, number: '3.5', source: briefing, twin: 'OTEV_IM' },
  { code: 'OTLL', group: 3, number: '3.6', source: briefing, twin: 'OTLL_IM' },
  { code: 'OTNO', group: 4, number: '4.1', source: briefing },
  { code: 'OTMI', group: 4, number: '4.2', source: briefing },
  { code: 'OTBA', group: 4, number: '4.3', source: briefing },
  { code: 'OTSY', group: 4, number: '4.4', source: briefing },
  { code: 'OTIF', group: 4, number: '4.5', source: briefing },
  { code: 'ELGS', group: 5, number: '5.1', source: briefing, text: 'ELGS_IM' },
  { code: 'ELVG', group: 5, number: '5.2', source: briefing, text: 'ELVG_IM' },
  { code: 'OTFA', group: 5, number: '5.3', source: briefing, text: 'OTFA_IM' },
  { code: 'OTFU', group: 5, number: '5.4', source: briefing, text: 'OTFU_IM' },
  { code: 'Feil', group: 5, number: '5.5', source: briefing },
  { code: 'OTAR_IM', group: 5, number: '5.6', source: inferred },
  { code: 'OTEV_IM', group: 5, number: '5.7', source: inferred },
  { code: 'OTLL_IM', group: 5, number: '5.8', source: inferred },
] as const satisfies readonly CodeEntry[];
