import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readCheckList } from '#intake/listed/read-check-list.ts';

const csv = (...lines: readonly string[]) => new TextEncoder().encode(lines.join('\r\n'));
const windows1252 = (...lines: readonly string[]) =>
  Uint8Array.from([...lines.join('\r\n')].map((sign) => sign.charCodeAt(0)));
const read = async (bytes: Uint8Array, columns = {}) => {
  const found = await readCheckList(bytes, 'liste', columns);
  if (!found.ok) throw new Error(found.refusals.map(({ code }) => code).join());
  return found;
};
const refusal = async (bytes: Uint8Array, columns = {}) => {
  const found = await readCheckList(bytes, 'liste', columns);
  return found.ok ? undefined : found.refusals[0];
};

describe('a list to cross-check', () => {
  it.each([
    ['Kontraktsdato', '15.08.2023'],
    ['Startdato', '2023-08-15'],
    ['Fra', '15.8.23'],
    ['Begynte', '15. august 2023'],
    ['Contract start', '20230815'],
    ['Oppstart', '45153'],
  ])('says when somebody started under «%s», also where days are text', async (heading, written) => {
    const { rows, hasStartColumn } = await read(csv(`Etternavn;Fornavn;${heading}`, `Sæther;Håkon;${written}`));

    expect(rows).toMatchObject([{ row: 2, lastName: 'Sæther', startedOn: '2023-08-15', endedOn: null }]);
    expect(hasStartColumn).toBe(true);
  });

  it('is read in Windows-1252 with semicolons, blank rows and a total at the bottom', async () => {
    const { rows, notes } = await read(
      windows1252(
        'Etternavn;Fornavn;Fødselsdato',
        '',
        'Sæther;Håkon;01.02.2008',
        ';;',
        'Ås;Bjørg;02.02.2008',
        'Sum;2;',
      ),
    );

    expect(rows.map(({ row, lastName }) => [row, lastName])).toEqual([
      [3, 'Sæther'],
      [5, 'Ås'],
    ]);
    expect(notes.map(({ code }) => code)).toContain('intake.note.windows1252');
  });

  it('takes its columns by a map where its own words are not enough', async () => {
    const file = csv('Navn på elev;Når;Annet', 'Sæther, Håkon;15.08.2026;x');
    const { rows } = await read(file, { 'Navn på elev': 'fullName', Når: 'startedOn', Annet: 'ignore' });

    expect(rows).toMatchObject([{ fullName: 'Sæther, Håkon', startedOn: '2026-08-15' }]);
    expect(await refusal(file, { Når: 'moment' })).toMatchObject({
      code: 'intake.columns.noSuchField',
      facts: { heading: 'Når', field: 'moment' },
    });
  });

  it('with one heading for two columns that do not agree is refused, with both columns and the row named', async () => {
    expect(await refusal(csv('Etternavn;Fornavn;Fornavn', 'Sæther;Håkon;Per'))).toMatchObject({
      code: 'intake.table.doubledHeading',
      facts: { used: 'B Fornavn', unused: 'C Fornavn', row: 2 },
    });
  });

  it('in one of two sheets with people is refused, with both named', async () => {
    const rows = [
      ['Navn', 'Født'],
      ['Ole Vik', '3.2.2008'],
    ];
    const book = await writeXlsx({
      sheets: [
        { name: 'Haust', rows },
        { name: 'Vår', rows },
      ],
    });

    expect(await refusal(book)).toMatchObject({
      code: 'intake.sheet.several',
      facts: { sheets: ['Haust', 'Vår'] },
    });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a PDF', csv('%PDF-1.7')],
    ['no headings', csv('Sæther;Håkon;01.02.2008', 'Berg;Ola;02.02.2008')],
  ])('that is %s is refused, and never throws', async (_what, bytes) => {
    expect((await refusal(bytes))?.code).toMatch(/^intake\./);
  });
});
