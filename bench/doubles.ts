import { makeCounty } from '#demo/county.ts';
import { csvBytes } from '#demo/table-file.ts';
import { transferList } from '#demo/transfer-lists.ts';
import { findDoubles } from '#domain/doubles/find-doubles.ts';
import { readListed } from '#intake/listed/read-listed.ts';

// npx tsx bench/doubles.ts [youths=2000] [seed=1]: a county where nobody is doubled but one in a hundred, who came with a fictive number
const [youths = 2000, seed = 1] = process.argv.slice(2).map(Number);

const county = makeCounty({ seed, youths, schoolYear: '2026-2027' });
const read = await readListed(csvBytes(transferList('register', county.youths)), 'register.csv', {});
if (!read.ok) throw new Error('the register cannot be read');
const register = read.value;
const doubled = register.filter((_, at) => at % 100 === 7);
const fictive = (id: string, at: number) => `${Number(id[0]) + 4}${id.slice(1, 6)}99${at % 10}${id.slice(9)}`;
const again = doubled.map(({ nationalId, ...person }, at) => ({
  ...person,
  row: 100_000 + at,
  ...(nationalId === undefined ? {} : { nationalId: fictive(nationalId, at) }),
}));

const begin = performance.now();
const pairs = findDoubles([...register, ...again]);
const isReal = ({ one, other }: (typeof pairs)[number]) =>
  other >= register.length && doubled[other - register.length] === register[one];
console.log(
  JSON.stringify({
    ...{ youths, seed, doubled: doubled.length },
    found: pairs.filter(isReal).length,
    otherPairs: pairs.filter((pair) => !isReal(pair)).length,
    certain: pairs.filter(({ band }) => band === 'certain').length,
    seconds: Math.round(performance.now() - begin) / 1000,
  }),
);
