/** The name as it stands in logins and mail addresses: a–z only. */
export function asciiOf(name: string): string {
  return withoutNorwegianLetters(name)
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll(/[^a-z]/g, '');
}

/** How machines without Norwegian letters write a name: Åse becomes Aase, Bjørn becomes Bjoern. */
export function withoutNorwegianLetters(name: string): string {
  return name.replaceAll(/[æøåÆØÅ]/g, (letter) => written[letter] ?? letter);
}

const written: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa', Æ: 'Ae', Ø: 'Oe', Å: 'Aa' };
