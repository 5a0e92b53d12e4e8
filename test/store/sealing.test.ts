import { describe, expect, it } from 'vitest';
import { type StoreKeys, sealingWith } from '#store/sealing.ts';

const key = (id: string, fill: number) => ({ id, key: new Uint8Array(32).fill(fill) });
const keys: StoreKeys = { current: key('2026', 1), older: [], index: new Uint8Array(32).fill(9) };

describe('what is sealed', () => {
  it('opens to what it was: texts, bytes, and JSON', () => {
    const { seal, open, sealBytes, openBytes, sealJson, openJson } = sealingWith(keys);

    expect(open(seal('Æ ikke for alle'))).toBe('Æ ikke for alle');
    expect([...openBytes(sealBytes(new Uint8Array([0, 255, 7])))]).toEqual([0, 255, 7]);
    expect(openJson(sealJson({ rows: [1, 'å'] }))).toEqual({ rows: [1, 'å'] });
  });

  it('cannot be read, and is another each time', () => {
    const { seal } = sealingWith(keys);
    const [one, other] = [seal('15810812345'), seal('15810812345')];

    expect(one).not.toBe(other);
    expect(Buffer.from(one, 'base64').toString('latin1')).not.toContain('15810812345');
  });

  it('still opens after the key was changed, and is sealed by the new one from then on', () => {
    const before = sealingWith(keys);
    const after = sealingWith({ ...keys, current: key('2027', 2), older: [keys.current] });

    expect(after.open(before.seal('x'))).toBe('x');
    expect(() => before.open(after.seal('x'))).toThrow('no key called 2027');
  });

  it('does not open when a byte of it was changed', () => {
    const { sealBytes, openBytes } = sealingWith(keys);
    const sealed = sealBytes(new Uint8Array([1, 2, 3]));
    const changed = Uint8Array.from(sealed, (byte, at) => (at === sealed.length - 20 ? byte ^ 1 : byte));

    expect(() => openBytes(changed)).toThrow();
  });

  it('is refused a key of another length', () => {
    expect(() => sealingWith({ ...keys, current: { id: 'x', key: new Uint8Array(16) } })).toThrow('16 bytes');
  });
});

describe('the blind index', () => {
  it('is the same for a number under one key, and another under another', () => {
    const { blindIndex } = sealingWith(keys);
    const other = sealingWith({ ...keys, index: new Uint8Array(32).fill(8) });

    expect(blindIndex('15810812345')).toBe(blindIndex('15810812345'));
    expect(blindIndex('15810812345')).not.toBe(blindIndex('15810812346'));
    expect(blindIndex('15810812345')).not.toBe(other.blindIndex('15810812345'));
  });

  it('does not change with the key that seals', () => {
    const rotated = sealingWith({ ...keys, current: key('2027', 2), older: [keys.current] });

    expect(rotated.blindIndex('15810812345')).toBe(sealingWith(keys).blindIndex('15810812345'));
  });
});
