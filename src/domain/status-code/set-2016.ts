import { type CodeEntry, list } from './entry.ts';

/**
 * Changed from 1 July 2016, mostly on the counties' input (Udir's code page): OTVF is a code of its own again, and the codes outside
 * the target group end in `_IM`. That the `_IM` names came with this version and not with April 2021 is inferred.
 */
export const set2016 = [
  { code: 'OTUK', group: 1, number: '1.1', source: list },
  { code: 'OTOV', group: 2, number: '2.1', source: list },
  { code: 'OTOA', group: 3, number: '3.1', source: list },
  { code: 'OTAP', group: 3, number: '3.2', source: list },
  { code: 'OTKO', group: 3, number: '3.3', source: list, text: 'OTKO.county' },
  { code: 'OTAR', group: 3, number: '3.4', source: list, twin: 'OTAR_IM' },
  { code: 'OTEV', group: 3, number: '3.5', source: list, twin: 'OTEV_IM' },
  { code: 'OTVF', group: 3, number: '3.6', source: list, twin: 'OTVF_IM' },
  { code: 'OTLL', group: 3, number: '3.7', source: list, twin: 'OTLL_IM' },
  { code: 'OTNO', group: 4, number: '4.1', source: list },
  { code: 'OTMI', group: 4, number: '4.2', source: list },
  { code: 'OTBA', group: 4, number: '4.3', source: list },
  { code: 'OTSY', group: 4, number: '4.4', source: list },
  { code: 'OTIF', group: 4, number: '4.5', source: list },
  { code: 'ELGS_IM', group: 5, number: '5.1', source: list },
  { code: 'ELVG_IM', group: 5, number: '5.2', source: list },
  { code: 'OTFA_IM', group: 5, number: '5.3', source: list },
  { code: 'OTFU_IM', group: 5, number: '5.4', source: list },
  { code: 'Feil', group: 5, number: '5.5', source: list },
  { code: 'OTAR_IM', group: 5, number: '5.6', source: list },
  { code: 'OTEV_IM', group: 5, number: '5.7', source: list },
  { code: 'OTVF_IM', group: 5, number: '5.8', source: list },
  { code: 'OTLL_IM', group: 5, number: '5.9', source: list },
] as const satisfies readonly CodeEntry[];
