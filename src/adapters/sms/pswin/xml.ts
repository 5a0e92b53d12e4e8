/** An element with its text or its elements; PSWin's documents have neither attributes nor mixed text that matters. */
export interface Element {
  readonly name: string;
  readonly text: string;
  readonly children: readonly Element[];
}

export const textOf = ({ children }: Element, name: string): string =>
  children.find((child) => child.name === name)?.text ?? '';
export const childrenOf = (element: Element | undefined, name: string): readonly Element[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** Reads a small document: elements, text, references, CDATA. No entities of its own, nothing fetched; undefined where it does not add up. */
export function readXml(document: string): Element | undefined {
  // A document type may name an outside file or swell by entities of its own: it is passed over, and its entities stay unknown.
  const body = document.replace(/^\uFEFF?\s*(<\?[^>]*\?>)?\s*(<!DOCTYPE[^[\]>]*>)?/, '');
  const root = { name: '', text: '', children: [] as Open[] };
  const open: Open[] = [root];
  for (const [token, cdata, closing, name, ending] of body.matchAll(tokens)) {
    const current = open.at(-1);
    if (!current) return undefined;
    if (cdata !== undefined) current.text += cdata;
    else if (name === undefined) {
      if (token.startsWith('<!--')) continue;
      const text = readReferences(token);
      if (text === undefined) return undefined;
      current.text += text;
    } else if (closing === '/') {
      if (current.name !== name || open.length === 1) return undefined;
      open.pop();
    } else {
      const element = { name, text: '', children: [] };
      current.children.push(element);
      if (ending !== '/') open.push(element);
      if (open.length > deepest) return undefined;
    }
  }
  return open.length === 1 && root.children.length === 1 ? root.children[0] : undefined;
}

interface Open {
  readonly name: string;
  text: string;
  readonly children: Open[];
}

const deepest = 10;
// A name is taken whole or not at all: without the look ahead a megabyte of one letter would be tried at every length.
const tokens = /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<(\/?)([A-Za-z][\w.-]*)(?![\w.-])[^<>]*?(\/?)>|[^<]+|</g;
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Undefined where a reference stands for nothing known, or a lone `<` came. */
function readReferences(text: string): string | undefined {
  if (text === '<') return undefined;
  let known = true;
  const read = text.replaceAll(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));?/g, (_all, hex, decimal, name) => {
    const code = hex !== undefined ? Number.parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : -1;
    if (code >= 0 && code <= 0x10ffff) return String.fromCodePoint(code);
    const letter = named[String(name)];
    known &&= letter !== undefined;
    return letter ?? '';
  });
  return known ? read : undefined;
}

/** Text as it stands in a document of ISO-8859-1; what that has no byte for is written as a number. */
export const written = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
    .replaceAll(/[^\x20-\x7e\xa0-\xff]/gu, (letter) => `&#${letter.codePointAt(0)};`);
