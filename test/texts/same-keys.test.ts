import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../src/texts/', import.meta.url);
const read = (language: string, file: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`${language}/${file}`, root), 'utf8'));
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((hole) => hole[1]).sort();

describe.each(readdirSync(new URL('nb/', root)))('%s', (file) => {
  it.each(['nn', 'en'])('says everything in %s that it says in bokmål, with the same facts', (language) => {
    const nb = read('nb', file);
    const other = read(language, file);

    expect(Object.keys(other).sort()).toEqual(Object.keys(nb).sort());
    for (const [key, text] of Object.entries(nb)) {
      expect(other[key], `${language}/${file} ${key}`).not.toBe('');
      expect(holes(other[key] ?? ''), `${language}/${file} ${key}`).toEqual(holes(text));
    }
  });
});
