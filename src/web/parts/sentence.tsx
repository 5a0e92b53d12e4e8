import type { ComponentChildren } from 'preact';

/** A sentence with elements in its holes: the text is spoken without those facts, so that their `{name}` is still there. */
export function Sentence({ text, parts }: { text: string; parts: Readonly<Record<string, ComponentChildren>> }) {
  const pieces = text.split(/\{(\w+)\}/);
  return <>{pieces.map((piece, index) => (index % 2 === 0 ? piece : parts[piece]))}</>;
}
