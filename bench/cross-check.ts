import { makeCounty } from '#demo/county.ts';
import type { DemoYouth } from '#demo/county-shape.ts';
import { type CheckList, crossCheckLists } from '#demo/cross-check-lists.ts';
import { csvBytes } from '#demo/table-file.ts';
import { transferList } from '#demo/transfer-lists.ts';
import { indexRegister } from '#domain/cross-check/candidates.ts';
import { matchLists, type Pair } from '#domain/cross-check/match-lists.ts';
import type { ListedPerson } from '#domain/cross-check/person.ts';
import { readListed } from '#intake/listed/read-listed.ts';

// npx tsx bench/cross-check.ts [youths=2000] [seeds=1,2,3] [noise=1]
const [youths = 2000, seeds = [1, 2, 3, 4, 5], strength = 1] = [
  process.argv[2] === undefined ? undefined : Number(process.argv[2]),
  process.argv[3]?.split(',').map(Number),
  process.argv[4] === undefined ? undefined : Number(process.argv[4]),
];

for (const seed of seeds) console.log(JSON.stringify(await oneSeed(seed)));

async function oneSeed(seed: number) {
  const county = makeCounty({ seed, youths, schoolYear: '2026-2027' });
  const lists = crossCheckLists(county, strength);
  const register = await rowsOf(csvBytes(transferList('register', county.youths)));
  const listed: ListedPerson[][] = [];
  for (const list of lists) listed.push(await rowsOf(csvBytes(list)));

  const begin = performance.now();
  const cpu = process.cpuUsage();
  const index = indexRegister(register);
  const found = listed.map((rows) => matchLists(index, rows));
  const seconds = (performance.now() - begin) / 1000;
  const used = process.cpuUsage(cpu);

  const sums = { rows: 0, matches: 0, found: 0, foundCertain: 0, certain: 0, rightCertain: 0, possible: 0 };
  for (const [at, list] of lists.entries()) add(sums, list, found[at] ?? [], county.youths);
  return {
    seed,
    youths,
    strength,
    lists: lists.length,
    rows: sums.rows,
    matches: sums.matches,
    recall: round(sums.found / sums.matches),
    precision: round(sums.rightCertain / sums.certain),
    certainRecall: round(sums.foundCertain / sums.matches),
    possible: sums.possible,
    seconds: Math.round(seconds * 1000) / 1000,
    // On a machine that others use too, this is the steadier figure.
    cpuSeconds: Math.round((used.user + used.system) / 1000) / 1000,
  };
}

function add(sums: Record<string, number>, list: CheckList, pairs: readonly Pair[], register: readonly DemoYouth[]) {
  const plus = (name: string, more: number) => {
    sums[name] = (sums[name] ?? 0) + more;
  };
  const right = (pair: Pair) => list.truth[pair.list - 2]?.youth === register[pair.register - 2]?.id;
  const certain = pairs.filter((pair) => pair.band === 'certain');
  plus('rows', list.rows.length);
  plus('matches', list.truth.filter((row) => row.youth !== null).length);
  plus('found', pairs.filter(right).length);
  plus('certain', certain.length);
  plus('rightCertain', certain.filter(right).length);
  plus('foundCertain', certain.filter(right).length);
  plus('possible', pairs.length - certain.length);
  if (process.env.SHOW) show(list, pairs, register, right);
}

/** SHOW=1: what went wrong, for whoever tunes the weights; all people are made up. */
function show(list: CheckList, pairs: readonly Pair[], register: readonly DemoYouth[], right: (pair: Pair) => boolean) {
  for (const pair of pairs.filter((one) => one.band === 'certain' && !right(one))) {
    console.error(
      'WRONG',
      list.name,
      JSON.stringify(pair),
      list.rows[pair.list - 2],
      register[pair.register - 2]?.record.name,
      list.truth[pair.list - 2],
    );
  }
  const hit = new Set(pairs.filter(right).map((pair) => pair.list));
  for (const truth of list.truth.filter((row) => row.youth !== null && !hit.has(row.row))) {
    const youth = register.find(({ id }) => id === truth.youth);
    console.error(
      'LOST',
      list.name,
      JSON.stringify(truth),
      list.rows[truth.row - 2],
      JSON.stringify(youth?.record.name),
      youth?.record.born,
    );
  }
}

async function rowsOf(bytes: Uint8Array): Promise<ListedPerson[]> {
  const read = await readListed(bytes, 'list.csv');
  if (!read.ok) throw new Error(JSON.stringify(read.refusals));
  return read.value;
}

function round(share: number): number {
  return Math.round(share * 100_000) / 100_000;
}
