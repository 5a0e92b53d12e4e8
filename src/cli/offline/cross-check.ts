import type { Refusal } from '#domain/outcome.ts';
import { sayRefusal } from '#texts/intake.ts';
import { aligned } from '../align.ts';
import { type Asked, misused, stop, textOf } from '../asked.ts';
import { type MatchedFile, matchFiles } from '../cross-check-match.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { readInput } from '../read-input.ts';
import { knows } from '../words.ts';

/** `cross-check match`: who of a register is on a list, one pair a line. */
export async function match(asked: Asked): Promise<ExitCode> {
  const paths = { register: textOf(asked, 'register') ?? '', list: textOf(asked, 'list') ?? '' };
  if (paths.register === '-' && paths.list === '-') return misused(asked, 'match.oneStdin');
  const register = await readInput(asked, paths.register);
  if (!register.ok) return stop(asked, register.trouble);
  const list = await readInput(asked, paths.list);
  if (!list.ok) return stop(asked, list.trouble);
  const matched = await matchFiles(
    withSheet(register, textOf(asked, 'registerSheet')),
    withSheet(list, textOf(asked, 'listSheet')),
  );
  if (!matched.ok) {
    const [first, ...more] = matched.refusals.map((refusal) => troubleOf(asked, refusal, paths));
    return stop(asked, { exit: exitCodes.unreadable, ...(first ?? { code: 'cli', text: '' }), more });
  }
  for (const line of asked.json ? matched.value : table(asked, matched.value)) await asked.out(line);
  return exitCodes.ok;
}

const withSheet = ({ bytes, name }: MatchedFile, sheet: string | undefined): MatchedFile => ({
  bytes,
  name,
  ...(sheet === undefined ? {} : { sheet }),
});

const troubleOf = ({ language }: Asked, refusal: Refusal, paths: Readonly<Record<string, string>>) => ({
  code: refusal.code,
  at: paths[String(refusal.facts?.file)] ?? '',
  text: sayRefusal(language, refusal),
});

/** What `matchFiles` writes. */
interface Line {
  readonly register: number;
  readonly list: number;
  readonly band: 'certain' | 'possible';
  readonly score: number;
  readonly agrees: readonly string[];
  readonly disagrees: readonly string[];
}

function table({ t }: Asked, lines: readonly string[]): readonly string[] {
  const pairs = lines.map((line): Line => JSON.parse(line));
  const word = (name: string) => {
    const key = `field.${name}`;
    return knows(key) ? t(key) : name;
  };
  const fields = (names: readonly string[]) => names.map(word).join(', ');
  const headings = (['register', 'list', 'band', 'score', 'agrees', 'disagrees'] as const).map((name) =>
    t(`match.${name}`),
  );
  const rows = pairs.map(({ register, list, band, score, agrees, disagrees }) => [
    ...[String(register), String(list), t(`band.${band}`), String(score)],
    ...[fields(agrees), fields(disagrees)],
  ]);
  const count = (band: Line['band']) => pairs.filter((pair) => pair.band === band).length;
  return [
    ...(rows.length > 0 ? [...aligned(headings, rows), ''] : []),
    t('match.count', { certain: count('certain'), possible: count('possible') }),
  ];
}
