import { describe, expect, it } from 'vitest';
import { readSituation } from '#cli/read-situation.ts';
import { decide } from '#domain/coding/decide.ts';
import { codeSets } from '#domain/status-code/status-code.ts';
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
  const starts = codeSets.map(({ validFrom }) => validFrom);
  const startOf = (one: Case) => starts.findLast((from) => from <= String(one.line.on));

  it('has at least 400 different situations, and some for each of the four lists', () => {
    const lines = new Set(all.map((one) => JSON.stringify(one.line)));
    expect(lines.size).toBeGreaterThanOrEqual(400);
    for (const from of starts) {
      expect(all.filter((one) => startOf(one) === from).length, from).toBeGreaterThanOrEqual(150);
    }
  });

  it('tells of each row where it stands: which source, and in our own words what it says', () => {
    for (const { source } of all)
      expect(source).toMatch(/\b(?:briefing|list|flowchart|law|circular|inferred|register|not found)/i);
    expect(sources.length).toBeGreaterThan(30);
  });

  it('sets each code of each list, and refuses each code the day has not', () => {
    for (const { codes, validFrom } of codeSets) {
      const ofList = all.filter((one) => startOf(one) === validFrom);
      const asked = new Set(ofList.map(({ line }) => line.to));
      const untried = codes.map(({ code }) => code).filter((code) => !asked.has(code));
      expect(untried, validFrom).toEqual([]);
      // Some row of each list asks for a code that another list has.
      expect(
        ofList.some(({ line, verdict }) => verdict === 'refused' && !codes.some(({ code }) => code === line.to)),
      ).toBe(true);
    }
  });
});
