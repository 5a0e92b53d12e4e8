import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Sms } from '#ports/sms-gateway.ts';

/** A message the pretend provider has taken; the same key twice is two entries, as two messages would be. */
export interface TakenSms extends Sms {
  readonly reference: string;
}

/** Where the pretend provider remembers what it took. */
export interface Ledger {
  readonly add: (messages: readonly TakenSms[]) => void;
  readonly all: () => readonly TakenSms[];
}

export function memoryLedger(): Ledger {
  const taken: TakenSms[] = [];
  return { add: (messages) => void taken.push(...messages), all: () => taken };
}

/** Survives the process that took a message, as a provider does; a line a message. */
export const fileLedger = (path: string): Ledger => ({
  add: (messages) =>
    appendFileSync(path, messages.map((each) => `${JSON.stringify(each)}\n`).join(''), { mode: 0o600, flush: true }),
  all: () =>
    !existsSync(path)
      ? []
      : readFileSync(path, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
          // `as`: every line was written above.
          .map((line) => JSON.parse(line) as TakenSms),
});
