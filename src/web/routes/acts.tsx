import { partStates } from '#domain/act/act.ts';
import { type AskedInRun, commandOf, done, notFound, one, oneOf, type Shown, show } from '../asked.ts';
import { ActPage } from '../pages/act/act-page.tsx';
import { ActsPage } from '../pages/act/acts-page.tsx';
import { actWords } from '../pages/act/words.ts';
import { paths } from '../paths.ts';

export async function acts({ c, needs, actor, run }: AskedInRun): Promise<Shown> {
  return show(<ActsPage c={c} acts={await needs.views.acts(actor, run.runId)} />);
}

export async function act({ c, needs, actor, run, params, query }: AskedInRun): Promise<Shown> {
  const page = Math.max(1, Math.trunc(Number(one(query, 'page') ?? 1)) || 1);
  const shown = oneOf(partStates, one(query, 'show'));
  const found = await needs.views.act(actor, run.runId, params.act ?? '', shown, page);
  if (!found) return notFound;
  return show(
    <ActPage c={c} act={found} />,
    found.rows.map((row) => row.caseId),
  );
}

export async function undoAct(asked: AskedInRun): Promise<Shown> {
  const actId = asked.params.act ?? '';
  const outcome = await asked.needs.desk.acts.undo(asked.actor, { commandId: commandOf(asked), actId });
  return done(asked, outcome, paths.act(actId), actWords(asked.c.language)('receipt.undoing'));
}
