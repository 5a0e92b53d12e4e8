import { describe, expect, it } from 'vitest';
import { readSituation } from '#cli/read-situation.ts';
import { decide } from '#domain/coding/decide.ts';
import { activityCases } from './cases/activity.ts';
import type { Case } from './cases/case.ts';
import { ageCases, clarifiedCases, outsideCases } from './cases/clarified-and-outside.ts';
import { contactCases } from './cases/contact.ts';
import { followUpCases } from './cases/follow-up.ts';
import { validityCases } from './cases/validity.ts';
import { viaOtCases } from './cases/via-ot.ts';

const all: readonly Case[] = [
  ...contactCases,
  ...followUpCases,
  ...activityCases,
  ...viaOtCases,
  ...clarifiedCases,
  ...outsideCases,
  ...ageCases,
  ...validityCases,
];

const sources = [...new Set(all.map((one) => one.source))].map(
  (source) => [source, all.filter((one) => one.source === source)] as const,
);

describe.each(sources)('%s', (_source, rows) => {
  it.each(rows)('$name: $verdict', ({ line, verdict, expect: wanted }) => {
    const read = readSituation(line);
    if (!read.ok) throw new Error(JSON.stringify(read.faults));

    const decision = decide(read.situation);

    const said = decision.rules.map((finding) => `${finding.verdict} ${finding.id}.${finding.why}`);
    expect(`${decision.verdict} ${said.join(' | ')}`).toMatch(new RegExp(`^${verdict} `));
    if (wanted.rule !== undefined) expect(said.map((one) => one.split(' ')[1])).toContain(wanted.rule);
    if (wanted.code !== undefined) expect(decision.code).toBe(wanted.code);
    if (wanted.reportCode !== undefined) expect(decision.reportCode).toBe(wanted.reportCode);
    if (wanted.group !== undefined) expect(decision.mainGroup).toBe(wanted.group);
    if (wanted.target !== undefined) expect(decision.targetGroup).toBe(wanted.target);
    expect(decision.fits).toEqual(expect.arrayContaining([...(wanted.fits ?? [])]));
    for (const code of wanted.lacks ?? []) expect(decision.fits).not.toContain(code);
  });
});

describe('the table of cases', () => {
  it('has at least 400 different situations, and some for each of the four lists', () => {
    const lines = new Set(all.map((one) => JSON.stringify(one.line)));
    const starts = ['2011-09-15', '2015-01-01', '2016-07-01', '2021-04-01'];
    const startOf = (one: Case) => starts.findLast((from) => from <= String(one.line.on));

    expect(lines.size).toBeGreaterThanOrEqual(400);
    for (const from of starts) {
      expect(all.filter((one) => startOf(one) === from).length, from).toBeGreaterThan(60);
    }
  });
});
