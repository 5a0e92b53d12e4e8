import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { columnsIn } from '#web/list-columns.ts';
import type { PageContext } from '#web/page-context.ts';
import { ofUnits, otukList } from '#web/pages/phone/of-units.ts';
import { placingBetween } from '#web/pages/year/placing.ts';
import { guideFor } from '#web/pages/youth/guide.ts';
import { iconNames } from '#web/parts/icon-name.ts';
import { insideSentence } from '#web/parts/numbers.ts';
import { theYouth } from './support/people-answers.ts';

it('the numbers of a drive for some units say so, and open no list that has others', () => {
  // `as`: only the language is asked for.
  const c = { language: 'nb' } as PageContext;

  expect([ofUnits(c, 4), otukList(4)]).toEqual([' Gjelder 4 enheter, ikke hele fylket.', { href: undefined }]);
  expect([ofUnits(c, undefined), otukList(undefined)]).toEqual(['', { href: '/youths?list=otuk' }]);
});

it('the sprite has the icons the pages name', () => {
  const listed: unknown = JSON.parse(readFileSync(new URL('../../src/web/icons.json', import.meta.url), 'utf8'));

  expect(listed).toEqual([...iconNames]);
});

it('a column is told one line each, in words of one’s own', () => {
  expect(columnsIn('Elev heiter = Fullt namn\n\nA=B = mobile \n')).toEqual({
    'Elev heiter': 'Fullt namn',
    'A=B': 'mobile',
  });
  expect(columnsIn('Elev heiter')).toBeUndefined();
});

it.each([
  ['Møte med Nav', 'møte med Nav'],
  ['OTUK-lista', 'OTUK-lista'],
  ['SMS 1', 'SMS 1'],
  ['Økt oppfølging', 'økt oppfølging'],
])('%s stands inside a sentence as %s', (title, inside) => {
  expect(insideSentence(title)).toBe(inside);
});

it('a day stands at its morning and a stretch reaches to its last evening', () => {
  const at = placingBetween(day('2026-08-01'), day('2026-08-10'));

  expect([at.x(day('2026-08-01')), at.width(day('2026-08-01'), day('2026-08-10'))]).toEqual(['0.00%', '100.00%']);
  expect(at.width(day('2026-08-06'), day('2026-08-06'))).toBe('10.00%');
});

describe('the coding guide', () => {
  it('asks one question, and not again what has been answered', () => {
    const youth = theYouth();

    const first = guideFor(youth, {});
    const second = guideFor(youth, { [first.next ?? 'now']: [] });

    expect(first.next).toBeDefined();
    expect(second.next).not.toBe(first.next);
  });

  it('without contact offers no code that needs it, and says which rule', () => {
    const youth = theYouth();

    const guide = guideFor({ ...youth, file: { ...youth.file, contacts: [] } }, {});

    expect(guide.lacksContact).toBe(true);
    const refused = guide.refused.find(({ code }) => code === 'OTOV');
    expect(refused?.judgement.rules[0]?.id).toBe('contact-before-leaving-unknown');
  });

  it('in school when first reached: the twin outside the target group is offered, not the pupil code', () => {
    const guide = guideFor(theYouth(), { 'at-first-contact': ['in-school'], now: ['school'] });
    const offered = [...guide.allowed, ...guide.warned].map(({ code }) => code);

    expect(offered).toContain('OTEV_IM');
    expect(offered).not.toContain('OTEV');
  });
});
