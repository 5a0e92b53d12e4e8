/** What came of a post: an answer, or a silence after which nobody knows whether it was taken. */
export type Posted = { readonly answered: true; readonly status: number; readonly text: string } | Silence;
interface Silence {
  readonly answered: false;
}

interface Post {
  readonly headers?: Readonly<Record<string, string>>;
  /** A provider that does not answer in this time has perhaps taken what was sent. */
  readonly patienceMs: number;
  readonly body?: Uint8Array<ArrayBuffer>;
  /** How the answer's bytes are read; UTF-8 unless said. */
  readonly charset?: string;
}

/** Posts once, or gets where there is no body; never again by itself. Throws only where no connection was made, so that nothing has left the house. */
export async function postOnce(url: URL, { headers = {}, patienceMs, body, charset = 'utf-8' }: Post): Promise<Posted> {
  try {
    const answer = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
      ...(body === undefined ? {} : { body }),
    });
    const bytes = await answer.arrayBuffer();
    return { answered: true, status: answer.status, text: new TextDecoder(charset).decode(bytes) };
  } catch (cause) {
    // Address and body may hold a secret or a person: neither goes into the message, nor does the cause that quotes them.
    if (neverConnected.has(codeOf(cause))) throw new Error(`the SMS provider is not to be reached: ${codeOf(cause)}`);
    return { answered: false };
  }
}

/** What Node calls a connection that never came about. */
const neverConnected: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return '';
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  return codeOf(cause.cause);
}
