import type { County, DemoYouth } from './county-shape.ts';
import { crossCheckLists } from './cross-check-lists.ts';
import { csvBytes, type ListTable, xlsxBytes } from './table-file.ts';
import { transferList } from './transfer-lists.ts';
import { vigoFeed } from './vigo-feed.ts';

type Named = readonly [name: string, bytes: Uint8Array];

/** Every file of the process that comes from outside, with the truth beside them: names in the folder, and bytes. */
export async function filesOf(county: County): Promise<Named[]> {
  const nonApplicants = county.youths.filter(({ record }) => record.transferCode === 'OSON');
  const early = county.youths.filter(({ record }) => record.transferCode === 'OESL');
  const others = county.youths.filter(({ record }) => /^OS(NP|VE|UT)$/.test(record.transferCode ?? ''));
  const autumn = county.youths.filter(({ record }) => record.transferCode !== 'OESL');
  const transfers: readonly (readonly [string, readonly DemoYouth[]])[] = [
    ['transfer-oson', nonApplicants],
    ['transfer-other-codes', others],
  ];
  const checks = crossCheckLists(county);
  const files: Named[] = [
    ['county.json', new TextEncoder().encode(`${JSON.stringify(countyFacts(county), null, 2)}\n`)],
    ['vigo-feed.json', json(vigoFeed(county, autumn))],
    ['vigo-feed-early-leavers.json', json(vigoFeed(county, byArrival(early)))],
    [
      'leaving-notices.json',
      json(early.map(({ id, record, leaving }) => ({ youth: id, fnr: record.nationalId?.text, ...leaving }))),
    ],
  ];
  for (const [name, youths] of transfers) files.push(...(await bothKinds(transferList(name, youths))));
  for (const list of checks) files.push(...(await bothKinds(list)));
  // The register as one would take it out for an offline cross-check.
  files.push(['register.csv', csvBytes(transferList('register', county.youths))]);
  const written = [...transfers, ['register', county.youths] as const];
  const rows = Object.fromEntries(written.map(([name, youths]) => [name, youths.map(rowTruth)]));
  const lists = Object.fromEntries(checks.map((list) => [list.name, list.truth]));
  files.push(['truth.json', json({ seed: county.seed, headingRow: 1, transfers: rows, crossChecks: lists })]);
  return files;
}

async function bothKinds(table: ListTable): Promise<Named[]> {
  return [
    [`${table.name}.csv`, csvBytes(table)],
    [`${table.name}.xlsx`, await xlsxBytes(table)],
  ];
}

const byArrival = (youths: readonly DemoYouth[]) =>
  [...youths].sort((a, b) => (a.arrivesOn < b.arrivesOn ? -1 : a.arrivesOn > b.arrivesOn ? 1 : 0));

const rowTruth = (youth: DemoYouth, at: number) => ({
  row: at + 2,
  youth: youth.id,
  arrivesOn: youth.arrivesOn,
  repeat: youth.repeat,
  sibling: youth.sibling,
  hiddenFrom: youth.hiddenFrom,
});

function countyFacts(county: County) {
  const { youths, ...facts } = county;
  return { ...facts, youths: youths.length };
}

const json = (facts: unknown) => new TextEncoder().encode(`${JSON.stringify(facts)}\n`);
