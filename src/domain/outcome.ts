/** Input that cannot be read: where, what stood there, and which rule it broke. The words for a reader are in `src/texts`. */
export interface Fault {
  /** Key in the texts, for example `intake.nationalId.tooShort`; it says what was wanted. */
  readonly code: string;
  /** Row and column of a file, path of a field, option of a command. */
  readonly place: string;
  /** What stood there, cut to 80 characters; masked where it may be a national id. */
  readonly found: string;
  /** Facts the words need: limits, allowed values, dates. */
  readonly facts?: Facts;
}

/** A rule says no. Carries what it rests on and nothing for display. */
export interface Refusal {
  /** Key in the texts, for example `coding.noContact`. */
  readonly code: string;
  readonly facts?: Facts;
  /** Law, circular, page or county rule, where there is one. */
  readonly source?: string;
}

export type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

export const accepted = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refused = (...refusals: readonly Refusal[]): Outcome<never> => ({ ok: false, refusals });

/** Ends a `switch` over a union: a new member fails to compile wherever there is an opinion about it. */
export function assertNever(member: never): never {
  throw new Error(`not a member of the union: ${JSON.stringify(member)}`);
}
