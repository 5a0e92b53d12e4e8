import { describe, expect, it } from 'vitest';
import { statementNames } from '#store/statement-names.ts';

/** The name a text has by the second time. */
function named(nameOf: (text: string) => string | undefined, text: string) {
  nameOf(text);
  return nameOf(text);
}

describe('the name by which a connection keeps a statement’s plan', () => {
  it('comes with the second time a text is asked, and stays', () => {
    const nameOf = statementNames();

    expect(nameOf('select 1')).toBeUndefined();
    const name = nameOf('select 1');
    expect(name).toBeDefined();
    expect(nameOf('select 1')).toBe(name);
  });

  it('is another for each text', () => {
    const nameOf = statementNames();
    const names = ['select 1', 'select 2', 'select 3'].map((text) => named(nameOf, text));

    expect(new Set(names).size).toBe(3);
  });

  it('is given to no more than a connection can hold, and to no list of any length', () => {
    const nameOf = statementNames();
    const names = Array.from({ length: 1_000 }, (_, n) => named(nameOf, `select ${n}`));
    const list = `select ${'$1, '.repeat(5_000)}`;

    expect(names.filter((name) => name !== undefined)).toHaveLength(300);
    expect(named(nameOf, list)).toBeUndefined();
  });
});
