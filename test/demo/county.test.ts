import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dnr, fnr } from '@navikt/fnrvalidator';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { makeCounty, writeCounty } from '#demo/county.ts';
import { demoRoles } from '#demo/county-shape.ts';
import { readNationalId } from '#domain/person/national-id.ts';

const county = makeCounty({ seed: 7, youths: 4000, schoolYear: '2026-2027' });
const { youths, staff, units } = county;
const share = (wanted: (youth: (typeof youths)[number]) => boolean, among = youths) =>
  (100 * among.filter(wanted).length) / among.length;
const ageOf = (youth: (typeof youths)[number]) => 2026 - Number(youth.record.born?.slice(0, 4));

describe('a synthetic county', () => {
  it('is the same for the same seed, and another for another', () => {
    const wish = { seed: 7, youths: 60, schoolYear: '2026-2027' };

    expect(makeCounty(wish)).toEqual(makeCounty(wish));
    expect(makeCounty({ ...wish, seed: 8 }).youths[0]).not.toEqual(makeCounty(wish).youths[0]);
  });

  it('has fourteen units in regions, unless another number is wanted', () => {
    expect(units).toHaveLength(14);
    expect(new Set(units.map((unit) => unit.region)).size).toBe(4);
    expect(makeCounty({ seed: 1, youths: 10, units: 25, schoolYear: '2026-2027' }).units).toHaveLength(25);
    expect(() => makeCounty({ seed: 1, youths: 10, units: 26, schoolYear: '2026-2027' })).toThrow('1–25 units');
  });

  it('has somebody in every role, and two to four advisers in each unit', () => {
    for (const role of demoRoles)
      expect(staff.some((person) => person.roles.some((held) => held.role === role))).toBe(true);
    for (const unit of units) {
      const advisers = staff.filter((one) =>
        one.roles.some((held) => held.role === 'adviser' && held.unit === unit.id),
      );
      expect(advisers.length).toBeGreaterThanOrEqual(2);
      expect(advisers.length).toBeLessThanOrEqual(4);
    }
    expect(new Set(staff.map((person) => person.login)).size).toBe(staff.length);
  });

  it('has the reasons of 2021 as weights: published 38, 29, 14 and 20, which sum to 101', () => {
    const byCode = (...codes: string[]) => share(({ record }) => codes.includes(record.transferCode ?? ''));

    expect(byCode('OSON')).toBeCloseTo(3800 / 101, 1);
    expect(byCode('OESL')).toBeCloseTo(2900 / 101, 1);
    expect(byCode('OSNP')).toBeCloseTo(1400 / 101, 1);
    expect(byCode('OSVE', 'OSUT')).toBeCloseTo(2000 / 101, 1);
  });

  it('has the ages by reason as published: few 17-year-olds and most 20-year-olds did not apply', () => {
    const aged = (age: number) => youths.filter((youth) => ageOf(youth) === age);
    const code = (wanted: string) => (youth: (typeof youths)[number]) => youth.record.transferCode === wanted;

    expect(share(code('OSON'), aged(17))).toBeGreaterThan(10);
    expect(share(code('OSON'), aged(17))).toBeLessThan(18);
    expect(
      share(
        code('OESL'),
        youths.filter((youth) => ageOf(youth) <= 17),
      ),
    ).toBeGreaterThan(48);
    expect(Math.abs(share(code('OSON'), aged(20)) - 61)).toBeLessThan(5);
    expect(Math.abs(share(code('OESL'), aged(20)) - 13)).toBeLessThan(4);
    expect(new Set(youths.map(ageOf))).toEqual(new Set([16, 17, 18, 19, 20, 21, 22, 23, 24]));
  });

  it('has only numbers that nobody can have: synthetic, synthetic D-numbers, and fictive ones that fail the check', () => {
    for (const { record } of youths) {
      const { text = '', kind } = record.nationalId ?? {};
      expect(readNationalId(text)).toMatchObject({ ok: true, id: { kind }, notes: [] });
      if (kind === 'synthetic') expect(text > '4' ? dnr(text) : fnr(text)).toMatchObject({ status: 'valid' });
      else {
        expect(kind).toBe('vigo-fictive');
        expect(text).toMatch(/^[4-7]\d{5}9\d{2}13$/);
        expect(dnr(text).status).toBe('invalid');
      }
    }
    const guardians = youths.flatMap(({ record }) => record.guardians ?? []);
    for (const { nationalId } of guardians) expect(fnr(nationalId?.text ?? '')).toMatchObject({ type: 'tnr' });
    expect(new Set(youths.map(({ record }) => record.nationalId?.text)).size).toBe(youths.length);
  });

  it('has every kind of home, number and end that the service must take care of', () => {
    const some = (wanted: (youth: (typeof youths)[number]) => unknown) =>
      expect(youths.filter(wanted).length).toBeGreaterThan(0);

    for (const kind of ['confidential', 'strictly-confidential', 'client']) {
      some(({ record }) => record.addressProtection === kind);
    }
    some(({ record }) => record.address?.country);
    some(({ record }) => record.nationalId?.kind === 'vigo-fictive' && !record.address);
    some(({ record }) => record.nationalId?.kind === 'vigo-fictive' && record.address);
    some(({ record }) => record.nationalId?.kind === 'synthetic' && record.nationalId.text > '4');
    some(({ record }) => record.deceased);
    some(({ record }) => record.emigrated);
    some(({ record }) => record.unusablePhones);
    some(({ sibling }) => sibling?.twin);
    some(({ hiddenFrom }) => hiddenFrom.length > 0);
    some(({ record }) => record.guardians?.some((one) => one.hasParentalResponsibility === false));
    expect(Math.abs(share(({ record }) => Boolean(record.mobiles)) - 95)).toBeLessThan(2);
  });

  it('sends OSON in August, the other codes in September and early leavers all year', () => {
    const days = (code: string) =>
      youths.filter(({ record }) => record.transferCode === code).map((one) => one.arrivesOn);

    expect(new Set(days('OSON'))).toEqual(new Set(['2026-08-24']));
    expect(new Set(days('OSVE'))).toEqual(new Set(['2026-09-28']));
    expect(new Set(days('OESL').map((written) => written.slice(0, 7))).size).toBe(11);
  });
});

describe('the files of a county', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'county-'));
  const small = makeCounty({ seed: 3, youths: 200, schoolYear: '2026-2027' });
  const paths = await writeCounty(folder, small);
  const text = (name: string) => readFile(join(folder, name), 'utf8');
  afterAll(() => rm(folder, { recursive: true }));

  it('are the lists of the process, each as a sheet and as text, with the truth beside them', () => {
    const names = paths.map((path) => path.slice(folder.length + 1)).sort();

    expect(names).toContain('vigo-feed.json');
    expect(names).toContain('vigo-feed-early-leavers.json');
    expect(names).toContain('county.json');
    expect(names).toContain('truth.json');
    for (const list of [
      'transfer-oson',
      'transfer-other-codes',
      'private-school-pupils',
      'exchange-pupils',
      'apprentices',
    ]) {
      expect(names).toContain(`${list}.xlsx`);
      expect(names).toContain(`${list}.csv`);
    }
  });

  it('declare in the feed how many youths it has', async () => {
    const feed = JSON.parse(await text('vigo-feed.json'));

    expect(feed.antall).toBe(feed.otungdommer.length);
    expect(feed.otungdommer[0].person.fdato).toMatch(/^\d\d\.\d\d\.\d{4}$/);
  });

  it('keep national ids as text in the sheets, and the same rows in sheet and text', async () => {
    const book = await readXlsx(await readFile(join(folder, 'transfer-oson.xlsx')));
    const rows = book.sheets[0]?.rows ?? [];
    const lines = (await text('transfer-oson.csv')).trim().split('\r\n');

    expect(rows).toHaveLength(lines.length);
    expect(rows[1]?.[0]).toBe(lines[1]?.slice(0, 11));
  });

  it('tell in the truth which row is whom', async () => {
    const truth = JSON.parse(await text('truth.json'));
    const lines = (await text('register.csv')).trim().split('\r\n');

    for (const { row, youth } of truth.transfers.register.slice(0, 20)) {
      const record = small.youths.find((one) => one.id === youth)?.record;
      expect(lines[row - 1]).toContain(record?.nationalId?.text);
    }
    expect(truth.crossChecks.apprentices.some((row: { youth: string | null }) => row.youth !== null)).toBe(true);
  });
});
