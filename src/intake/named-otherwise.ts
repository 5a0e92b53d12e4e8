import type { Note } from './fault.ts';

export type ListFormat = 'vigo-feed' | 'xlsx' | 'csv';

const extensions: Readonly<Record<ListFormat, RegExp>> = {
  xlsx: /^(xlsx|xlsm)?$/i,
  csv: /^(csv|txt|tsv)?$/i,
  'vigo-feed': /^(json|txt)?$/i,
};

/** A file whose name promises another format than its bytes hold is read all the same, and told. */
export function namedOtherwise(name: string, format: ListFormat): readonly Note[] {
  const [, extension = ''] = /\.(xlsx|xlsm|xls|csv|txt|tsv|json|pdf|docx?)$/i.exec(name) ?? [];
  if (extensions[format].test(extension)) return [];
  return [{ code: 'intake.note.otherExtension', facts: { name: `*.${extension.toLowerCase()}`, format } }];
}
