import { createHash } from 'node:crypto';
import { setImmediate as letOthersIn } from 'node:timers/promises';
import { deflateSync } from 'node:zlib';
import { type PdfObject, readPdf } from './pdf-file.ts';

/** Others in the process get a turn each time so many files have been laid on the pile. */
const atOnce = 25;

/**
 * The pages of all the files as one file, for paper: without tags and bookmarks, and with what the files have alike kept once. It is
 * made in memory, so that no letter lies about in a folder, and the same files give the same bytes.
 */
export async function pileOf(files: readonly Uint8Array[]): Promise<Uint8Array> {
  const pile = emptyPile();
  for (const [index, file] of files.entries()) {
    pile.lay(file);
    if (index % atOnce === atOnce - 1) await letOthersIn();
  }
  return pile.bytes();
}

/** The first two objects are the file's root and the list of its pages. */
const [root, list] = [1, 2];

function emptyPile() {
  const objects: Buffer[] = [];
  const known = new Map<string, number>();
  const pages: number[] = [];

  const add = (body: Buffer): number => objects.push(body) + list;
  function once(body: Buffer): number {
    const key = createHash('sha1').update(body).digest('base64');
    const there = known.get(key) ?? add(body);
    known.set(key, there);
    return there;
  }

  function lay(bytes: Uint8Array): void {
    const file = readPdf(bytes);
    const kept = new Map<number, number>();
    const moved = (number: number): number => {
      const before = kept.get(number);
      if (before !== undefined) return before;
      const now = once(packed(file.object(number), moved));
      kept.set(number, now);
      return now;
    };
    for (const page of file.pages) {
      const { told } = file.object(page);
      const bare = told.replace(/\/Parent \d+ 0 R/, '').replace(/\/StructParents \d+/, '');
      pages.push(add(Buffer.from(withRefs(bare, moved).replace('<<', `<<\n  /Parent ${list} 0 R`), 'latin1')));
    }
  }

  return { lay, bytes: () => fileOf(objects, pages) };
}

const [begin, end] = [Buffer.from('\nstream\n'), Buffer.from('\nendstream')];

/** An object with the numbers of this file; what was written in the clear is compressed. */
function packed({ told, stream }: PdfObject, moved: (number: number) => number): Buffer {
  const here = withRefs(told, moved);
  if (!stream) return Buffer.from(here, 'latin1');
  if (here.includes('/Filter')) return Buffer.concat([Buffer.from(here, 'latin1'), begin, stream, end]);
  const small = deflateSync(stream);
  const said = here.replace(/\/Length \d+/, `/Length ${small.length}\n  /Filter /FlateDecode`);
  return Buffer.concat([Buffer.from(said, 'latin1'), begin, small, end]);
}

const withRefs = (told: string, moved: (number: number) => number): string =>
  told.replaceAll(/(\d+) 0 R/g, (_, number: string) => `${moved(Number(number))} 0 R`);

function fileOf(objects: readonly Buffer[], pages: readonly number[]): Uint8Array {
  const kids = pages.map((page) => `${page} 0 R`).join(' ');
  const all = [
    Buffer.from(`<<\n  /Type /Catalog\n  /Pages ${list} 0 R\n>>`),
    Buffer.from(`<<\n  /Type /Pages\n  /Count ${pages.length}\n  /Kids [${kids}]\n>>`),
    ...objects,
  ];
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n%\x80\x80\x80\x80\n', 'latin1')];
  const whole = createHash('sha1');
  const places: string[] = ['0000000000 65535 f\r\n'];
  let place = parts[0]?.length ?? 0;
  for (const [index, body] of all.entries()) {
    const head = Buffer.from(`${index + 1} 0 obj\n`);
    parts.push(head, body, after);
    whole.update(body);
    places.push(`${String(place).padStart(10, '0')} 00000 n\r\n`);
    place += head.length + body.length + after.length;
  }
  const id = whole.digest('hex').slice(0, 32);
  const trailer = `trailer\n<<\n  /Size ${places.length}\n  /Root ${root} 0 R\n  /ID [<${id}> <${id}>]\n>>`;
  parts.push(Buffer.from(`xref\n0 ${places.length}\n${places.join('')}${trailer}\nstartxref\n${place}\n%%EOF\n`));
  return Buffer.concat(parts);
}

const after = Buffer.from('\nendobj\n');
