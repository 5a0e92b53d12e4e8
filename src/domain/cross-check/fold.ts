/** A name in the form it is compared in: lower case, no accents, and one spelling for what offices write in several ways. */
export function fold(text: string): string {
  return (
    text
      .toLowerCase()
      .normalize('NFD')
      // å and its ring, é and its accent, the Sámi letters č, š, ž: the letter stays, the mark goes.
      .replaceAll(/\p{M}+/gu, '')
      .replaceAll(/[æøłđðþŧŋßıœ]/g, (letter) => plain[letter] ?? letter)
      // Aase, Saether and Bjoern are Åse, Sæther and Bjørn from a machine without Norwegian letters.
      .replaceAll(/aa+|ae/g, 'a')
      .replaceAll(/oe|oo+/g, 'o')
  );
}

const plain: Readonly<Record<string, string>> = {
  æ: 'a',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ŧ: 't',
  ŋ: 'n',
  ß: 'ss',
  ı: 'i',
  œ: 'o',
};

/** The parts of a name, folded: hyphens and spaces divide, apostrophes do not. */
export function nameParts(text: string | undefined): string[] {
  if (text === undefined) return [];
  return fold(text)
    .replaceAll(/['’`´]/g, '')
    .split(/[^\p{L}\p{N}?\uFFFD]+/u)
    .filter((part) => part !== '');
}

/** How a folded name sounds in Norwegian, roughly: Christoffer and Kristofer, Sofie and Sophie, Viktoria and Victoria are one. */
export function soundOf(folded: string): string {
  return folded
    .replaceAll('sch', 'sk')
    .replaceAll(/c(?=[eiy])/g, 's')
    .replaceAll(/ch|ck|c|q/g, 'k')
    .replaceAll('ph', 'f')
    .replaceAll(/th|dt/g, 't')
    .replaceAll('x', 'ks')
    .replaceAll('w', 'v')
    .replaceAll('z', 's')
    .replaceAll(/^(?:hj|gj)/g, 'j')
    .replaceAll(/(?<=.)h/g, '')
    .replaceAll(/(?<=[aeo])j(?![aeiou])|y/g, 'i')
    .replaceAll(/(.)\1+/g, '$1');
}
