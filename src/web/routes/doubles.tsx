import { type AskedInRun, commandOf, done, go, one, refusedWith, type Shown, show } from '../asked.ts';
import { DoublesPage } from '../pages/doubles/doubles-page.tsx';
import { doublesWords } from '../pages/doubles/words.ts';
import { number } from '../parts/numbers.ts';
import { paths } from '../paths.ts';

export async function doubles({ c, needs, actor, run }: AskedInRun): Promise<Shown> {
  const found = await needs.views.doubles(actor, run.runId, run.today);
  const seen = [
    ...found.pairs.flatMap(({ one: first, other }) => [first.caseId, other.caseId]),
    ...found.merges.map(({ caseId }) => caseId),
    ...found.across.map(({ caseId }) => caseId),
  ];
  return show(<DoublesPage c={c} doubles={found} />, seen);
}

export async function searchDoubles({ c, needs, actor, run }: AskedInRun): Promise<Shown> {
  const outcome = await needs.desk.doubles.search(actor, { runId: run.runId });
  if (!outcome.ok) return refusedWith(outcome.refusals);
  const { youths, pairs } = outcome.value;
  const t = doublesWords(c.language);
  return go(paths.doubles, t('receipt.searched', { n: number(c.language, youths), pairs: number(c.language, pairs) }));
}

const pairIn = (asked: AskedInRun) => ({
  commandId: commandOf(asked),
  keep: one(asked.body, 'keep') ?? '',
  away: one(asked.body, 'away') ?? '',
});

export async function mergeDoubles(asked: AskedInRun): Promise<Shown> {
  const outcome = await asked.needs.desk.doubles.merge(asked.actor, pairIn(asked));
  return done(asked, outcome, paths.doubles, doublesWords(asked.c.language)('receipt.merged'));
}

export async function keepDoublesApart(asked: AskedInRun): Promise<Shown> {
  const outcome = await asked.needs.desk.doubles.keepApart(asked.actor, pairIn(asked));
  return done(asked, outcome, paths.doubles, doublesWords(asked.c.language)('receipt.apart'));
}

export async function undoMerge(asked: AskedInRun): Promise<Shown> {
  const outcome = await asked.needs.desk.doubles.part(asked.actor, {
    commandId: commandOf(asked),
    mergeId: one(asked.body, 'merge') ?? '',
  });
  return done(asked, outcome, paths.doubles, doublesWords(asked.c.language)('receipt.parted'));
}
