import type { Language } from '#domain/language.ts';
import type { Fault, Refusal } from '#domain/outcome.ts';
import type { Note, PlacedFault } from '#intake/fault.ts';
import en from './en/intake.json' with { type: 'json' };
import nb from './nb/intake.json' with { type: 'json' };
import nn from './nn/intake.json' with { type: 'json' };
import { speakers } from './text.ts';

const { speak, knows } = speakers({ nb, nn, en });

/** A fault as a person reads it: where, what stood there, what was wanted. */
export interface SaidFault {
  readonly row?: number;
  readonly column?: string;
  readonly place: string;
  readonly found: string;
  readonly wanted: string;
}

/** Puts a fault of the intake into words. */
export function sayFault(language: Language, fault: Fault | PlacedFault): SaidFault {
  const row = 'row' in fault ? fault.row : undefined;
  const column = 'column' in fault ? fault.column : undefined;
  return {
    ...(row !== undefined && { row }),
    ...(column !== undefined && { column }),
    place: fault.place,
    found: fault.found === '' ? speak(language, 'found.nothing') : fault.found,
    wanted: say(language, fault),
  };
}

/** Puts a note into words, with its row in front where it has one. */
export function sayNote(language: Language, note: Note): string {
  const { row, column } = note;
  const said = say(language, { ...note, facts: { ...note.facts, row: row ?? 0 } });
  if (row === undefined || said.includes(String(row))) return said;
  const place =
    column === undefined ? speak(language, 'place.row', { row }) : speak(language, 'place.cell', { row, column });
  return `${place}: ${said}`;
}

/** Puts a refusal of a file, or a reason for approval, into words. */
export function sayRefusal(language: Language, refusal: Refusal): string {
  return say(language, refusal);
}

function say(language: Language, { code, facts = {} }: Pick<Refusal, 'code' | 'facts'>): string {
  const key = code.replace(/^intake\./, '');
  if (!knows(key)) return speak(language, 'unknown', { code });
  const { missing } = facts;
  if (!Array.isArray(missing)) return speak(language, key, facts);
  const words = missing.map((field: string) =>
    field === 'name' || field === 'nationalId' ? speak(language, `wanted.${field}`) : field,
  );
  return speak(language, key, { ...facts, missing: words });
}
