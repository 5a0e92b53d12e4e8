import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPeople } from '#intake/people/read-people.ts';
import { readPhone, splitPhones } from '#intake/phone.ts';
import { readTable } from '#intake/table/read-table.ts';
import { csv, headings, rowOf, xlsx } from './lists.ts';

/** Whatever comes, the answer is whole: a refusal with a reason, or every row of people either read or faulty. */
async function holds(bytes: Uint8Array): Promise<void> {
  const people = await readPeople(bytes, 'x');
  if (!people.ok) {
    expect(people.refusals.length).toBeGreaterThan(0);
    return;
  }
  const rows = [...people.records, ...people.faulty].map(({ row }) => row);
  expect(new Set(rows).size).toBe(rows.length);
  for (const { faults } of people.faulty) expect(faults.length).toBeGreaterThan(0);
  for (const { found } of people.faults) expect(found).not.toMatch(/\d{11}/);
}

describe('arbitrary bytes never throw', () => {
  it('any bytes', () => fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), holds), { numRuns: 500 }));

  it('any bytes behind a known beginning', () => {
    const starts = ['PK\u0003\u0004', '{"antall":1,"otungdommer":[', '{', 'ÿþ', 'Fnr;Navn\n', 'Fnr,Navn\n"'];
    return fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, rest) =>
        holds(new Uint8Array([...Buffer.from(start, 'latin1'), ...rest])),
      ),
      { numRuns: 500 },
    );
  });

  it('any JSON in the feed', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.jsonValue(),
            fc.record({
              person: fc.dictionary(fc.constantFrom('fnr', 'fornavn', 'etternavn', 'fdato', 'mobilnr'), fc.jsonValue()),
            }),
          ),
        ),
        (otungdommer) => holds(Buffer.from(JSON.stringify({ antall: 1, otungdommer }))),
      ),
      { numRuns: 300 },
    ));

  it('any text in the cells', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('1,01E+10', '="x"', '"', ';', '\n', 'Fødselsnummer', 'Totalt', '12'),
    );
    return fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (rows) =>
        holds(csv([headings, rowOf(0), ...rows])),
      ),
      { numRuns: 500 },
    );
  });

  it('a workbook with bytes turned', async () => {
    const book = await xlsx([headings, rowOf(0), rowOf(1)]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(book.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }),
        async (turns) => {
          const copy = book.slice();
          for (const [place, byte] of turns) copy[place] = byte;
          await holds(copy);
          await readTable(copy, { name: 'x', sheet: '1' });
        },
      ),
      { numRuns: 400 },
    );
  });

  it('any text as a phone', () => {
    fc.assert(
      fc.property(fc.string(), (text) =>
        splitPhones(text)
          .map(readPhone)
          .every((reading) => !reading.ok || /^\+\d+$/.test(reading.number)),
      ),
    );
  });
});
