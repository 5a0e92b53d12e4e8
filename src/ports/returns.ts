/** What is kept of a youth that was sent back, beside the step that says so. */
export interface Returns {
  /** The proof in free text, sealed; a second time is nothing. */
  readonly keepReference: (sent: {
    readonly caseId: string;
    readonly sequence: number;
    readonly text: string;
  }) => Promise<void>;
}
