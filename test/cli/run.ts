import { Readable, Writable } from 'node:stream';
import { runCli } from '#cli/run-cli.ts';

export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly talk: string;
}

/** Runs a command in this process, with what stands on standard input. */
export async function run(
  argv: readonly string[],
  stdin: string | Uint8Array = '',
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const said = { out: '', talk: '' };
  const into = (name: keyof typeof said) =>
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        said[name] += chunk.toString();
        done();
      },
    });
  const bytes = Buffer.from(stdin);
  const exit = await runCli(argv, {
    stdin: Readable.from(bytes.length === 0 ? [] : [bytes]),
    stdout: into('out'),
    stderr: into('talk'),
    env,
  });
  return { exit, ...said };
}

export const jsonOf = ({ out }: Ran): unknown => JSON.parse(out);
export const linesOf = ({ out }: Ran): readonly unknown[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
