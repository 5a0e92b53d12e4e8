import { describe, expect, it } from 'vitest';
import { readPeople } from '#intake/people/read-people.ts';
import { readTable } from '#intake/table/read-table.ts';
import { csv, headings, rowOf, syntheticId, workbook, xlsx } from './lists.ts';

const rows = (count: number) => Array.from({ length: count }, (_, n) => [...rowOf(n)]);
const read = async (bytes: Uint8Array, options = {}) => {
  const people = await readPeople(bytes, 'liste', options);
  if (!people.ok) throw new Error(JSON.stringify(people.refusals));
  return { ...people, codes: people.notes.map(({ code }) => code.replace('intake.note.', '')) };
};
const refusal = async (bytes: Uint8Array, options = {}) => {
  const people = await readPeople(bytes, 'liste', options);
  return people.ok ? 'was read' : people.refusals[0];
};

describe('around the list', () => {
  it('titles above, a total and a footer below are not people, and the total is what the sender declares', async () => {
    const list = [
      ['Ungdom overført fra VIGO'],
      ['Uttrekk', '01.09.2026'],
      [],
      headings,
      ...rows(3),
      [],
      ['Totalt', '', '', '4'],
      ['Skrevet ut av OT'],
    ];
    const people = await read(csv(list));

    expect(people.records.map(({ row }) => row)).toEqual([5, 6, 7]);
    expect(people.declaredCount).toBe(4);
    expect(people.codes).toEqual(['totalsRow', 'textRow']);
  });

  it('«Antall: 3» above the list is what the sender declares', async () => {
    const people = await read(csv([['Antall: 3'], headings, ...rows(3)]));

    expect(people.declaredCount).toBe(3);
  });

  it('a total that a formula never computed is still no person', async () => {
    const book = await xlsx([headings, ...rows(2), ['Sum', null, null, null]], {
      cells: new Map([['3,3', { formula: 'COUNTA(A2:A3)' }]]),
    });
    const people = await read(book);

    expect(people.records).toHaveLength(2);
    expect(people.declaredCount).toBeUndefined();
  });

  it('somebody called Sum is a person', async () => {
    const people = await read(
      csv([
        ['Navn', 'Fnr', 'Kode'],
        ['Sum, Ola', syntheticId(1).text, 'OSON'],
      ]),
    );

    expect(people.records).toHaveLength(1);
  });

  it('a text file that ends in the middle of a person asks to be looked at', async () => {
    const whole = new TextDecoder().decode(csv([headings, ...rows(3)]));
    const doubtsOf = async (text: string) => (await read(new TextEncoder().encode(text))).doubts;

    expect(await doubtsOf(whole)).toEqual([]);
    expect(await doubtsOf(whole.slice(0, -8))).toEqual([
      { code: 'intake.approve.cutOff', facts: { row: 4, cells: 3, columns: 4 } },
    ]);
    expect(await doubtsOf(`${whole.slice(0, -8)}\r\n`)).toHaveLength(1);
    expect(await doubtsOf(whole.replaceAll(';OSON', ''))).toEqual([]);
  });

  it('headings that come again on every printed page are not people', async () => {
    const people = await read(csv([headings, ...rows(2), headings, ...rows(4).slice(2)]));

    expect(people.records).toHaveLength(4);
    expect(people.codes).toEqual(['repeatedHeading']);
  });

  it('empty rows and columns count, so that row numbers are those of the file', async () => {
    const people = await read(await xlsx([[], [null, ...headings], [], ...rows(2).map((row) => [null, ...row])]));

    expect(people.records.map(({ row }) => row)).toEqual([4, 5]);
  });
});

describe('doubled headings', () => {
  it('are refused with both columns and the row when they disagree', async () => {
    const list = csv([
      [...headings, 'Etternavn'],
      [...rowOf(0), 'Bergås'],
      [...rowOf(1), 'En annen'],
    ]);

    expect(await refusal(list)).toEqual({
      code: 'intake.table.doubledHeading',
      facts: { heading: 'Etternavn', used: 'B Etternavn', unused: 'E Etternavn', row: 3 },
    });
  });

  it('are read when they agree, and when a person may have several', async () => {
    const agreeing = await read(
      csv([
        [...headings, 'Etternavn'],
        [...rowOf(0), 'Bergås'],
        [...rowOf(1), ''],
      ]),
    );
    const phones = await read(
      csv([
        [...headings, 'Mobil', 'Mobil'],
        [...rowOf(0), '41234567', '91234567'],
      ]),
    );

    expect(agreeing.records).toHaveLength(2);
    expect(phones.records[0]?.record.mobiles).toEqual(['+4741234567', '+4791234567']);
  });
});

describe('merged cells', () => {
  it('over the headings tell whose columns stand below', async () => {
    const book = await xlsx(
      [
        ['Elev', null, null, 'Foresatt 1', null],
        ['Fnr', 'Navn', 'Mobil', 'Navn', 'Mobil'],
        [syntheticId(3).text, 'Lie, Ola', '41234567', 'Lie, Per', '91234567'],
      ],
      {
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
          { startRow: 0, startCol: 3, endRow: 0, endCol: 4 },
        ],
      },
    );
    const people = await read(book);

    expect(people.records[0]?.record).toMatchObject({
      name: { first: 'Ola', last: 'Lie' },
      mobiles: ['+4741234567'],
      guardians: [{ name: { first: 'Per', last: 'Lie' }, mobiles: ['+4791234567'] }],
    });
  });

  it('a title merged sideways and a heading merged over two rows are found', async () => {
    const [id = '', last = '', first = ''] = rowOf(0);
    const book = await xlsx(
      [
        ['OT-liste', null, null],
        ['Fødselsnummer', 'Navn', null],
        [null, 'Etternavn', 'Fornavn'],
        [id, last, first],
      ],
      {
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
          { startRow: 1, startCol: 0, endRow: 2, endCol: 0 },
          { startRow: 1, startCol: 1, endRow: 1, endCol: 2 },
        ],
      },
    );

    expect((await read(book)).records).toMatchObject([{ row: 4, record: { name: { last, first } } }]);
  });

  it('a unit merged down over its people holds for them all', async () => {
    const book = await xlsx(
      [
        [...headings, 'Enhet'],
        [...rowOf(0), 'OT Nord'],
        [...rowOf(1), null],
        [...rowOf(2), 'OT Sør'],
      ],
      {
        merges: [{ startRow: 1, startCol: 4, endRow: 2, endCol: 4 }],
      },
    );
    const people = await read(book);

    expect(people.records.map(({ record }) => record.unitName)).toEqual(['OT Nord', 'OT Nord', 'OT Sør']);
    expect(people.codes).toEqual(['mergedCells']);
  });
});

describe('sheets', () => {
  const list = { name: 'OSON', rows: [[...headings], ...rows(2)] };

  it('two lists are refused by name unless one is chosen', async () => {
    const book = await workbook(list, { ...list, name: 'Andre koder' });

    expect(await refusal(book)).toEqual({ code: 'intake.sheet.several', facts: { sheets: ['OSON', 'Andre koder'] } });
    expect((await read(book, { sheet: 'andre koder' })).records).toHaveLength(2);
    expect((await read(book, { sheet: '1' })).records).toHaveLength(2);
    expect(await refusal(book, { sheet: 'Tre' })).toMatchObject({ code: 'intake.sheet.notFound' });
  });

  it('the only one that is a list of people is taken, and the others are told', async () => {
    const book = await workbook(
      {
        name: 'Tall',
        rows: [
          ['Enhet', 'Antall'],
          ['OT Nord', 2],
        ],
      },
      list,
      { ...list, name: 'Gammel', hidden: true },
    );
    const people = await read(book);

    expect(people.records).toHaveLength(2);
    expect(people.notes).toEqual([
      { code: 'intake.note.otherSheets', facts: { sheets: ['Tall'] } },
      { code: 'intake.note.hiddenSheets', facts: { sheets: ['Gammel'] } },
    ]);
  });

  it('a wrong sheet, an empty one and a hidden one are refused each in its own words', async () => {
    const counts = {
      name: 'Tall',
      rows: [
        ['Enhet', 'Antall'],
        ['OT Nord', 2],
      ],
    };

    expect(await refusal(await workbook(counts))).toMatchObject({
      code: 'intake.table.noHeading',
      facts: { sheets: ['Tall'], found: 'Enhet | Antall' },
    });
    expect(await refusal(await workbook({ name: 'Tom', rows: [[...headings]] }))).toMatchObject({
      code: 'intake.table.noRows',
    });
    expect(await refusal(await workbook({ name: 'Tom', rows: [] }))).toMatchObject({ code: 'intake.table.noRows' });
    expect(await refusal(await workbook({ name: 'Ark1', rows: [] }, { ...list, hidden: true }))).toMatchObject({
      code: 'intake.sheet.onlyHidden',
    });
  });

  it('a list of people without the number is refused as a transfer, with what it lacks', async () => {
    expect(
      await refusal(
        csv([
          ['Navn', 'Kode'],
          ['Lie, Ola', 'OSON'],
        ]),
      ),
    ).toMatchObject({
      code: 'intake.table.missingColumns',
      facts: { missing: ['nationalId'], headings: ['Navn', 'Kode'] },
    });
  });

  it('rows the sender had filtered away are read, and somebody must say that it was meant', async () => {
    const book = await workbook({ ...list, rowDefs: new Map([[2, { hidden: true }]]) });
    const people = await read(book);

    expect(people.doubts).toEqual([{ code: 'intake.approve.hiddenRows', facts: { rows: 1, first: 3 } }]);
    expect(people.records).toHaveLength(2);
  });
});

describe('formula cells', () => {
  it('with a value are read; without one the row is faulty', async () => {
    const [id, ...rest] = rowOf(0);
    const book = await xlsx([[...headings], [null, ...rest], [null, ...rowOf(1).slice(1)]], {
      cells: new Map([
        ['1,0', { formula: 'A9', formulaResult: id ?? '', value: id ?? '' }],
        ['2,0', { formula: 'A10' }],
      ]),
    });
    const people = await read(book);

    expect(people.records.map(({ row }) => row)).toEqual([2]);
    expect(people.faults).toMatchObject([
      { row: 3, column: 'A Fødselsnummer', code: 'intake.cell.formula', found: '=A10' },
    ]);
  });
});

describe('text files', () => {
  const text = (content: string) => new TextEncoder().encode(content);
  const lines = [headings, ...rows(2)];

  it.each([';', ',', '\t', '|'])('are read with %j between the cells', async (separator) => {
    expect((await read(csv(lines, separator))).records).toHaveLength(2);
  });

  it('are read with names that hold the other separator, and with quotes, line breaks and nicknames', async () => {
    const list = `Navn;Fnr;Kode\n"Lie; Ola";${syntheticId(1).text};OSON\n"Lie,\n Kari";${syntheticId(2).text};OSON\nÅse "Åsa" Lie;${syntheticId(3).text};OSON\n`;
    const people = await read(text(list.replace('"Lie; Ola"', 'Lie, Ola')));

    expect(people.records.map(({ row, record }) => [row, record.name.last])).toEqual([
      [2, 'Lie'],
      [3, 'Lie'],
      [4, 'Lie'],
    ]);
  });

  it('a first line «sep=,» is obeyed and counted', async () => {
    const people = await read(text(`sep=,\r\n${lines.map((row) => row.join(',')).join('\r\n')}`));

    expect(people.records.map(({ row }) => row)).toEqual([3, 4]);
  });

  it('letters come right from UTF-8 with and without a mark, UTF-16 and Windows-1252', async () => {
    const list = lines.map((row) => row.join(';')).join('\r\n');
    const files = [
      text(list),
      text(`\ufeff${list}`),
      Buffer.from(`\ufeff${list}`, 'utf16le'),
      Buffer.from(`\ufeff${list}`, 'utf16le').swap16(),
      Buffer.from(list, 'latin1'),
    ];

    for (const file of files) {
      expect((await read(new Uint8Array(file))).records[0]?.record.name).toEqual({ first: 'Øyvind a', last: 'Bergås' });
    }
  });

  it('mixed and unknown encodings are refused with the line', async () => {
    const [first = '', second = ''] = lines.map((row) => `${row.join(';')}\n`);
    const mixed = new Uint8Array(
      Buffer.concat([Buffer.from(first), Buffer.from(second), Buffer.from('x;Bjørn;Åse;OSON', 'latin1')]),
    );
    const dos = new Uint8Array(
      Buffer.concat([Buffer.from('Fnr;Navn\n1;S'), Buffer.from([0x91, 0x9b, 0x8f]), Buffer.from('d')]),
    );

    expect(await refusal(mixed)).toEqual({ code: 'intake.encoding.mixed', facts: { line: 3 } });
    expect(await refusal(dos)).toMatchObject({ code: 'intake.encoding.unknown', facts: { line: 2 } });
    expect(await refusal(text('Fnr;Navn\n1;\u0000'))).toEqual({ code: 'intake.file.binary', facts: { line: 2 } });
  });

  it('a quote that is never closed is refused with its line, also when a later quote closes it', async () => {
    const never = text(`Fnr;Navn\n1;Ola\n2;"Kari\n3;Per\n`);
    const later = text(`Fnr;Navn\n1;Ola\n2;"Kari\n3;"Per"\n`);

    expect(await refusal(never)).toEqual({ code: 'intake.csv.quote', facts: { line: 3 } });
    expect(await refusal(later)).toEqual({ code: 'intake.csv.quote', facts: { line: 3 } });
  });
});

describe('a table for others to use', () => {
  it('gives headings, known and unknown, and cells by column', async () => {
    const table = await readTable(
      await xlsx([
        ['Navn', 'Lærefag', 'Kontraktsdato'],
        ['Lie, Ola', 'Tømrer', new Date('2026-08-01T00:00:00Z')],
      ]),
      { name: 'laerlinger.xlsx' },
    );

    expect(table.ok && table.headings).toEqual([
      { column: 0, letter: 'A', text: 'Navn', field: 'fullName' },
      { column: 1, letter: 'B', text: 'Lærefag' },
      { column: 2, letter: 'C', text: 'Kontraktsdato' },
    ]);
    expect(table.ok && table.rows[0]).toEqual({
      row: 2,
      cells: [
        { kind: 'text', text: 'Lie, Ola' },
        { kind: 'text', text: 'Tømrer' },
        { kind: 'day', day: '2026-08-01' },
      ],
    });
  });
});
