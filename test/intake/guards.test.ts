import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFile } from '#intake/open-file.ts';
import { readPeople } from '#intake/people/read-people.ts';
import { csv, headings, rowOf, xlsx } from './lists.ts';

const refusal = async (bytes: Uint8Array | string, name = 'liste.xlsx') => {
  const people = await readPeople(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, name);
  return people.ok ? 'was read' : people.refusals[0]?.code.replace('intake.', '');
};

describe('a file is judged by what it is, not by what it is called', () => {
  it.each([
    ['nothing', '', 'file.empty'],
    ['a PDF', '%PDF-1.7\n%âãÏÓ', 'file.document'],
    ['a text document', '{\\rtf1\\ansi Fnr;Navn}', 'file.document'],
    ['a picture', '\u0089PNG\r\n\u001a\n', 'file.picture'],
    ['an old Excel file, or one with a password', 'ÐÏ\u0011à¡±\u001aá', 'file.oldExcel'],
    ['a web page called xls', '<html><table><tr><td>Fnr</td></tr></table></html>', 'file.webPage'],
    ['XML', '<?xml version="1.0"?><a/>', 'file.xml'],
    ['a packed file', '\u001f\u008b\u0008', 'file.packed'],
    ['a broken zip', 'PK\u0003\u0004 og så ingenting', 'workbook.damaged'],
    ['zeros', '\u0000'.repeat(5000), 'file.binary'],
    ['one word', 'hei', 'table.noHeading'],
    ['blank lines', '\n\n  \n;;;\n', 'table.noRows'],
  ])('%s', async (_, content, code) => expect(await refusal(content)).toBe(code));

  it('a workbook called csv is read, and told', async () => {
    const people = await readPeople(await xlsx([headings, rowOf(0)]), 'liste.csv');

    expect(people).toMatchObject({
      ok: true,
      notes: [{ code: 'intake.note.otherExtension', facts: { name: '*.csv', format: 'xlsx' } }],
    });
  });

  it('a zip that is no workbook, and half a workbook', async () => {
    const book = await xlsx([headings, ...Array.from({ length: 500 }, (_, n) => rowOf(n))]);

    expect(await refusal(zipSync({ 'word/document.xml': strToU8('<a/>') }))).toBe('file.otherZip');
    expect(await refusal(book.slice(0, book.length / 2))).toBe('workbook.damaged');
    expect(await refusal(zipSync({ 'xl/workbook.xml': strToU8('<workbook') }))).not.toBe('was read');
  });
});

describe('too much', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aarshjul-intake-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('a file of 200 MB is refused before it is read', async () => {
    const path = join(folder, 'stor.xlsx');
    await writeFile(path, '');
    await truncate(path, 200 * 1024 * 1024);
    const before = process.memoryUsage().rss;

    expect(await openFile(path)).toEqual({
      ok: false,
      refusals: [{ code: 'intake.file.tooLarge', facts: { size: 200, limit: 25 } }],
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
    expect(await openFile(folder)).toMatchObject({ ok: false, refusals: [{ code: 'intake.file.notAFile' }] });
  });

  it('10,000 columns, in text and in a workbook', async () => {
    const wide = Array.from({ length: 10_000 }, (_, n) => (n === 0 ? 'Fnr' : n === 1 ? 'Navn' : `k${n}`));
    const rows = [wide, ...Array.from({ length: 3 }, () => wide)];

    expect(await refusal(csv(rows))).toBe('table.tooManyColumns');
    expect(await refusal(await xlsx(rows))).toBe('table.tooManyColumns');
  });

  it('more rows than allowed', async () => {
    const limits = { bytes: 1e6, rows: 10, columns: 50, unpackedBytes: 1e7 };
    const rows = [headings, ...Array.from({ length: 20 }, (_, n) => rowOf(n))];

    for (const bytes of [csv(rows), await xlsx(rows)]) {
      expect(await readPeople(bytes, 'liste', { limits })).toMatchObject({
        ok: false,
        refusals: [{ code: 'intake.table.tooManyRows' }],
      });
    }
  });

  it('a bomb is refused by what its directory says, and by what it hides', async () => {
    const big = new Uint8Array(60 * 1024 * 1024);
    const bomb = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': big });
    const liar = Buffer.from(bomb);
    // The sizes in the directory at the end made small; the packed data stays.
    const entry = liar.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    liar.writeUInt32LE(1000, entry + 24);

    expect(await refusal(bomb)).toBe('workbook.bomb');
    const started = performance.now();
    expect(await refusal(new Uint8Array(liar))).toBe('workbook.damaged');
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('entities that would grow are refused', async () => {
    const xml = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><workbook>&c;</workbook>';

    expect(await refusal(zipSync({ 'xl/workbook.xml': strToU8(xml) }))).toBe('workbook.damaged');
  });

  it('a cell that formatting put in the last corner of the sheet is no reason to run out of memory', async () => {
    const book = await xlsx([headings, rowOf(0)]);
    const { unzipSync } = await import('fflate');
    const parts = unzipSync(book);
    const path = 'xl/worksheets/sheet1.xml';
    const sheet = Buffer.from(parts[path] ?? [])
      .toString()
      .replace(
        '</sheetData>',
        '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>',
      );
    const people = await readPeople(zipSync({ ...parts, [path]: strToU8(sheet) }), 'liste.xlsx');

    expect(people.ok ? people.records.length : people.refusals[0]?.code).toSatisfy(
      (found) => found === 1 || String(found).startsWith('intake.'),
    );
  });
});
