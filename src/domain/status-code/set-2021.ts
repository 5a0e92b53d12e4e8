import { type CodeEntry, list } from './entry.ts';

/**
 * Updated April 2021 (Udir's code page); the day, 1 April, is inferred. The codes are those of 2016; OTKO now also covers what a
 * municipality and NAV run together. No list after the Education Act of 2024 has been found: this one stands until one is.
 */
export const set2021 = [
  { code: 'OTUK', group: 1, number: '1.1', source: list },
  { code: 'OTOV', group: 2, number: '2.1', source: list },
  { code: 'OTOA', group: 3, number: '3.1', source: list },
  { code: 'OTAP', group: 3, number: '3.2', source: list },
  { code: 'OTKO', group: 3, number: '3.3', source: list },
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
