import { createHash } from 'node:crypto';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { makeCounty } from '#demo/county.ts';
import { countyHead, officeHead } from '#demo/letterheads.ts';
import { postcodesOf } from '#domain/address/postcodes.ts';
import { day } from '#domain/calendar/day.ts';
import { lettersFor } from '#domain/household/letters-for.ts';
import { startRegister } from '#intake/postcodes/start-register.ts';
import { composeLetter } from '#letters/compose.ts';
import { manyHands } from '#letters/hands.ts';
import { standardTemplates } from '#letters/standard-templates.ts';
import { fontFiles } from '#letters/typst/fonts.ts';
import { letterPage } from '#letters/typst/letter-page.ts';
import type { BoundLetter, PressJob } from '#ports/letter-press.ts';
import { builtHand } from '#test/support/letter-hand.ts';
import { type Merged, mailMerge } from './letters-mail-merge.ts';
import { machine, report, round, spread } from './measure.ts';

/**
 * npx tsx bench/letters.ts [letters=2000] [merged=100]: two-page letters with a reply form and copies to guardians, by our press with two
 * hands, and the print batch; then the same pages by the bare renderer, and the same texts by LibreOffice's mail merge (a sample), all in
 * one run.
 */
const wanted = Number(process.argv[2] ?? 2000);
const sample = Number(process.argv[3] ?? 100);
const on = day('2026-09-10');
const jobs = jobsFor(wanted);
const letters = jobs.filter(({ piece }) => !piece.isCopy).length;
const memory = peak();
const seconds = (ms: number) => round(ms / 1000);

const press = manyHands(await builtHand(), 2);
await press.press(jobs.slice(0, 20));

// As a campaign hands them over: twenty at a time.
const bound: BoundLetter[] = [];
const pressing = await measured(async () => {
  for (let from = 0; from < jobs.length; from += 20) {
    for (const made of await press.press(jobs.slice(from, from + 20))) {
      if (made.outcome !== 'pressed') throw new Error(`not pressed: ${made.key}`);
      bound.push({ ...made, unit: 'OT', postcode: '6001' });
    }
  }
});
let batch: Uint8Array = new Uint8Array();
const binding = await measured(async () => {
  batch = await press.bind(bound, { language: 'nn', county: 'Vestfjord', batch: 'bench', on });
});
report('letters', {
  ...machine(),
  ...{ letters, copies: jobs.length - letters, pages: bound.reduce((all, { pages }) => all + pages, 0) },
  ...{ pressSeconds: seconds(pressing.ms), pressCpuSeconds: seconds(pressing.cpu), bindSeconds: seconds(binding.ms) },
  allSeconds: seconds(pressing.ms + binding.ms),
  ...{ msALetter: round(pressing.ms / jobs.length), cpuMsALetter: round(pressing.cpu / jobs.length) },
  filesMb: mb(bound.reduce((all, { pdf }) => all + pdf.length, 0)),
  ...{ batchMb: mb(batch.length), peakMb: mb(memory()) },
});
bound.length = 0;

const bare = bareRenderer();
const compared = jobs.slice(0, Math.min(jobs.length, 600));
const [ours, theirs]: [Measure[], Measure[]] = [[], []];
// Turn about, so that what else runs on the machine meets both.
for (let from = 0; from < compared.length; from += 60) {
  const part = compared.slice(from, from + 60);
  const sheets = part.map(composeLetter).map((sheet) => JSON.stringify(sheet));
  theirs.push(await measured(async () => sheets.forEach(bare)));
  ours.push(await measured(() => press.press(part)));
}
const sum = (all: readonly Measure[], which: keyof Measure) => all.reduce((total, one) => total + one[which], 0);
const oursMs = sum(ours, 'ms') / compared.length;
const oursCpu = sum(ours, 'cpu') / compared.length;
report('letters against the bare renderer', {
  letters: compared.length,
  ...{ ours: round(oursMs), bare: round(sum(theirs, 'ms') / compared.length) },
  ...{ oursCpu: round(oursCpu), bareCpu: round(sum(theirs, 'cpu') / compared.length) },
  ...{
    overBare: round(sum(ours, 'ms') / sum(theirs, 'ms')),
    overBareCpu: round(sum(ours, 'cpu') / sum(theirs, 'cpu')),
  },
});

// The youths' own letters, ours before and after on the same.
const own = jobs.filter(({ piece }) => !piece.isCopy).slice(0, sample);
const own3 = [...own, ...own, ...own];
const before = await measured(() => press.press(own3));
const merged = await mailMerge(own);
const after = await measured(() => press.press(own3));
const [ourMs, ourCpu] = [before.ms + after.ms, before.cpu + after.cpu].map((all) => all / own.length / 6);
const against = ({ seconds: took, cpuSeconds, files, kb, ms }: Merged) => ({
  ...{ msALetter: round((took * 1000) / files), cpuMsALetter: round((cpuSeconds * 1000) / files), kb: round(kb) },
  timesFaster: round((took * 1000) / files / (ourMs ?? 0)),
  timesFasterByCpu: round((cpuSeconds * 1000) / files / (ourCpu ?? 0)),
  each: spread(ms),
});
report("letters against LibreOffice's mail merge", {
  ...{ letters: own.length, ours: round(ourMs ?? 0), oursCpu: round(ourCpu ?? 0) },
  ...{ oursBefore: round(before.ms / own3.length), oursAfter: round(after.ms / own3.length) },
  ...(merged ? { tagged: against(merged.tagged), plain: against(merged.plain) } : { mailMerge: 'no LibreOffice' }),
});

interface Measure {
  readonly ms: number;
  /** Of this process and all its threads. */
  readonly cpu: number;
}

async function measured(act: () => Promise<unknown>): Promise<Measure> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  await act();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - began, cpu: (user + system) / 1000 };
}

function mb(bytes: number): number {
  return round(bytes / 1024 ** 2);
}

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
        ...{ key, piece, facts, language: 'nn', text: twice, on, returnKey: keyOf(`returned ${key}`) },
        replyKey: piece.isCopy ? null : keyOf(`reply ${key}`),
      };
    });
  });
}

/** As long as real ones and all different: a picture that was drawn before would cost nothing. */
function keyOf(what: string): string {
  return createHash('sha256').update(what).digest('hex').slice(0, 16).toUpperCase();
}

/** Typst alone, on data made beforehand, as the measurements of the choice were made. */
function bareRenderer(): (sheet: string) => void {
  const compiler = NodeCompiler.create({ workspace: '/letters', fontArgs: [{ fontPaths: fontFiles() }] });
  let n = 0;
  return (sheet) => {
    compiler.mapShadow('/letters/given.json', Buffer.from(sheet));
    const { result } = compiler.compile({ mainFileContent: letterPage });
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
