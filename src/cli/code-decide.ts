import { type Decision, decide } from '#domain/coding/decide.ts';
import { type CodingSettings, defaultSettings } from '#domain/coding/rule.ts';
import type { Language } from '#domain/language.ts';
import { whyOf } from '#texts/coding.ts';
import { readSituation, type SituationFault, shown } from './read-situation.ts';

/**
 * One situation a line in, one verdict a line out, in the same order. Blank lines are skipped; a line that cannot be read answers
 * `{"error":{line,at,found,wanted}}` (with `more` when several things are wrong) and the next one goes on.
 */
export async function* decideLines(
  lines: AsyncIterable<string>,
  language: Language = 'nb',
  settings: CodingSettings = defaultSettings,
): AsyncIterable<string> {
  let number = 0;
  for await (const raw of lines) {
    number += 1;
    const text = raw.replace(/^\uFEFF/, '').trim();
    if (text !== '') yield JSON.stringify(answerTo(text, number, language, settings));
  }
}

function answerTo(text: string, line: number, language: Language, settings: CodingSettings): unknown {
  const json = parsed(text);
  if (json === notJson) {
    return errorAt(line, [{ at: '', found: shown(text), wanted: 'one JSON object on the line' }]);
  }
  const read = readSituation(json.value);
  return read.ok ? answerIn(language, decide(read.situation, settings)) : errorAt(line, read.faults);
}

const notJson = Symbol('not JSON');

function parsed(text: string): { readonly value: unknown } | typeof notJson {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return notJson;
  }
}

/** The verdict as the outside sees it, field by field. */
function answerIn(language: Language, decision: Decision): unknown {
  return {
    verdict: decision.verdict,
    code: decision.code,
    reportCode: decision.reportCode,
    mainGroup: decision.mainGroup,
    targetGroup: decision.targetGroup,
    rules: decision.rules.map((finding) => ({
      id: finding.id,
      verdict: finding.verdict,
      why: whyOf(language, finding),
      source: finding.source,
    })),
    fits: decision.fits,
  };
}

function errorAt(line: number, [first, ...more]: readonly SituationFault[]): unknown {
  return { error: { line, ...first, ...(more.length > 0 ? { more } : {}) } };
}
