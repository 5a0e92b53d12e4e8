import { type Day, parseDay } from '#domain/calendar/day.ts';
import { type CaseId, caseId, unitId } from '#domain/ids.ts';
import { languages } from '#domain/language.ts';
import type { Fault } from '#domain/outcome.ts';
import { isLeavingReason, leavingGaps, notDone, participants } from '#domain/youth/leaving.ts';
import type { LeaverFilter } from '#views/answers/early-leavers.ts';
import {
  type AskedInRun,
  commandOf,
  go,
  many,
  notFound,
  one,
  oneOf,
  refusedWith,
  type Sent,
  type Shown,
  show,
  showAgain,
} from '../asked.ts';
import { EarlyLeaversPage } from '../pages/early-leavers/early-leavers-page.tsx';
import { LeavingPage } from '../pages/early-leavers/leaving-page.tsx';
import { leaversWords } from '../pages/early-leavers/words.ts';
import { paths } from '../paths.ts';

export async function earlyLeavers({ c, needs, actor, run, query }: AskedInRun): Promise<Shown> {
  const found = await needs.views.earlyLeavers(actor, run.runId, filterFrom(query), run.today);
  return show(
    <EarlyLeaversPage c={c} leavers={found} />,
    found.rows.map((row) => row.caseId),
  );
}

function filterFrom(query: Sent): LeaverFilter {
  const gap = oneOf(['any', ...leavingGaps, 'none'] as const, one(query, 'gap'));
  const unit = one(query, 'unit');
  const page = Number(one(query, 'page') ?? 1);
  return {
    ...(gap === undefined ? {} : { gap }),
    ...(unit === undefined ? {} : { unit: unitId(unit) }),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  };
}

const caseIn = ({ params }: AskedInRun): CaseId => caseId(params.case ?? '');
const look = (asked: AskedInRun) =>
  asked.needs.views.leaving(asked.actor, asked.run.runId, caseIn(asked), asked.run.today);
const textIn = ({ c, query }: AskedInRun) => oneOf(languages, one(query, 'text')) ?? c.language;

export async function leaving(asked: AskedInRun): Promise<Shown> {
  const found = await look(asked);
  if (!found) return notFound;
  return show(<LeavingPage c={asked.c} leaving={found} text={textIn(asked)} />, [found.caseId]);
}

export async function noteLeaving(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, body, run } = asked;
  const found = await look(asked);
  if (!found) return notFound;
  const read = readLeaving(body, run.today);
  const again = (faults: readonly Fault[]) => {
    const typed = Object.fromEntries(Object.keys(body).map((name) => [name, one(body, name) ?? '']));
    const page = <LeavingPage c={c} leaving={found} text={textIn(asked)} faults={faults} typed={typed} />;
    return showAgain(page, [found.caseId]);
  };
  if (read.faults.length > 0) return again(read.faults);
  const seen = one(body, 'seen');
  const outcome = await needs.desk.earlyLeavers.note(actor, {
    commandId: commandOf(asked),
    caseId: found.caseId,
    leaving: read.leaving,
    school: one(body, 'school')?.slice(0, 120) ?? '',
    ...(seen === undefined ? {} : { seen }),
  });
  const isOld = !outcome.ok && outcome.refusals.some(({ code }) => code === 'youth.otherLeavingNow');
  if (isOld) return again([{ place: 'form', code: 'youth.otherLeavingNow', found: '' }]);
  if (!outcome.ok) return refusedWith(outcome.refusals);
  return go(paths.leaving(found.caseId), leaversWords(c.language)('receipt.noted'));
}

export async function remindSchool(asked: AskedInRun): Promise<Shown> {
  const found = await look(asked);
  if (!found) return notFound;
  const outcome = await asked.needs.desk.earlyLeavers.remind(asked.actor, {
    commandId: commandOf(asked),
    caseId: found.caseId,
  });
  if (!outcome.ok) return refusedWith(outcome.refusals);
  return go(paths.leaving(found.caseId), leaversWords(asked.c.language)('receipt.reminded'));
}

/** «Held» asks for its day; any other answer forgets it. */
function readLeaving(body: Sent, today: Day) {
  const faults: Fault[] = [];
  const dayOf = (name: string, isWanted: boolean, latest: Day | undefined): Day | null => {
    const text = one(body, name) ?? '';
    const day = isWanted ? parseDay(text) : undefined;
    if (isWanted && text !== '' && (!day || (latest !== undefined && day > latest)))
      faults.push({ place: name, code: 'web.youth.day', found: text });
    return day ?? null;
  };
  const reason = one(body, 'reason') ?? '';
  const [meeting, plan] = [one(body, 'meeting'), one(body, 'plan')];
  const meetingHeldOn = dayOf('meetingHeldOn', meeting === 'held', today);
  const planMadeOn = dayOf('planMadeOn', plan === 'made', today);
  if (meeting === 'held' && meetingHeldOn === null && faults.every(({ place }) => place !== 'meetingHeldOn'))
    faults.push({ place: 'meetingHeldOn', code: 'web.youth.day', found: '' });
  if (plan === 'made' && planMadeOn === null && faults.every(({ place }) => place !== 'planMadeOn'))
    faults.push({ place: 'planMadeOn', code: 'web.youth.day', found: '' });
  const leaving = {
    noticeOn: dayOf('noticeOn', true, today),
    leftOn: dayOf('leftOn', true, undefined),
    reason: isLeavingReason(reason) ? reason : null,
    meetingHeldOn,
    meetingNotHeld: oneOf(notDone, meeting) ?? null,
    tookPart: many(body, 'tookPart').flatMap((role) => oneOf(participants, role) ?? []),
    planMadeOn,
    planNotMade: oneOf(notDone, plan) ?? null,
  };
  return { leaving, faults };
}
