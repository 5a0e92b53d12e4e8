/** Says that an act is alive while it lasts, and hears that it is no longer wanted. */
export interface Pulse {
  readonly during: <T>(act: () => Promise<T>) => Promise<T>;
  /** Somebody else has taken it over, or the house is stopping: begin nothing more. */
  readonly isOver: () => boolean;
  readonly rest: (ms: number) => Promise<void>;
}
