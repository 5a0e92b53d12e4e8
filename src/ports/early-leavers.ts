/** What is kept of an early leaver that no event carries. */
export interface EarlyLeavers {
  /** The school that was left, as it is called. */
  readonly keepSchool: (caseId: string, school: string) => Promise<void>;
}
