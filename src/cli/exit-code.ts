/** What the shell is told when a command ends; the table in docs/cli.md says the same. */
export const exitCodes = {
  ok: 0,
  /** The world broke: a bug, a full disk, a broken connection. */
  unexpected: 1,
  /** The command was not understood: an unknown option, a missing argument, a value that is none. */
  usage: 2,
  /** A rule or the access says no, or what was looked for is not there; for `plan lint`, errors were found. */
  refused: 3,
  /** The input could not be read: no such file, not a list, not JSON. */
  unreadable: 4,
  /** No engine is running here. */
  notRunning: 5,
  /** What was waited for did not come in time. */
  tooLate: 6,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
