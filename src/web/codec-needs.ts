/** One payload of the engine as JSON carries it: bytes in base64. */
export interface PayloadText {
  readonly metadata: Readonly<Record<string, string>>;
  readonly data: string;
}

/** What the engine's own pages need of us; only pages of these origins may read the answer. */
export interface CodecNeeds {
  readonly origins: readonly string[];
  readonly open: (payloads: readonly PayloadText[]) => Promise<readonly PayloadText[]>;
}
