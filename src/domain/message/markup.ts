import { type FieldValues, fieldNamed, type MessageField } from './field.ts';

/** A run of text, or a place where a field goes. */
export type Part =
  | { readonly kind: 'text'; readonly text: string; readonly isStrong: boolean }
  | { readonly kind: 'field'; readonly field: MessageField; readonly isStrong: boolean };

/** What a letter is made of: paragraphs, headings (`# `), lists (`- `); in them `*emphasis*` and `{fields}`. */
export type Block<P = Part> =
  | { readonly kind: 'heading' | 'paragraph'; readonly parts: readonly P[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly P[])[] };

/** A run of text when the fields are filled in. */
export interface Run {
  readonly text: string;
  readonly isStrong: boolean;
}
export type FilledBlock = Block<Run>;

export const markupFaults = ['unknown-field', 'unclosed-field', 'unclosed-emphasis', 'unreadable-sign'] as const;
/** What is wrong in a template's text, on which line. */
export interface MarkupFault {
  readonly code: (typeof markupFaults)[number];
  readonly line: number;
  readonly found: string;
}

export interface Markup {
  readonly blocks: readonly Block[];
  readonly faults: readonly MarkupFault[];
}

/** Reads a template's text. Every fault is collected; what is faulty stays as the letters it is written with. */
export function readMarkup(text: string): Markup {
  const faults: MarkupFault[] = [];
  const blocks: Block[] = [];
  let open: { kind: 'paragraph' | 'list'; lines: Part[][] } | undefined;
  const close = () => {
    if (open?.kind === 'list') blocks.push({ kind: 'list', items: open.lines });
    else if (open) blocks.push({ kind: 'paragraph', parts: joinedLines(open.lines) });
    open = undefined;
  };
  for (const [index, raw] of text.normalize('NFC').split(/\r?\n/).entries()) {
    const line = raw.trim();
    const [, sign = '', rest = line] = /^(#|-) +(.*)$/.exec(line) ?? [];
    if (line === '') close();
    else {
      const parts = readLine(rest, index + 1, faults);
      if (sign === '#') {
        close();
        blocks.push({ kind: 'heading', parts });
        continue;
      }
      const kind = sign === '-' ? 'list' : 'paragraph';
      if (open?.kind !== kind) close();
      open = { kind, lines: [...(open?.lines ?? []), parts] };
    }
  }
  close();
  return { blocks, faults };
}

const joinedLines = (lines: readonly (readonly Part[])[]): readonly Part[] =>
  lines.flatMap((parts, index) =>
    index === 0 ? parts : [{ kind: 'text' as const, text: ' ', isStrong: false }, ...parts],
  );

/** `\` before a sign makes it a plain letter. */
const tokens = /\\([\\*{}])|\{([^{}]*)\}|(\*)|([{}])|([^\\*{}]+|\\)/gu;

function readLine(text: string, line: number, faults: MarkupFault[]): Part[] {
  const parts: Part[] = [];
  let isStrong = false;
  for (const [found, escaped, named, star, brace, plain] of text.matchAll(tokens)) {
    if (star !== undefined) isStrong = !isStrong;
    else if (named !== undefined) {
      const field = fieldNamed(named);
      if (field) parts.push({ kind: 'field', field, isStrong });
      else {
        faults.push({ code: 'unknown-field', line, found });
        parts.push({ kind: 'text', text: found, isStrong });
      }
    } else {
      if (brace !== undefined) faults.push({ code: 'unclosed-field', line, found: text.slice(0, 40) });
      parts.push({ kind: 'text', text: escaped ?? plain ?? found, isStrong });
    }
  }
  if (isStrong) faults.push({ code: 'unclosed-emphasis', line, found: text.slice(0, 40) });
  const sign = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u.exec(text)?.[0];
  if (sign !== undefined) faults.push({ code: 'unreadable-sign', line, found: `U+${hex(sign)}` });
  return parts;
}

const hex = (sign: string): string => (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** The fields a text uses, each once. */
export const fieldsIn = (blocks: readonly Block[]): readonly MessageField[] => [
  ...new Set(
    blocks
      .flatMap((block) => (block.kind === 'list' ? block.items.flat() : block.parts))
      .flatMap((part) => (part.kind === 'field' ? [part.field] : [])),
  ),
];

/** The text with one recipient's values in it. A value is only ever text: it opens no emphasis and no field. */
export function fillBlocks(blocks: readonly Block[], values: FieldValues): readonly FilledBlock[] {
  const fill = (parts: readonly Part[]): readonly Run[] =>
    parts.map((part) => ({ text: part.kind === 'text' ? part.text : values[part.field], isStrong: part.isStrong }));
  return blocks.map((block) =>
    block.kind === 'list'
      ? { kind: 'list', items: block.items.map(fill) }
      : { kind: block.kind, parts: fill(block.parts) },
  );
}

/** Filled blocks as plain text: an SMS, or a preview. */
export const plainText = (blocks: readonly FilledBlock[]): string =>
  blocks
    .map((block) =>
      block.kind === 'list' ? block.items.map((item) => `- ${runsAsText(item)}`).join('\n') : runsAsText(block.parts),
    )
    .join('\n\n');

const runsAsText = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
