/** 1 unknown · 2 under follow-up · 3 in activity · 4 clarified · 5 registered, not in the target group. */
export const mainGroups = [1, 2, 3, 4, 5] as const;
export type MainGroup = (typeof mainGroups)[number];

/** Where a code is documented. */
export const list = 'Udir, Kodeverk for oppfølgingstjenesten';
export const briefing = 'Udir, OTTO-samling okt. 2015';
export const inferred = 'Udir, OTTO-samling okt. 2015 (slutning)';
export type CodeSource = typeof list | typeof briefing | typeof inferred;

/** One row of one version of the list. The words for people are in `src/texts/<language>/codes.json` under `code.<text>`. */
export interface CodeEntry {
  readonly code: string;
  readonly group: MainGroup;
  /** As the list numbers it; undefined where no list we know shows the number. Never a key. */
  readonly number: string | undefined;
  readonly source: CodeSource;
  /** The code a "no" to via OT turns this one into. */
  readonly twin?: string;
  /** Key of the text, when it is not the code itself (the meaning changed between versions). */
  readonly text?: string;
}

/** One version of the list: in force from its first day until the next version's. */
export interface CodeSet {
  readonly version: CodeSetVersion;
  /** Calendar day, inclusive. */
  readonly validFrom: string;
  readonly codes: readonly CodeEntry[];
}

export const codeSetVersions = ['2011-09', '2015-01', '2016-07', '2021-04'] as const;
export type CodeSetVersion = (typeof codeSetVersions)[number];
