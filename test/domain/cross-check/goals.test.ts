import { expect, it } from 'vitest';
import { makeCounty } from '#demo/county.ts';
import { crossCheckLists } from '#demo/cross-check-lists.ts';
import { csvBytes } from '#demo/table-file.ts';
import { transferList } from '#demo/transfer-lists.ts';
import { indexRegister } from '#domain/cross-check/candidates.ts';
import { matchLists } from '#domain/cross-check/match-lists.ts';
import { readListed } from '#intake/listed/read-listed.ts';

const rowsOf = async (bytes: Uint8Array) => {
  const read = await readListed(bytes, 'list.csv');
  if (!read.ok) throw new Error(read.refusals.map(({ code }) => code).join());
  return read.value;
};

it.each([11, 12, 13])(
  'county %i: 99.5 %% of those on the lists are found, and what is certain is right',
  async (seed) => {
    const county = makeCounty({ seed, youths: 2000, schoolYear: '2026-2027' });
    const index = indexRegister(await rowsOf(csvBytes(transferList('register', county.youths))));
    const sums = { there: 0, found: 0, certain: 0, right: 0 };

    for (const list of crossCheckLists(county)) {
      const pairs = matchLists(index, await rowsOf(csvBytes(list)));
      const isRight = (pair: (typeof pairs)[number]) =>
        list.truth[pair.list - 2]?.youth === county.youths[pair.register - 2]?.id;
      sums.there += list.truth.filter(({ youth }) => youth !== null).length;
      sums.found += pairs.filter(isRight).length;
      sums.certain += pairs.filter(({ band }) => band === 'certain').length;
      sums.right += pairs.filter((pair) => pair.band === 'certain' && isRight(pair)).length;
    }

    expect(sums.found / sums.there).toBeGreaterThanOrEqual(0.995);
    expect(sums.right / sums.certain).toBeGreaterThanOrEqual(0.999);
  },
);
