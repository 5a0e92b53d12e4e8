import { parseDay } from '#domain/calendar/day.ts';
import { returnReceivers } from '#domain/youth/return-to-vigo.ts';
import { returnsTable } from '#texts/queue-tables.ts';
import type { Shown } from '../asked.ts';
import { type AskedInRun, commandOf, go, many, one, oneOf, refusedWith, show, showAgain, workbook } from '../asked.ts';
import { ReturnsPage } from '../pages/returns/returns-page.tsx';
import { returnsWords } from '../pages/returns/words.ts';
import { number } from '../parts/numbers.ts';
import { paths } from '../paths.ts';

const look = ({ needs, actor, run }: AskedInRun) => needs.views.returns(actor, run.runId, run.today);

export async function returns(asked: AskedInRun): Promise<Shown> {
  const found = await look(asked);
  return show(<ReturnsPage c={asked.c} returns={found} />, seenIn(found));
}

const seenIn = ({ queued, sent, again }: Awaited<ReturnType<typeof look>>) =>
  [...queued, ...sent, ...again].map(({ caseId }) => caseId);

export async function sendReturns(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, body, run } = asked;
  const typed = { on: one(body, 'on') ?? '', reference: one(body, 'reference')?.slice(0, 500) ?? '' };
  const on = parseDay(typed.on);
  if (!on || on > run.today) {
    const found = await look(asked);
    const faults = [{ place: 'sent-on', code: 'web.youth.day', found: typed.on }];
    return showAgain(<ReturnsPage c={c} returns={found} faults={faults} typed={typed} />, seenIn(found));
  }
  const outcome = await needs.desk.returns.sent(actor, {
    commandId: commandOf(asked),
    cases: many(body, 'case'),
    on,
    ...(typed.reference === '' ? {} : { reference: typed.reference }),
  });
  if (!outcome.ok) return refusedWith(outcome.refusals);
  const t = returnsWords(c.language);
  const { sent, refused } = outcome.value;
  const n = number(c.language, sent);
  return go(
    paths.returns,
    refused.length === 0
      ? t('receipt.sent', { n })
      : t('receipt.sent-some', { n, refused: number(c.language, refused.length) }),
  );
}

/** A file, not a page: what is in it is counted and named in the read log. */
export async function exportReturns({ c, needs, actor, run, body }: AskedInRun): Promise<Shown> {
  const receiver = oneOf(returnReceivers, one(body, 'receiver'));
  const { rows } = await needs.views.returnsToExport(actor, run.runId, receiver, run.today);
  const t = returnsWords(c.language);
  if (rows.length === 0) return go(paths.returns, t('export.empty'));
  const bytes = await needs.files.xlsx(returnsTable(c.language, rows));
  return workbook(
    `${t('file')}-${run.today}`,
    bytes,
    rows.map(({ caseId }) => caseId),
  );
}
