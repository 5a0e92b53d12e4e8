import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { makeCounty } from '#demo/county.ts';
import { countyHead, officeHead } from '#demo/letterheads.ts';
import { postcodesOf } from '#domain/address/postcodes.ts';
import { day } from '#domain/calendar/day.ts';
import { lettersFor } from '#domain/household/letters-for.ts';
import { fullName } from '#domain/person/name.ts';
import { startRegister } from '#intake/postcodes/start-register.ts';
import { composeLetter } from '#letters/compose.ts';
import { letterPress } from '#letters/press.ts';
import { standardTemplates } from '#letters/standard-templates.ts';
import { letterPage } from '#letters/typst/letter-page.ts';
import { messageWriter } from '#letters/writer.ts';
import type { PressJob } from '#ports/letter-press.ts';
import { machine, report, round } from './measure.ts';

/**
 * npx tsx bench/letters.ts [letters=2000] [merged=60]: two-page letters with a reply form and copies to guardians, by our press, by the
 * bare renderer on the same pages, and by LibreOffice's mail merge on the same texts (a sample, counted up), in one run. LibreOffice:
 * apt-get install libreoffice-writer libreoffice-base python3-uno
 */
const wanted = Number(process.argv[2] ?? 2000);
const sample = Number(process.argv[3] ?? 60);
const on = day('2026-09-10');
const jobs = jobsFor(wanted);
const letters = jobs.filter(({ piece }) => !piece.isCopy).length;
const memory = peak();

const press = letterPress();
await press.press(jobs.slice(0, 5));
const began = performance.now();
const cpu = process.cpuUsage();
const pages: number[] = [];
const bound = [];
for (let from = 0; from < jobs.length; from += 20) {
  for (const made of await press.press(jobs.slice(from, from + 20))) {
    if (made.outcome !== 'pressed') throw new Error(`not pressed: ${made.key}`);
    pages.push(made.pages);
    bound.push({ ...made, unit: 'OT', postcode: '6001' });
  }
}
const pressed = (performance.now() - began) / 1000;
const used = process.cpuUsage(cpu);
const sheets = pages.reduce((sum, n) => sum + n, 0);
const binding = performance.now();
const batch = await press.bind(bound, { language: 'nn', county: 'Vestfjord', batch: 'bench', on });
const bind = (performance.now() - binding) / 1000;
const mb = round(memory() / 1024 ** 2);

const bare = bareRenderer();
const compared = jobs.slice(0, Math.min(jobs.length, 600));
const again = async (act: () => unknown) => {
  const start = performance.now();
  await act();
  return performance.now() - start;
};
// Turn about, so that what else runs on the machine meets both.
const [ours, theirs]: [number[], number[]] = [[], []];
for (let from = 0; from < compared.length; from += 60) {
  const part = compared.slice(from, from + 60);
  const sheetsOf = part.map(composeLetter).map((sheet) => JSON.stringify(sheet));
  theirs.push(await again(() => sheetsOf.forEach(bare)));
  ours.push(await again(() => press.press(part)));
}
const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
const merge = await mailMerge(compared.slice(0, sample));
report('letters', {
  ...machine(),
  ...{ letters, copies: jobs.length - letters, pages: sheets, batchMb: round(batch.length / 1024 ** 2) },
  ...{
    pressSeconds: round(pressed),
    pressCpuSeconds: round((used.user + used.system) / 1e6),
    bindSeconds: round(bind),
    allSeconds: round(pressed + bind),
    peakMb: mb,
  },
  ...{ msALetter: round((pressed * 1000) / jobs.length), overBare: round(sum(ours) / sum(theirs)) },
  ...(merge === undefined
    ? { mailMerge: 'no LibreOffice' }
    : {
        mailMergeMsALetter: round(merge),
        mailMergeSecondsCountedUp: round((merge * jobs.length) / 1000),
        timesFaster: round(merge / (sum(ours) / compared.length)),
      }),
});

/** The youths' letters with their copies: two pages of text, and the form. */
function jobsFor(count: number): readonly PressJob[] {
  const county = makeCounty({ seed: 5, youths: Math.round(count * 1.1), schoolYear: '2026-2027' });
  const units = new Map(county.units.map((unit) => [unit.id, unit]));
  const known = { ...postcodesOf(startRegister()), hasReturned: () => false };
  const text = standardTemplates[0]?.texts.nn;
  if (!text) throw new Error('no standard letter');
  const twice = { ...text, body: `${text.body}\n\n${text.body}` };
  let made = 0;
  return county.youths.flatMap(({ id, record, unit: unitId }) => {
    const unit = units.get(unitId);
    const { pieces } = lettersFor(record, on, known);
    if (!unit || made >= count || pieces[0]?.addressee !== 'youth') return [];
    made += 1;
    const facts = {
      ...{ caseId: id, runId: 'run', unitId, caseworkerId: null, isProtected: false, youth: record },
      sender: { county: county.name, head: countyHead(county), office: { name: unit.name, ...officeHead(unit) } },
      ...{ adviser: 'Kari Rådgivar', schoolYear: '2026-2027' },
    };
    return pieces.map((piece): PressJob => {
      const key = `${id}/${piece.addressee}`;
      return {
        ...{ key, piece, facts, language: 'nn', text: twice, on, returnKey: '7KQF2M9TXW3BA6PD' },
        replyKey: piece.isCopy ? null : '7KQF2M9TXW3BA6PD',
      };
    });
  });
}

/** Typst alone, on data made beforehand, as the measurements of the choice were made. */
function bareRenderer(): (sheet: string) => void {
  const find = createRequire(import.meta.url);
  const cuts = [
    '400Regular/OpenSans_400Regular.ttf',
    '600SemiBold/OpenSans_600SemiBold.ttf',
    '700Bold/OpenSans_700Bold.ttf',
  ];
  const compiler = NodeCompiler.create({
    fontArgs: [{ fontPaths: cuts.map((cut) => find.resolve(`@expo-google-fonts/open-sans/${cut}`)) }],
  });
  let n = 0;
  return (sheet) => {
    const { result } = compiler.compile({ mainFileContent: letterPage, inputs: { letter: sheet } });
    if (!result) throw new Error('the bare renderer failed');
    compiler.pdf(result, { pdfStandard: 'ua-1' });
    n += 1;
    if (n % 100 === 0) compiler.evictCache(10);
  };
}

/** The highest resident memory seen, bytes. */
function peak(): () => number {
  let most = 0;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 50);
  return () => {
    clearInterval(timer);
    look();
    return most;
  };
}

/** Milliseconds a letter of LibreOffice's mail merge, its start not counted; undefined where it is not installed. */
async function mailMerge(of: readonly PressJob[]): Promise<number | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'merge-'));
  const port = await freePort();
  const [first] = of;
  if (!first) return undefined;
  const rows = of.map(({ piece, facts }) =>
    [
      piece.names.map(fullName).join(' og '),
      piece.address.lines.join(', '),
      `${piece.address.postcode} ${piece.address.place}`,
      facts.youth.name.first,
    ].join(';'),
  );
  const words = composeLetter(first);
  const facts = { ...first.facts, youth: { ...first.facts.youth, name: { first: '<first>', last: '' } } };
  const text = messageWriter.letter(facts, first.text, false, 'nn', on);
  const boxes =
    words.form?.questions.flatMap(({ title, choices }) => [title, ...choices.map((box) => `☐ ${box}`)]) ?? [];
  await writeFile(join(folder, 'recipients.csv'), `${['name;street;place;first', ...rows].join('\n')}\n`);
  await writeFile(join(folder, 'letter.txt'), `${words.sender.county}\n<name>\n<street>\n<place>\n\n${text}`);
  await writeFile(join(folder, 'form.txt'), [words.form?.title, '<name>', ...boxes].join('\n'));
  const accept = `--accept=socket,host=127.0.0.1,port=${port};urp;`;
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const office = spawn('soffice', ['--headless', '--norestore', '--nologo', profile, accept], { stdio: 'ignore' });
  const gone = new Promise<undefined>((resolve) => office.once('error', () => resolve(undefined)));
  const script = fileURLToPath(new URL('letters-mail-merge.py', import.meta.url));
  const told = new Promise<string>((resolve) => {
    const merging = spawn('/usr/bin/python3', [script, folder, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    merging.stdout.on('data', (part) => {
      said += part;
    });
    merging.once('close', () => resolve(said));
  });
  const said = await Promise.race([told, gone]);
  office.kill();
  if (said === undefined) return undefined;
  const [seconds = 0, files = 0] = said.split(' ').map(Number);
  if (files !== of.length) throw new Error(`the mail merge made ${files} of ${of.length}`);
  await rm(folder, { recursive: true, force: true });
  return (seconds * 1000) / files;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
