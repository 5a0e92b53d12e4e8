import { describe, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { relative } from '#texts/dates.ts';
import { speakers } from '#texts/text.ts';

const text = '{n} {n|ungdom venter|ungdommer venter}';
const { speak } = speakers({ nb: { waiting: text }, nn: { waiting: text }, en: { waiting: text } });

describe('a number is followed by the word that goes with it', () => {
  it.each([
    [1, '1 ungdom venter'],
    ['1', '1 ungdom venter'],
    [0, '0 ungdommer venter'],
    [2, '2 ungdommer venter'],
    ['1 001', '1 001 ungdommer venter'],
  ])('%s', (n, said) => {
    expect(speak('nb', 'waiting', { n })).toBe(said);
  });

  it('in dates too', () => {
    expect(relative('nb', day('2026-10-03'), day('2026-10-01'))).toBe('om 2 dager');
  });
});
