import { fold } from './fold.ts';

/** An address as it is compared: the street without its ending's many spellings, and the house. */
export interface Street {
  readonly name: string;
  /** Number with letter, `12b`; empty where none is written. */
  readonly house: string;
}

/** Reads the street out of an address line: flat numbers, c/o, postcode and place after a comma are left out. */
export function readStreet(address: string | undefined): Street | undefined {
  if (address === undefined) return undefined;
  for (const piece of address.split(/[,;\n]/)) {
    const text = piece.trim();
    if (text === '' || /^(?:c\/o|v\/|h0\d{3}|[hulk]\d{4}|\d{4}\s+\p{L})/iu.test(text)) continue;
    const found = /^(.*?)\s*(\d+)\s*([a-z])?(?:\s+[hulk]\d{4})?$/iu.exec(text);
    const name = ending(fold(found?.[1] ?? text));
    if (name !== '') return { name, house: found ? `${Number(found[2])}${(found[3] ?? '').toLowerCase()}` : '' };
  }
  return undefined;
}

/** Storgata, Storgaten, Storgt. and Stor gate are one street; so are Skolevegen, Skoleveien and Skolev. */
function ending(folded: string): string {
  return folded
    .replaceAll(/[^a-z0-9]/g, '')
    .replace(/(?:vegen|veien|veg|vei|vn|vg|v)$/, 'v')
    .replace(/(?:gaten|gata|gate|gt|g)$/, 'g');
}
