/** The part of `smpp` that is used here; the package comes without types. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';

  export interface PDU {
    readonly command: string;
    readonly command_status: number;
    readonly message_id?: string;
    readonly source_addr?: string;
    readonly destination_addr?: string;
    readonly esm_class?: number;
    readonly data_coding?: number;
    /** Bytes with `raw`; the package's own decoding marks the network's alphabet wrongly. */
    readonly short_message?: { readonly message: string | Uint8Array; readonly udh?: readonly Uint8Array[] };
    readonly receipted_message_id?: string;
    readonly message_state?: number;
    response(options?: Readonly<Record<string, unknown>>): PDU;
  }
  type Options = Readonly<Record<string, unknown>>;
  type Answer = (pdu: PDU) => void;
  export interface Session extends EventEmitter {
    bind_transceiver(options: Options, answer: Answer): boolean;
    submit_sm(options: Options, answer: Answer): boolean;
    query_sm(options: Options, answer: Answer): boolean;
    unbind(answer: Answer): boolean;
    send(pdu: PDU): boolean;
    close(done?: () => void): void;
    destroy(done?: () => void): void;
  }
  export interface Server extends EventEmitter {
    readonly sessions: readonly Session[];
    listen(port: number, host: string, done: () => void): void;
    address(): { readonly port: number };
    close(done?: () => void): void;
  }
  export function connect(options: Options): Session;
  export function createServer(listener: (session: Session) => void): Server;
}
