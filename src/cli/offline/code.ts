import { type Asked, stop } from '../asked.ts';
import { decideLines } from '../code-decide.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { openInput } from '../read-input.ts';
import { linesOf } from '../streams.ts';

/** `code decide`: one situation a line in, one verdict a line out. A line that cannot be read is an answer too. */
export async function decide(asked: Asked): Promise<ExitCode> {
  const input = await openInput(asked, asked.args[0] ?? '-');
  if (!input.ok) return stop(asked, input.trouble);
  let answered = 0;
  for await (const line of decideLines(linesOf(input.stream), asked.language)) {
    answered += 1;
    await asked.out(asked.json ? line : told(asked, answered, JSON.parse(line)));
  }
  if (answered === 0) asked.say(asked.t('decide.nothing'));
  return exitCodes.ok;
}

/** What `decideLines` writes. */
type Answer =
  | { readonly error: { readonly line: number; readonly at: string; readonly found: string; readonly wanted: string } }
  | {
      readonly error?: undefined;
      readonly verdict: 'allowed' | 'warned' | 'refused';
      readonly code: string | null;
      readonly reportCode: string | null;
      readonly rules: readonly { readonly verdict: string; readonly why: string; readonly source: string }[];
      readonly fits: readonly string[];
    };

const signs: Readonly<Record<string, string>> = { allowed: '+', warned: '!', refused: '-' };

function told({ t }: Asked, number: number, answer: Answer): string {
  if (answer.error) return t('decide.error', answer.error);
  const { verdict, code, reportCode, rules, fits } = answer;
  const head = t('decide.head', {
    number,
    verdict: t(`verdict.${verdict}`),
    code: code ?? '–',
    reportCode: reportCode ?? '–',
  });
  return [
    head,
    ...rules.map((rule) => `  ${signs[rule.verdict] ?? ' '} ${rule.why} (${rule.source})`),
    `  ${t('decide.fits', { codes: fits.length === 0 ? '–' : fits })}`,
  ].join('\n');
}
