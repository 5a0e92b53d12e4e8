import type { SavedFilter } from '#domain/youth/saved-filter.ts';

/** Views of the list of youths that somebody has kept under a name. */
export interface SavedFilters {
  /** One's own and everybody's, by name. */
  readonly of: (staffId: string) => Promise<readonly SavedFilter[]>;
  /** `taken` when the name is in use, by the same person or by everybody. */
  readonly keep: (filter: SavedFilter) => Promise<'kept' | 'taken'>;
  readonly remove: (filterId: string, staffId: string | null) => Promise<void>;
  /** Some youth is called by two of these words: a name must not stand where everybody reads it. */
  readonly namesYouth: (words: readonly string[]) => Promise<boolean>;
}
