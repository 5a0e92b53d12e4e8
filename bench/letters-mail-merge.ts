import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writtenKey } from '#domain/letter/letter-key.ts';
import { plainText } from '#domain/message/markup.ts';
import { fullName } from '#domain/person/name.ts';
import { composeLetter } from '#letters/compose.ts';
import { fontFiles } from '#letters/typst/fonts.ts';
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
 * PDF/UA, which ours are. The same words in the same type; it is spared the codes, the window and drawn boxes. Undefined where it is not installed: apt-get install libreoffice-writer libreoffice-base python3-uno
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

/** All the words of our pages, the letter's keys among them, with a column's name for what is each recipient's own. */
async function writeTexts(folder: string, of: readonly PressJob[]): Promise<void> {
  const [first] = of;
  if (!first) throw new Error('no letters to merge');
  const rows = of.map(({ piece, facts, returnKey, replyKey }) =>
    [
      ...[piece.names.map(fullName).join(' og '), piece.address.lines.join(', ')],
      ...[`${piece.address.postcode} ${piece.address.place}`, facts.youth.name.first],
      ...[writtenKey(returnKey), writtenKey(replyKey ?? returnKey)],
    ].join(';'),
  );
  const { sender, dateWritten, title, blocks, words, signed, form } = composeLetter({
    ...first,
    facts: { ...first.facts, youth: { ...first.facts.youth, name: { first: '<first>', last: '' } } },
  });
  if (!form) throw new Error('the letters to merge have a form');
  const body = blocks.flatMap((block) => {
    if (block.kind === 'heading') return [`## ${plainText([block])}`];
    return plainText([block]).replaceAll(/^- /gm, '– ').split('\n');
  });
  const letter = [
    ...[sender.county, sender.office, ...sender.lines, '', '<name>', '<street>', '<place>', '<key>', '', dateWritten],
    ...[`# ${title}`, ...body, '', words.greeting, ...signed],
  ];
  const questions = form.questions.flatMap((one) => [`## ${one.title}`, ...one.choices.map((choice) => `☐ ${choice}`)]);
  const page = [
    ...[`# ${form.title}`, form.intro, form.replyBy, `${form.nameLabel}: <name>`, `${form.at} <reply>`, ...questions],
    ...[`## ${form.reachTitle}`, ...form.reach, `## ${form.moreTitle}`, form.sendTo],
  ];
  const head = 'name;street;place;first;key;reply';
  await writeFile(join(folder, 'recipients.csv'), `${[head, ...rows].join('\n')}\n`);
  await writeFile(join(folder, 'letter.txt'), letter.join('\n'));
  await writeFile(join(folder, 'form.txt'), page.join('\n'));
  await writeFile(join(folder, 'foot.txt'), `${sender.foot.join(' · ')} · <key>`);
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
