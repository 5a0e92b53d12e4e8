import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';

/** A server of ours on a free port of this machine, for one test. */
export async function standIn(answer: (request: IncomingMessage, body: Buffer) => string | undefined | number) {
  const server: Server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const text = answer(request, Buffer.concat(pieces));
      if (text === undefined) return void request.socket.destroy();
      if (typeof text === 'number') return void response.writeHead(text).end();
      response.end(Buffer.from(text, 'latin1'));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // `as`: a server on a port has a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}/`),
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

export async function freePort(): Promise<number> {
  const socket = createSocket().listen(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address() as AddressInfo;
  await new Promise((done) => socket.close(done));
  return port;
}

/** A program of somebody else's, started for a test and ended with it; what it says is kept by the line. */
export function program(command: string, words: readonly string[]) {
  const child: ChildProcess = spawn(command, words, { stdio: ['pipe', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let rest = '';
  const waiting = new Set<() => void>();
  const heard = (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    for (const look of waiting) look();
  };
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', heard);
  const gone = once(child, 'close');
  return {
    lines,
    say: (line: string) => void child.stdin?.write(`${line}\n`),
    /** Waits until it has said enough; a program that has nothing more to say fails the test. */
    until: async (enough: () => boolean) => {
      if (enough()) return;
      await new Promise<void>((resolve, reject) => {
        const patience = setTimeout(
          () => settle(() => reject(new Error(`${command} said only: ${lines.join(' | ')}`))),
          8_000,
        );
        const look = () => enough() && settle(resolve);
        const settle = (end: () => void) => {
          clearTimeout(patience);
          waiting.delete(look);
          end();
        };
        waiting.add(look);
      });
    },
    close: async () => {
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), 2_000);
      await gone;
      clearTimeout(patience);
    },
  };
}
