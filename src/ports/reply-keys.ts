/** What a reply form's key stands for. */
export interface ReplyKey {
  readonly runId: string;
  readonly caseId: string;
}

/** Keys on reply forms: opaque, for this purpose only, and over after a time. */
export interface ReplyKeys {
  /** Undefined for a key that is unknown, over, or made for something else. */
  readonly open: (key: string, at: number) => Promise<ReplyKey | undefined>;
}
