import { type IntakeId, intakeId } from '#domain/ids.ts';
import type { Fault } from '#domain/outcome.ts';
import { intakeKinds } from '#views/answers/intake.ts';
import {
  type AskedInRun,
  commandOf,
  done,
  go,
  notFound,
  one,
  oneOf,
  refusedWith,
  type Shown,
  show,
  showAgain,
} from '../asked.ts';
import { columnsIn } from '../list-columns.ts';
import { IntakePage } from '../pages/intake/intake-page.tsx';
import { IntakesPage } from '../pages/intake/intakes-page.tsx';
import { intakeWords } from '../pages/intake/words.ts';
import { paths } from '../paths.ts';

const idOf = ({ params }: AskedInRun): IntakeId => intakeId(params.intake ?? '');
const shownKinds = [...intakeKinds, 'faults'] as const;

export async function intakes({ c, needs, actor, run }: AskedInRun): Promise<Shown> {
  return show(<IntakesPage c={c} intakes={await needs.views.intakes(actor, run.runId)} />);
}

/** Reads the file and shows what it would do; nothing is changed yet. */
export async function receiveIntake(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, run, file } = asked;
  const columns = columnsIn(one(asked.body, 'columns') ?? '');
  const wrong: readonly (readonly [boolean, string, string])[] = [
    [!file || file.bytes.length === 0, 'file', 'web.intake.noFile'],
    [columns === undefined, 'columns', 'web.crossCheck.columns'],
  ];
  const faults: readonly Fault[] = wrong.flatMap(([is, place, code]) => (is ? [{ place, code, found: '' }] : []));
  if (!file || !columns || faults.length > 0) {
    const answer = await needs.views.intakes(actor, run.runId);
    return showAgain(<IntakesPage c={c} intakes={answer} faults={faults} />);
  }
  const declared = Number(one(asked.body, 'declared') ?? Number.NaN);
  const sheet = one(asked.body, 'sheet')?.trim() ?? '';
  const outcome = await needs.desk.intakes.receive(actor, {
    commandId: commandOf(asked),
    runId: run.runId,
    fileName: file.name,
    bytes: file.bytes,
    readAs: { columns, ...(sheet === '' ? {} : { sheet }) },
    ...(Number.isInteger(declared) && declared >= 0 ? { declared } : {}),
  });
  if (!outcome.ok) return refusedWith(outcome.refusals);
  const { intakeId: received, already } = outcome.value;
  const receipt = intakeWords(c.language)(already ? 'receipt.repeat' : 'receipt.previewed');
  return go(paths.intake(intakeId(received)), receipt);
}

export async function intake(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, run, query } = asked;
  const shown = oneOf(shownKinds, one(query, 'show'));
  const page = Math.max(1, Math.trunc(Number(one(query, 'page') ?? 1)) || 1);
  const answer = await needs.views.intake(actor, run.runId, idOf(asked), shown, page);
  if (!answer) return notFound;
  const names = answer.rows.length + answer.faults.length > 0;
  return show(<IntakePage c={c} intake={answer} />, names ? [answer.intakeId] : []);
}

const acts = ['approve', 'apply', 'undo', 'reject'] as const;

export async function actOnIntake(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, run } = asked;
  const act = oneOf(acts, asked.params.act);
  if (!act) return notFound;
  const wish = { commandId: commandOf(asked), runId: run.runId, intakeId: idOf(asked) };
  const outcome = await needs.desk.intakes[act](actor, wish);
  return done(asked, outcome, paths.intake(idOf(asked)), intakeWords(c.language)(`receipt.${act}`));
}
