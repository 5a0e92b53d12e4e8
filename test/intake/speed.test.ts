import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { readPeople } from '#intake/people/read-people.ts';
import { csv, syntheticId, xlsx } from './lists.ts';

const headings =
  'Fødselsnummer;Etternavn;Fornavn;Fødselsdato;Adresse;Postnr;Poststed;Kommunenr;Mobil;Telefon;E-post;Kode;Enhet;Målform;Foresatt 1 navn;Foresatt 1 mobil;Foresatt 2 navn;Foresatt 2 mobil'.split(
    ';',
  );
const rows = Array.from({ length: 20_000 }, (_, n) => {
  const { text, born } = syntheticId(n);
  const number = String(10_000 + n);
  return [
    text,
    `Bergås${n % 977}`,
    `Øyvind ${n % 89}`,
    born.split('-').reverse().join('.'),
    `Storgata ${n}`,
    '0150',
    'Oslo',
    '0301',
    `412${number}`,
    `225${number}`,
    `u${n}@test.example`,
    'OSON',
    'OT Nord',
    'B',
    `Per Bergås${n % 977}`,
    `917${number}`,
    `Åse Lie${n % 97}`,
    `928${number}`,
  ];
});

it('20,000 rows are read in a few seconds', async () => {
  const book = await xlsx([headings, ...rows]);
  const text = csv([headings, ...rows]);
  const warm = await readPeople(text.slice(0, 20_000), 'liste.csv');
  expect(warm.ok).toBe(true);

  // The bare parser in the same run tells how busy the machine is: about 0.7 s on two idle cores.
  const began = performance.now();
  await readXlsx(book);
  const bare = performance.now() - began;
  const limit = Math.max(4_000, 5 * bare);

  for (const [name, bytes] of [
    ['XLSX', book],
    ['CSV', text],
  ] as const) {
    const started = performance.now();
    const people = await readPeople(bytes, `liste.${name.toLowerCase()}`);
    const took = performance.now() - started;

    console.log(
      `${name}, 20,000 rows of 18 columns, ${(bytes.length / 1e6).toFixed(1)} MB: ${took.toFixed(0)} ms (bare parser ${bare.toFixed(0)} ms)`,
    );
    expect(people.ok && [people.records.length, people.faults.length]).toEqual([20_000, 0]);
    expect(took).toBeLessThan(limit);
  }
});
