import type { Refusal } from '#domain/outcome.ts';
import { type AskedInRun, commandOf, go, one, type Sent, type Shown, show, showAgain } from '../asked.ts';
import { LeavePage, type Leaver } from '../pages/staff/leave-page.tsx';
import { leaveWords } from '../pages/staff/words.ts';
import { paths } from '../paths.ts';

const sentIn = (sent: Sent) => ({
  staff: one(sent, 'staff') ?? '',
  way: one(sent, 'way') ?? 'none',
  leaveOpen: one(sent, 'open') === '1',
});

function wishOf({ staff, way }: ReturnType<typeof sentIn>) {
  if (way === 'none') return { staffId: staff };
  return {
    staffId: staff,
    way: way.startsWith('to:')
      ? ({ kind: 'one', staffId: way.slice('to:'.length) } as const)
      : ({ kind: way === 'rules' ? 'rules' : 'evenly' } as const),
  };
}

export const staffLeaving = (asked: AskedInRun): Promise<Shown> => look(asked, sentIn(asked.query), []);

/** The page with what would come of it: tried, not done. */
async function look(asked: AskedInRun, sent: ReturnType<typeof sentIn>, refusals: readonly Refusal[]): Promise<Shown> {
  const { c, needs, actor, run } = asked;
  const choices = await needs.views.assignment.leaving(actor, run.runId);
  const leaver = sent.staff === '' ? undefined : await tried(asked, sent);
  const told = leaver && 'refusals' in leaver ? leaver.refusals : [];
  const found = leaver && 'refusals' in leaver ? undefined : leaver;
  const page = <LeavePage c={c} choices={choices} leaver={found} sent={sent} refusals={[...refusals, ...told]} />;
  const seen = found?.preview.untouched.flatMap(({ named }) => named.map(({ caseId }) => caseId)) ?? [];
  return refusals.length + told.length > 0 ? showAgain(page, seen) : show(page, seen);
}

async function tried(
  { needs, actor, run }: AskedInRun,
  sent: ReturnType<typeof sentIn>,
): Promise<Leaver | { readonly refusals: readonly Refusal[] }> {
  const wish = wishOf(sent);
  const outcome = await needs.desk.staff.leave(actor, {
    ...{ commandId: needs.newId(), runId: run.runId, dryRun: true },
    ...wish,
  });
  if (!outcome.ok) return outcome;
  const { stays, ...shared } = outcome.value;
  const to = wish.way?.kind === 'one' ? wish.way.staffId : null;
  return { stays, preview: await needs.views.assignment.preview(actor, run.runId, { from: sent.staff, to, shared }) };
}

export async function leaveStaff(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, run } = asked;
  const sent = sentIn(asked.body);
  const outcome = await needs.desk.staff.leave(actor, {
    ...{ commandId: commandOf(asked), runId: run.runId, leaveOpen: sent.leaveOpen },
    ...wishOf(sent),
  });
  if (!outcome.ok) return look(asked, sent, outcome.refusals);
  const { actId } = outcome.value;
  return go(actId === null ? paths.staffLeave() : paths.act(actId), leaveWords(c.language)('receipt'));
}
