import { describe, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { decide, fits, judge, mayBeOverridden, refusalsOf } from '#domain/coding/decide.ts';
import { questionsFor } from '#domain/coding/questions.ts';
import { codeIsValid } from '#domain/coding/rules/validity.ts';
import { codingRules } from '#domain/coding/rules.ts';
import { ageFacts, type Contact, type Situation, situationOn } from '#domain/coding/situation.ts';
import nb from '#texts/nb/coding.json' with { type: 'json' };

const on = day('2026-10-15');
const answered: Contact = {
  on: day('2026-09-20'),
  channel: 'phone',
  direction: 'out',
  answeredBy: 'youth',
  says: 'other',
};
const about = (facts: Partial<Situation> = {}) => situationOn(on, facts);

describe('the list of rules', () => {
  it('has words for everything each rule may answer, and for nothing else', () => {
    const whys = [...codingRules, codeIsValid].flatMap(({ id, whys }) => whys.map((why) => `${id}.${why}`));
    const keys = Object.keys(nb).filter((key) => !key.startsWith('value.'));

    expect(keys.sort()).toEqual(whys.sort());
  });

  it('names a source for each rule, and each rule once', () => {
    expect(new Set(codingRules.map(({ id }) => id)).size).toBe(codingRules.length);
    expect(codingRules.filter(({ source }) => source === '')).toEqual([]);
  });
});

describe('a decision', () => {
  it('puts the worst rule first', () => {
    const { rules } = decide(about({ from: 'OTUK', to: 'OTNO' }));

    expect(rules.map(({ verdict }) => verdict)).toEqual(['refused', 'refused', 'allowed']);
  });

  it('turns into refusals with a text key, facts and a source', () => {
    expect(refusalsOf(judge(about({ from: 'OTUK', to: 'OSON' })))).toEqual([
      {
        code: 'coding.code-is-valid.transfer-code',
        facts: { code: 'OSON', on },
        source: 'Udir, Kodeverk for oppfølgingstjenesten',
      },
    ]);
  });

  it('lets the system owner go back to OTUK after contact, but not make a no from silence', () => {
    expect(mayBeOverridden(judge(about({ from: 'OTOV', to: 'OTUK', contacts: [answered] })))).toBe(true);
    expect(mayBeOverridden(judge(about({ from: 'OTOV', to: 'OTNO' })))).toBe(false);
    expect(mayBeOverridden(judge(about({ to: 'OTUK' })))).toBe(false);
  });

  it('refuses a measure with “no” to via OT where the county has chosen so', () => {
    const measure = about({ from: 'OTOV', to: 'OTAP', viaOt: 'no', activity: { kind: 'measure', runBy: ['nav'] } });

    expect(decide(measure, { openViaOt: 'refuse' })).toMatchObject({ verdict: 'refused', code: 'OTAP' });
    expect(fits(measure, { openViaOt: 'refuse' })).not.toContain('OTAP');
    expect(decide(measure)).toMatchObject({ verdict: 'warned', code: 'OTAP', targetGroup: true });
  });

  it('is quick enough for a guard', () => {
    const situation = about({ from: 'OTUK', to: 'OTOV', contacts: Array.from({ length: 30 }, () => answered) });
    const started = performance.now();
    for (let round = 0; round < 2000; round += 1) judge(situation);

    expect((performance.now() - started) / 2000).toBeLessThan(0.5);
  });
});

describe('what the coding guide still asks', () => {
  const age = ageFacts(day('2009-03-02'), on);

  it('asks for everything it can use when only the day is known', () => {
    expect(questionsFor(about())).toEqual(['at-first-contact', 'contact', 'age', 'now', 'reasons']);
  });

  it('asks who runs a measure, then via OT', () => {
    const inMeasure = about({ age, contacts: [answered], activity: { kind: 'measure', runBy: [] } });

    expect(questionsFor(inMeasure)).toEqual(['run-by', 'via-ot']);
    expect(questionsFor({ ...inMeasure, activity: { kind: 'measure', runBy: ['nav'] } })).toEqual(['via-ot']);
  });

  it('does not ask via OT when the status at first contact has settled it', () => {
    const atWork = about({ age, to: 'OTAR', contacts: [answered], activity: { kind: 'work', runBy: [] } });

    expect(questionsFor(atWork)).toEqual(['at-first-contact', 'via-ot']);
    expect(questionsFor({ ...atWork, atFirstContact: 'in-work' })).toEqual([]);
    expect(questionsFor({ ...atWork, atFirstContact: 'none' })).toEqual([]);
  });

  it('asks who answered, and for the reason and the age when a guardian did', () => {
    const nobody: Contact = { ...answered, direction: 'in', answeredBy: null };
    const guardian: Contact = { ...answered, answeredBy: 'guardian' };

    expect(questionsFor(about({ age, to: 'OTNO', contacts: [nobody], reasons: [] }))).toEqual(['answered-by', 'now']);
    expect(
      questionsFor(about({ age, to: 'OTNO', contacts: [nobody], reasons: [], activity: { kind: null, runBy: [] } })),
    ).toEqual(['answered-by']);
    expect(questionsFor(about({ to: 'OTIF', activity: { kind: 'school', runBy: [] }, contacts: [guardian] }))).toEqual([
      'contact',
      'age',
      'reasons',
    ]);
  });

  it('asks nothing about contact for a code that rests on a register', () => {
    expect(questionsFor(about({ age, to: 'OTFA_IM' }))).toEqual(['reasons']);
  });
});
