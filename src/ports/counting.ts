/** Counting for the phases: a number is the length of a list, and both are kept. */
export interface Counting {
  /** Counts what the phase counts on that side, per unit and for the county, and freezes it with the cases behind. */
  readonly freeze: (what: {
    readonly runId: string;
    readonly phaseId: string;
    readonly side: 'before' | 'after';
    readonly at: number;
  }) => Promise<void>;
}
