import { type UnitId, unitId } from '#domain/ids.ts';
import type { StartChoice } from '#views/answers/start.ts';
import { type AskedSignedIn, commandOf, go, many, one, refusedWith, type Sent, type Shown, show } from '../asked.ts';
import { StartPage } from '../pages/start/start-page.tsx';
import { startWords } from '../pages/start/words.ts';
import { paths } from '../paths.ts';

function choiceFrom(sent: Sent): StartChoice | undefined {
  const template = one(sent, 'template');
  const schoolYear = one(sent, 'year');
  if (template === undefined || schoolYear === undefined) return undefined;
  const units: readonly UnitId[] = many(sent, 'unit').map(unitId);
  return { template, schoolYear, units };
}

export async function start({ c, needs, actor, query }: AskedSignedIn): Promise<Shown> {
  return show(<StartPage c={c} start={await needs.views.start(actor, choiceFrom(query))} />);
}

/** Rolls the same choice again; a plan with errors is refused by the desk. */
export async function startYear(asked: AskedSignedIn): Promise<Shown> {
  const { c, needs, actor, body } = asked;
  const choice = choiceFrom(body);
  const answer = await needs.views.start(actor, choice);
  if (!answer.inputs || !choice) return go(paths.start);
  const outcome = await needs.desk.runs.start(actor, {
    commandId: commandOf(asked),
    inputs: answer.inputs,
    title: choice.schoolYear,
    now: needs.now(),
  });
  if (!outcome.ok) return refusedWith(outcome.refusals);
  return go(paths.year, startWords(c.language)('receipt.started'));
}
