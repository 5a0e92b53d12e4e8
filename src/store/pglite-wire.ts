import { Duplex } from 'node:stream';
import type { PGlite } from '@electric-sql/pglite';

/** What a driver for PostgreSQL takes for a socket to a server: its bytes go to the database in this process, and the answer comes back. */
export class PgliteWire extends Duplex {
  readonly #lite: PGlite;

  constructor(lite: PGlite) {
    super();
    this.#lite = lite;
  }

  connect(): this {
    queueMicrotask(() => this.emit('connect'));
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  override _read(): void {
    // Answers are pushed as they come.
  }
  override _write(bytes: Uint8Array, _: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#ask(bytes, done);
  }
  /** A question is five messages written at once: they go over together. */
  override _writev(parts: readonly { readonly chunk: Uint8Array }[], done: (error?: Error | null) => void): void {
    this.#ask(Buffer.concat(parts.map(({ chunk }) => chunk)), done);
  }

  #ask(bytes: Uint8Array, done: (error?: Error | null) => void): void {
    this.#lite.execProtocolRaw(bytes).then(
      (answer) => {
        if (answer.length > 0) this.push(Buffer.from(answer));
        done();
      },
      (cause: unknown) => done(cause instanceof Error ? cause : new Error(String(cause))),
    );
  }
}
