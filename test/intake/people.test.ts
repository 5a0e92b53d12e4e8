import { describe, expect, it } from 'vitest';
import { type PeopleOptions, readPeople } from '#intake/people/read-people.ts';
import { givenColumns } from '#intake/table/given-columns.ts';
import { csv, headings, rowOf, syntheticId, xlsx } from './lists.ts';

const read = async (bytes: Uint8Array, options: PeopleOptions = {}, name = 'liste.csv') => {
  const people = await readPeople(bytes, name, options);
  if (!people.ok) throw new Error(JSON.stringify(people.refusals));
  return people;
};
const one = async (heading: readonly string[], row: readonly string[], options: PeopleOptions = {}) =>
  read(csv([heading, row]), options);
const id = syntheticId(8);

describe('a transfer list', () => {
  it('gives one record a row, with the row number of the file', async () => {
    const people = await read(csv([headings, rowOf(0), [], rowOf(1)]));

    expect(people.records.map(({ row }) => row)).toEqual([2, 4]);
    expect(people.records[0]?.record).toEqual({
      nationalId: { text: syntheticId(0).text, kind: 'synthetic', born: '2008-01-01' },
      born: '2008-01-01',
      name: { first: 'Øyvind a', last: 'Bergås' },
      transferCode: 'OSON',
    });
    expect(people.carries).toEqual(['nationalId', 'born', 'name', 'transferCode', 'activityCode']);
  });

  it('is read the same from a workbook as from text', async () => {
    const rows = [headings, rowOf(0), rowOf(1)];
    const [text, book] = [await read(csv(rows)), await read(await xlsx(rows), {}, 'liste.xlsx')];

    expect(book.records).toEqual(text.records);
    expect([text.format, book.format]).toEqual(['csv', 'xlsx']);
  });

  it('reads what keeps letters and copies from going by themselves', async () => {
    const heading =
      'Fnr;Navn;Manuell stopp;Reservert mot digitalt;Foresatt 1 navn;Foresatt 1 skal ikke kjenne adressen;Far;Fars taushet;Mor;Mor død';
    const row = `${id.text};Nordås, Kari;Ja;nei;Per Nordås;x;Finn Nordås;ja;Åse Lie;01.02.2020`;

    const [{ record } = { record: undefined }] = (await one(heading.split(';'), row.split(';'))).records;

    expect(record).toMatchObject({ manualOnly: true, reserved: false });
    expect(record?.guardians).toEqual([
      { name: { first: 'Per', last: 'Nordås' }, addressIsHidden: true },
      { name: { first: 'Åse', last: 'Lie' }, relation: 'mor', deceased: true },
      { name: { first: 'Finn', last: 'Nordås' }, relation: 'far', isConfidential: true },
    ]);
  });

  it('reads every field the columns give', async () => {
    const heading =
      'FNR;Fornamn;Mellomnavn;Etternavn;Fødselsdato;Gateadresse;Postnr.;Poststed;Kommunenr;Mobilnr;Tlf;E-post;OS-kode;OT-enhet;Saksbehandler;Målform;Skole;Foresatt 1 navn;Foresatt 1 mobil;Foresatt 1 foreldreansvar;Mors navn;Adressesperre';
    const row = `${id.text};Kari;Lie;Nordås;09.01.2008;Storgata 1;150;Oslo;301;412 34 567;68050001;kari@test.example;osnp;110 OT Nord;kabe;N;Øvre skole;Per Nordås;91234567;ja;Åse Lie;`;

    const people = await one(heading.split(';'), row.split(';'));

    expect(people.faults).toEqual([]);
    expect(people.records[0]?.record).toEqual({
      nationalId: { text: id.text, kind: 'synthetic', born: '2008-01-09' },
      born: '2008-01-09',
      name: { first: 'Kari', middle: 'Lie', last: 'Nordås' },
      transferCode: 'OSNP',
      address: { lines: ['Storgata 1'], postcode: '0150', place: 'Oslo' },
      municipalityNumber: '0301',
      mobiles: ['+4741234567'],
      phones: ['+4768050001'],
      email: 'kari@test.example',
      languageForm: 'nn',
      unitNumber: '110',
      unitName: 'OT Nord',
      school: 'Øvre skole',
      caseworkerLogin: 'kabe',
      guardians: [
        { name: { first: 'Per', last: 'Nordås' }, hasParentalResponsibility: true, mobiles: ['+4791234567'] },
        { name: { first: 'Åse', last: 'Lie' }, relation: 'mor' },
      ],
    });
    expect(people.notes.map(({ code }) => code)).toEqual(['intake.note.postcodeZeroRestored']);
  });
});

describe('every fault has row, column, what was found', () => {
  it.each([
    ['1,01E+10', 'nationalId.scientific', '1,0*E+**'],
    ['', 'nationalId.missing', ''],
    ['08810812345', 'nationalId.checkDigits', '08*********'],
  ])('number %s', async (number, code, found) => {
    const people = await one(headings, [number, 'Lie', 'Ola', 'OSON']);

    expect(people.records).toEqual([]);
    expect(people.faulty[0]).toMatchObject({ row: 2, faults: [{ code: `intake.${code}`, row: 2, found }] });
    expect(people.faults[0]).toMatchObject({ column: 'A Fødselsnummer', place: 'A2' });
  });

  it('collects all faults of a row, and keeps its number so that the person is not taken as gone', async () => {
    const people = await one(
      ['Fødselsnummer', 'Etternavn', 'Fornavn', 'OS-kode', 'Fødselsdato', 'Gradering'],
      [id.text, '', 'Ola', 'XXXX', '10.01.2008', 'kanskje'],
    );

    expect(people.faults.map(({ code, column }) => [code.replace('intake.', ''), column])).toEqual([
      ['born.otherThanNumber', 'E Fødselsdato'],
      ['name.missing', 'B Etternavn'],
      ['transferCode.unknown', 'D OS-kode'],
      ['protection.unknown', 'F Gradering'],
    ]);
    expect(people.faulty[0]?.nationalId?.text).toBe(id.text);
  });

  it('says so when a separator inside a value has moved the row', async () => {
    const people = await one(headings, [id.text, 'Lie', 'Ola', 'OSON', 'noe mer']);

    expect(people.records).toEqual([]);
    expect(people.faults).toMatchObject([{ code: 'intake.row.tooManyCells', row: 2 }]);
  });

  it('does not read what a spreadsheet never computed, or letters that were lost', async () => {
    const people = await read(
      csv([
        headings,
        ['=A1+1', 'Lie', 'Ola', 'OSON'],
        [id.text, '#N/A', 'Ola', 'OSON'],
        [id.text, 'L\ufffde', 'Ola', 'OSON'],
      ]),
    );

    expect(people.records).toEqual([]);
    expect(people.faults.map(({ row, code }) => [row, code])).toEqual([
      [2, 'intake.cell.formula'],
      [3, 'intake.cell.error'],
      [3, 'intake.name.missing'],
      [4, 'intake.cell.lostLetters'],
      [4, 'intake.name.missing'],
    ]);
  });
});

describe('dates', () => {
  const born = '2008-01-09';
  it.each([
    '09.01.2008',
    '9.1.2008',
    '2008-01-09',
    '09/01/2008',
    '090108',
    '9. januar 2008',
    '39456',
    '2008-01-09T00:00:00',
    '09012008',
    '20080109',
    '9.1.08',
  ])('%s', async (text) => {
    const people = await one([...headings, 'Født'], [id.text, 'Lie', 'Ola', 'OSON', text]);

    expect(people.faults).toEqual([]);
    expect(people.records[0]?.record.born).toBe(born);
  });

  it('in a workbook: a date cell, a serial number, a text', async () => {
    for (const value of [new Date('2008-01-09T00:00:00Z'), 39_456, '09.01.2008']) {
      const people = await read(
        await xlsx([
          [...headings, 'Fødselsdato'],
          [id.text, 'Lie', 'Ola', 'OSON', value],
        ]),
      );

      expect(people.records[0]?.record.born).toBe(born);
    }
  });

  it.each(['31.02.2008', '1/13/2008', 'i fjor', '2008'])('%s is not a day', async (text) => {
    const people = await one([...headings, 'Født'], [id.text, 'Lie', 'Ola', 'OSON', text]);

    expect(people.faults).toMatchObject([{ code: 'intake.born.notADay', column: 'E Født' }]);
  });
});

describe('numbers in cells', () => {
  it('a workbook that holds the number as a number has it back with its zero', async () => {
    const people = await read(await xlsx([headings, [Number(id.text), 'Lie', 'Ola', 'OSON']]), {}, 'liste.xlsx');

    expect(people.records[0]?.record.nationalId?.text).toBe(id.text);
    expect(people.notes).toMatchObject([
      { code: 'intake.note.leadingZeroRestored', row: 2, column: 'A Fødselsnummer' },
    ]);
  });
});

describe('a number in two columns', () => {
  const { text, born } = syntheticId(3);
  const [year, month, inMonth] = born.split('-');
  const headings = ['Fødselsdato', 'Personnr', 'Fornavn', 'Etternavn', 'Kode'];

  it.each([
    ['the six digits as they stand', text.slice(0, 6), text.slice(6)],
    ['a written date', `${inMonth}.${month}.${year}`, text.slice(6)],
    ['a date as ISO writes it', born, text.slice(6)],
    ['digits with a space about them', ` ${text.slice(0, 6)}`, `${text.slice(6)} `],
  ])('is read whole from %s', async (_, birth, end) => {
    const people = await one(headings, [birth, end, 'Kari', 'Nordås', 'OSON']);

    expect(people).toMatchObject({ faults: [], records: [{ record: { nationalId: { text }, born } }] });
  });

  it('is a fault as before where the two do not make a number', async () => {
    const wrong = text.endsWith('0') ? '1' : '0';
    const people = await one(headings, [born, `${text.slice(6, 10)}${wrong}`, 'Kari', 'Nordås', 'OSON']);

    expect(people.faults).toMatchObject([{ code: 'intake.nationalId.length', row: 2 }]);
  });
});

describe('protected addresses', () => {
  it.each([
    ['', undefined],
    ['0', 'none'],
    ['Ugradert', 'none'],
    ['6', 'strictly-confidential'],
    ['Kode 6', 'strictly-confidential'],
    ['STRENGT_FORTROLIG', 'strictly-confidential'],
    ['strengtFortrolig', 'strictly-confidential'],
    ['7', 'confidential'],
    ['fortrolig', 'confidential'],
    ['Klientadresse', 'client'],
    ['ja', 'strictly-confidential'],
  ])('«%s» is %s', async (text, protection) => {
    const people = await one([...headings, 'Adressebeskyttelse'], [id.text, 'Lie', 'Ola', 'OSON', text]);

    expect(people.records[0]?.record.addressProtection).toBe(protection);
  });

  it('an address line that says it is secret is protection and no address', async () => {
    const people = await one([...headings, 'Adresse'], [id.text, 'Lie', 'Ola', 'OSON', 'Sperret adresse']);

    expect(people.records[0]?.record).toMatchObject({ addressProtection: 'strictly-confidential' });
    expect(people.records[0]?.record.address).toBeUndefined();
  });
});

describe('phones and mail', () => {
  it('a number nobody can dial is kept as written and noted, and stops nothing', async () => {
    const people = await one(
      [...headings, 'Mobil', 'Telefon', 'Epost'],
      [id.text, 'Lie', 'Ola', 'OSON', '4123456', '22 33 44 55 / 91234567', 'ola(at)test'],
    );

    expect(people.records[0]?.record).toMatchObject({
      mobiles: ['+4791234567'],
      phones: ['+4722334455'],
      unusablePhones: ['4123456'],
    });
    expect(people.notes.map(({ code }) => code)).toEqual(['intake.note.phoneUnusable', 'intake.note.emailUnusable']);
  });
});

describe('a list to compare with', () => {
  it('keeps a row with a wrong number, to be matched by name', async () => {
    const people = await one(['Fnr', 'Navn', 'Startdato'], ['08810812345', 'Lie, Ola', '20.08.2026'], {
      purpose: 'compare',
    });

    expect(people.records).toMatchObject([
      { row: 2, record: { name: { first: 'Ola', last: 'Lie' }, course: { from: '2026-08-20' } } },
    ]);
    expect(people.notes).toMatchObject([{ code: 'intake.note.idLeftOut', row: 2 }]);
  });

  it('needs no number at all', async () => {
    const people = await one(['Navn', 'Fødselsdato'], ['Ola Lie', '20.08.2008'], { purpose: 'compare' });

    expect(people.records).toMatchObject([{ record: { born: '2008-08-20' } }]);
  });
});

describe('a column map', () => {
  it('is written with the names of fields, a guardian’s too; a name that is none is told with the heading', () => {
    expect(
      givenColumns({ Hvem: 'fullName', 'Mor heter': 'guardianmother.fullName', Gate: 'address', X: 'ignore' }),
    ).toEqual({
      ok: true,
      value: { Hvem: 'fullName', 'Mor heter': 'guardianmother.fullName', Gate: 'street', X: 'ignore' },
    });
    expect(givenColumns({ Hvem: 'fullName', Når: 'guardian5.mobile' })).toMatchObject({
      ok: false,
      refusals: [{ code: 'intake.columns.noSuchField', facts: { heading: 'Når', field: 'guardian5.mobile' } }],
    });
  });

  it('is written in the words lists use, too', () => {
    expect(givenColumns({ 'Elev heiter': 'Namn', 'Ringjast på': 'Mobilnr.', 'Mamma sin': 'Mors mobil' })).toEqual({
      ok: true,
      value: { 'Elev heiter': 'fullName', 'Ringjast på': 'mobile', 'Mamma sin': 'guardianmother.mobile' },
    });
  });

  it('can be given, and can leave a column out', async () => {
    const columns = { 'Person-ID': 'nationalId', Hvem: 'surnameFirst', Kode: 'ignore' } as const;
    const people = await one(['Person-ID', 'Hvem', 'Kode'], [id.text, 'Lie Ola', 'tull'], { columns });

    expect(people.records[0]?.record.name).toEqual({ first: 'Ola', last: 'Lie' });
    expect(people.notes).toMatchObject([{ code: 'intake.note.unusedColumns', facts: { columns: ['C Kode'] } }]);
  });

  it('leaves a Kode column alone that holds other codes', async () => {
    const people = await one(headings, [id.text, 'Lie', 'Ola', 'STUSP1----']);

    expect(people.records[0]?.record.transferCode).toBeUndefined();
    expect(people.faults).toEqual([]);
  });
});
