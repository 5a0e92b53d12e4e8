import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromGsm, gsmCodes, toGsm } from '#domain/sms/alphabet.ts';
import { smsSize } from '#domain/sms/segments.ts';

describe('what a text costs as SMS', () => {
  it.each([
    ['', 'gsm-7', 0, 1],
    ['Hei', 'gsm-7', 3, 1],
    ['æøå ÆØÅ', 'gsm-7', 7, 1],
    ['a'.repeat(160), 'gsm-7', 160, 1],
    ['a'.repeat(161), 'gsm-7', 161, 2],
    ['a'.repeat(306), 'gsm-7', 306, 2],
    ['a'.repeat(307), 'gsm-7', 307, 3],
    ['€', 'gsm-7', 2, 1],
    ['€'.repeat(80), 'gsm-7', 160, 1],
    ['€'.repeat(81), 'gsm-7', 162, 2],
    [`${'a'.repeat(159)}€`, 'gsm-7', 161, 2],
    ['á', 'ucs-2', 1, 1],
    ['à', 'gsm-7', 1, 1],
    ['š'.repeat(70), 'ucs-2', 70, 1],
    ['š'.repeat(71), 'ucs-2', 71, 2],
    ['š'.repeat(134), 'ucs-2', 134, 2],
    ['š'.repeat(135), 'ucs-2', 135, 3],
    ['😀', 'ucs-2', 2, 1],
    ['😀'.repeat(35), 'ucs-2', 70, 1],
    ['😀'.repeat(36), 'ucs-2', 72, 2],
    ['😀'.repeat(67), 'ucs-2', 134, 3],
  ])('%#: %s', (text, alphabet, units, parts) => {
    const size = smsSize(text);

    expect({ alphabet: size.alphabet, units: size.units, parts: size.parts.length }).toEqual({
      alphabet,
      units,
      parts,
    });
  });

  it('cuts neither a letter of two places nor an emoji in two', () => {
    const euros = smsSize(`${'a'.repeat(152)}€${'b'.repeat(20)}`);
    const smiles = smsSize(`${'š'.repeat(66)}😀${'ž'.repeat(20)}`);

    expect(euros.parts.map((part) => part.length)).toEqual([152, 21]);
    expect(smiles.parts[0]).toHaveLength(66);
    expect(smiles.parts[1]?.startsWith('😀')).toBe(true);
  });

  it('names the letters that make every sign cost two bytes, each once', () => {
    expect(smsSize('Boađe «min» lusa, đat – ŋ').dear).toEqual(['đ', '«', '»', '–', 'ŋ']);
  });

  it('loses nothing: the parts joined are the text, each within its room', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const { parts, alphabet } = smsSize(text);
        expect(parts.join('')).toBe(text);
        const most = alphabet === 'gsm-7' ? (parts.length > 1 ? 153 : 160) : parts.length > 1 ? 67 : 70;
        for (const part of parts) {
          const used = alphabet === 'gsm-7' ? [...part].flatMap(gsmCodes).length : part.length;
          expect(used).toBeLessThanOrEqual(most);
          expect(part).not.toMatch(/\p{Surrogate}/u);
        }
      }),
    );
  });

  it('reads back what it wrote in the phone network’s own alphabet', () => {
    const text = 'Åse skreiv: 50 € {ja} [nei] ~ ^ | \\ @ £ § æøåÆØÅ\nΩ';
    const bytes = toGsm(text);

    expect(bytes && fromGsm(bytes)).toBe(text);
    expect(toGsm('š')).toBeUndefined();
  });
});
