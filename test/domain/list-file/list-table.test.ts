import { describe, expect, it } from 'vitest';
import { xlsxFiles } from '#adapters/table-file/xlsx.ts';
import { safeCell } from '#domain/list-file/list-table.ts';
import { defaultLimits } from '#intake/limits.ts';
import { readWorkbook } from '#intake/table/read-workbook.ts';

describe('a cell of a list that leaves the house', () => {
  it.each([
    ['=HYPERLINK("http://x")', `'=HYPERLINK("http://x")`],
    ['+cmd|calc', "'+cmd|calc"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1+1', "'  =1+1"],
    ['\t=1+1', "' =1+1"],
    ['%x', "'%x"],
    ['＝1+1', "'＝1+1"],
    ['Åse Ødegård', 'Åse Ødegård'],
    ['+4768053573', '+4768053573'],
    ['01010950001', '01010950001'],
    ['Berg-Hansen', 'Berg-Hansen'],
    ['', ''],
  ])('%j stands as %j', (text, stands) => expect(safeCell(text)).toBe(stands));
});

it('comes out of the workbook as it went in: zeros, letters and all, as text', async () => {
  const rows = [
    ['01010950001', 'Åse =Ødegård', '+4768053573'],
    ['', '=1+1', '0'],
  ];

  const bytes = await xlsxFiles.xlsx({ sheet: 'Retur: til/VIGO', headings: ['Nummer', 'Namn', 'Mobil'], rows });

  const read = await readWorkbook(bytes, defaultLimits);
  expect(JSON.stringify(read)).toContain('01010950001');
  expect(JSON.stringify(read)).toContain("'=1+1");
});
