import { describe, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import type { Hold } from '#domain/household/hold.ts';
import type { LetterKnowledge } from '#domain/household/letter-piece.ts';
import { lettersFor } from '#domain/household/letters-for.ts';
import { fullName } from '#domain/person/name.ts';
import { away, aYouth, far, home, mor, places, sendDay } from './case.ts';
import { copyCases } from './copies.cases.ts';
import { stopCases } from './stops.cases.ts';

const all = [...copyCases, ...stopCases];
const known: LetterKnowledge = {
  placeOf: (postcode) => places[postcode],
  hasReturned: (_name, { lines }) => lines.includes('Returvegen 1'),
};

const said = (hold: Hold): string =>
  `${hold.addressee}:${hold.list}.${hold.why}${hold.why === 'address' ? `(${hold.faults.map(({ code }) => code)})` : ''}`;
const outcome = (...[youth, on]: [Parameters<typeof lettersFor>[0], string]): string => {
  const { pieces, holds } = lettersFor(youth, day(on), known);
  const names = pieces.map(({ addressee }) => addressee);
  return [...names, ...(holds.length > 0 ? ['|', ...holds.map(said)] : [])].join(' ');
};

const sources = [...new Set(all.map(({ source }) => source))].map(
  (source) => [source, all.filter((one) => one.source === source)] as const,
);

describe.each(sources)('%s', (_source, rows) => {
  it.each(rows)('$situation: $wanted', ({ youth, on, wanted }) => {
    expect(outcome(youth, on)).toBe(wanted);
  });
});

describe('the table of households', () => {
  it('has at least 150 different situations', () => {
    expect(new Set(all.map(({ youth, on }) => JSON.stringify([youth, on]))).size).toBeGreaterThanOrEqual(150);
  });

  it('never writes to one address twice, nor to anybody whose address is protected', () => {
    for (const { youth, on } of all) {
      const copies = lettersFor(youth, day(on), known).pieces.filter(({ isCopy }) => isCopy);
      const boxes = copies.map(({ address }) => JSON.stringify(address).toLowerCase());
      expect(new Set(boxes).size).toBe(boxes.length);
      const hidden = [youth, ...(youth.guardians ?? [])].filter(
        ({ addressProtection = 'none' }) => addressProtection !== 'none',
      );
      const names = new Set(lettersFor(youth, day(on), known).pieces.flatMap((piece) => piece.names.map(fullName)));
      const twice =
        new Set((youth.guardians ?? []).map(({ name }) => fullName(name).toLowerCase())).size <
        (youth.guardians?.length ?? 0);
      if (!twice) expect(hidden.filter(({ name }) => names.has(fullName(name)))).toEqual([]);
    }
  });
});

it('a shared copy names everybody it is for, and is addressed as the first of them', () => {
  const youth = aYouth({ guardians: [mor(), far({ address: { ...home, lines: ['STORGATA 1'] } })] });

  const [, copy] = lettersFor(youth, sendDay, known).pieces;

  expect(copy).toEqual({ addressee: 'guardians-1-2', isCopy: true, names: [mor().name, far().name], address: home });
});

it('each has the own address on the letter', () => {
  const { pieces } = lettersFor(aYouth({ guardians: [mor(), far({ address: away })] }), sendDay, known);

  expect(pieces.map(({ address }) => address)).toEqual([home, home, away]);
});
