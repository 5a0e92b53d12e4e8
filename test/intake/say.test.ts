import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import { sayFault, sayNote, sayRefusal } from '#texts/intake.ts';
import nb from '#texts/nb/intake.json' with { type: 'json' };

const root = new URL('../../src/', import.meta.url);
const sources = ['intake/', 'intake/table/', 'intake/people/', 'intake/feed/', 'domain/intake/', 'domain/person/']
  .flatMap((folder) =>
    readdirSync(new URL(folder, root))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(new URL(folder + name, root), 'utf8')),
  )
  .join('\n');

describe('every code the intake can give has words', () => {
  const codes = [...new Set([...sources.matchAll(/'intake\.([\w.]+)'/g)].map(([, code]) => code ?? ''))];

  it.each(codes)('%s', (code) => expect(Object.keys(nb)).toContain(code));
});

describe.each(languages)('in %s', (language) => {
  it('a fault says where, what stood there and what was wanted', () => {
    const said = sayFault(language, {
      code: 'intake.nationalId.length',
      place: 'A7',
      row: 7,
      column: 'A Fnr',
      found: '08****',
      facts: { digits: 6 },
    });

    expect(said).toMatchObject({ row: 7, column: 'A Fnr', place: 'A7', found: '08****' });
    expect(said.wanted).toMatch(/11 .*6/);
  });

  it('a refusal and a note are whole sentences without holes', () => {
    expect(
      sayRefusal(language, {
        code: 'intake.table.missingColumns',
        facts: { missing: ['nationalId', 'name'], headings: ['Kode'] },
      }),
    ).not.toMatch(/[{}]|nationalId/);
    expect(sayNote(language, { code: 'intake.note.leadingZeroRestored', row: 9, column: 'A Fnr' })).toMatch(
      /9, A Fnr: /,
    );
    expect(sayNote(language, { code: 'intake.note.totalsRow', row: 9 })).toMatch(/^\D+9 /);
  });
});
