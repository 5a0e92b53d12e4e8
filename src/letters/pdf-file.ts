/** One object of a PDF file: its dictionary as text, and the bytes of its stream where it has one. */
export interface PdfObject {
  readonly told: string;
  readonly stream?: Uint8Array;
}

/** A PDF file as our renderer writes it: a plain table of where each object lies, and no object inside another. */
export interface PdfFile {
  readonly object: (number: number) => PdfObject;
  /** The numbers of the pages' objects, in order. */
  readonly pages: readonly number[];
}

/** Anything but a file of our renderer's is a mistake of ours, and throws. */
export function readPdf(bytes: Uint8Array): PdfFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const places = placesIn(file);
  const object = (number: number): PdfObject => objectAt(file, places, number);
  const end = file.subarray(file.lastIndexOf('trailer')).toString('latin1');
  const root = object(refIn(end, 'Root')).told;
  return { object, pages: kidsOf(object, refIn(root, 'Pages')) };
}

/** Where each object begins, by its number; nothing where there is none. */
function placesIn(file: Buffer): readonly (number | undefined)[] {
  const said = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.subarray(-64).toString('latin1'));
  const table = file.subarray(Number(said?.[1] ?? file.length), file.lastIndexOf('trailer')).toString('latin1');
  if (!/^xref\s+0 /.test(table)) throw new Error('a letter is no PDF file of our renderer');
  return [...table.matchAll(/(\d{10}) \d{5} ([nf])/g)].map(([, place, kind]) =>
    kind === 'n' ? Number(place) : undefined,
  );
}

function objectAt(file: Buffer, places: readonly (number | undefined)[], number: number): PdfObject {
  const from = places[number];
  if (from === undefined) throw new Error('a letter lacks one of its own parts');
  const ended = file.indexOf('endobj', from);
  const begun = file.indexOf('\nstream\n', from);
  const isStream = begun >= 0 && begun < ended;
  const told = file.toString('latin1', file.indexOf('obj', from) + 4, isStream ? begun : ended).trim();
  if (!isStream) return { told };
  const length = Number(/\/Length (\d+)/.exec(told)?.[1]);
  return { told, stream: file.subarray(begun + 8, begun + 8 + length) };
}

function refIn(told: string, name: string): number {
  const found = new RegExp(`/${name} (\\d+) 0 R`).exec(told);
  if (!found) throw new Error(`a letter says nothing of its ${name}`);
  return Number(found[1]);
}

function kidsOf(object: PdfFile['object'], tree: number): readonly number[] {
  const { told } = object(tree);
  if (!told.includes('/Kids')) return [tree];
  const kids = /\/Kids \[([^\]]*)\]/.exec(told)?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => kidsOf(object, Number(kid)));
}
