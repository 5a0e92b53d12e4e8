import type { Asked } from './asked.ts';
import type { ExitCode } from './exit-code.ts';
import type { Key } from './words.ts';

/** How a value is read: a choice of named words, or one of these. */
export type OptionKind = 'flag' | 'text' | 'number' | 'day' | 'school-year' | 'list' | readonly string[];

export interface OptionLine {
  /** `--school-year <year>` */
  readonly flags: string;
  readonly kind: OptionKind;
  readonly says: Extract<Key, `option.${string}`>;
  readonly isRequired?: boolean;
}

/** One line of the command table. */
export interface CommandLine {
  /** `plan lint` */
  readonly name: string;
  readonly says: Extract<Key, `command.${string}`>;
  /** `<file>`, `[file]`, `<id...>`; none for commands that take options only. */
  readonly takes?: string;
  readonly options: readonly OptionLine[];
  readonly act: (asked: Asked) => Promise<ExitCode>;
}

const line = <const T extends OptionLine>(option: T): T => option;
const run = line({ flags: '--run <id>', kind: 'text', says: 'option.run' });
const as = line({ flags: '--as <login>', kind: 'text', says: 'option.as' });
const dryRun = line({ flags: '--dry-run', kind: 'flag', says: 'option.dryRun' });

/** Options that several commands have in common. */
export const shared = {
  as,
  dryRun,
  /** What every question to the engine takes. */
  asks: [run, as],
  /** What every command to it takes. */
  changes: [run, as, dryRun],
  page: line({ flags: '--page <number>', kind: 'number', says: 'option.page' }),
  schoolYear: line({ flags: '--school-year <year>', kind: 'school-year', says: 'option.schoolYear' }),
  reason: line({ flags: '--reason <text>', kind: 'text', says: 'option.reason', isRequired: true }),
} as const;
