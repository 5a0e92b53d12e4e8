import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fullName } from '#domain/person/name.ts';
import { composeLetter } from '#letters/compose.ts';
import { fontFiles } from '#letters/typst/fonts.ts';
import { messageWriter } from '#letters/writer.ts';
import type { PressJob } from '#ports/letter-press.ts';

export interface Merged {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly files: number;
  readonly kb: number;
  /** Each file's own, but the first's. */
  readonly ms: readonly number[];
}

/**
 * LibreOffice's mail merge of these letters, a PDF each, by a program that has made them all once before: as it comes, and as tagged
 * PDF/UA, which ours are. The same texts in the same type, without letterhead, codes and drawn boxes, which it is spared. Undefined
 * where it is not installed: apt-get install libreoffice-writer libreoffice-base python3-uno
 */
export async function mailMerge(
  of: readonly PressJob[],
): Promise<{ readonly plain: Merged; readonly tagged: Merged } | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'merge-'));
  const port = await freePort();
  await writeTexts(folder, of);
  const type = join(folder, 'share', 'fonts');
  await mkdir(type, { recursive: true });
  for (const [index, file] of fontFiles().entries()) await copyFile(file, join(type, `${index}.ttf`));
  const accept = `--accept=socket,host=127.0.0.1,port=${port};urp;`;
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const office = spawn('soffice', ['--headless', '--norestore', '--nologo', profile, accept], {
    stdio: 'ignore',
    // A group of its own: by that its processor time is counted.
    detached: true,
    env: { ...process.env, XDG_DATA_HOME: join(folder, 'share') },
  });
  const gone = new Promise<undefined>((resolve) => office.once('error', () => resolve(undefined)));
  const said = await Promise.race([told([folder, String(port), String(office.pid)]), gone]);
  office.kill();
  if (said === undefined) return undefined;
  const merged: { readonly plain: Merged; readonly tagged: Merged } = JSON.parse(said);
  for (const { files } of [merged.plain, merged.tagged])
    if (files !== of.length) throw new Error(`the mail merge made ${files} of ${of.length}`);
  if (!process.env.KEEP) await rm(folder, { recursive: true, force: true });
  return merged;
}

async function writeTexts(folder: string, of: readonly PressJob[]): Promise<void> {
  const [first] = of;
  if (!first) throw new Error('no letters to merge');
  const rows = of.map(({ piece, facts }) =>
    [
      piece.names.map(fullName).join(' og '),
      piece.address.lines.join(', '),
      `${piece.address.postcode} ${piece.address.place}`,
      facts.youth.name.first,
    ].join(';'),
  );
  const { sender, form } = composeLetter(first);
  const facts = { ...first.facts, youth: { ...first.facts.youth, name: { first: '<first>', last: '' } } };
  const text = messageWriter.letter(facts, first.text, false, first.language, first.on);
  const boxes = form?.questions.flatMap(({ title, choices }) => [title, ...choices.map((box) => `☐ ${box}`)]) ?? [];
  await writeFile(join(folder, 'recipients.csv'), `${['name;street;place;first', ...rows].join('\n')}\n`);
  await writeFile(join(folder, 'letter.txt'), `${sender.county}\n<name>\n<street>\n<place>\n\n${text}`);
  await writeFile(join(folder, 'form.txt'), [form?.title, '<name>', ...boxes].join('\n'));
}

/** What the script says on the office's own Python bridge. */
function told(words: readonly string[]): Promise<string> {
  const script = fileURLToPath(new URL('letters-mail-merge.py', import.meta.url));
  return new Promise((resolve) => {
    const merging = spawn('/usr/bin/python3', [script, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    merging.stdout.on('data', (part) => {
      said += part;
    });
    merging.once('close', () => resolve(said));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
