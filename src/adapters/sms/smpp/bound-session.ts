import { connect, type PDU, type Session } from 'smpp';

export interface Centre {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly systemId: string;
  readonly password: string;
  readonly patienceMs: number;
}

const aliveEveryMs = 30_000;

/** Connects and logs on, to send and to hear; throws where the centre is away or does not know us. */
export function bind({ host, port, tls, systemId, password, patienceMs }: Centre): Promise<Session> {
  const session = connect({ host, port, tls, auto_enquire_link_period: aliveEveryMs });
  return new Promise((resolve, reject) => {
    const giveUp = (why: string) => {
      clearTimeout(patience);
      session.destroy();
      reject(new Error(`the SMS centre ${why}`));
    };
    const patience = setTimeout(() => giveUp('does not answer'), patienceMs);
    // Stays for the session's life: an error nobody hears would end the process. `close` follows and is what is acted on.
    session.on('error', () => giveUp('is not to be reached'));
    session.on('close', () => giveUp('closed the connection'));
    session.on('enquire_link', (pdu: PDU) => void session.send(pdu.response()));
    session.on(tls ? 'secureConnect' : 'connect', () => {
      session.bind_transceiver({ system_id: systemId, password }, ({ command_status }) => {
        if (command_status !== 0) return giveUp('does not know us by this name and password');
        clearTimeout(patience);
        resolve(session);
      });
    });
  });
}

/** What the centre said to one submission; undefined where it said nothing in time or the connection went. */
export function submit(
  session: Session,
  submission: Readonly<Record<string, unknown>>,
  patienceMs: number,
): Promise<PDU | 'never-sent' | undefined> {
  return new Promise((resolve) => {
    const settle = (answer: PDU | 'never-sent' | undefined) => {
      clearTimeout(patience);
      session.off('close', silence);
      resolve(answer);
    };
    const silence = () => settle(undefined);
    const patience = setTimeout(silence, patienceMs);
    session.on('close', silence);
    if (!session.submit_sm(submission, settle)) settle('never-sent');
  });
}
