import { parseDay } from '#domain/calendar/day.ts';
import { channels, directions, responders, statements } from '#domain/coding/situation.ts';
import { type CaseId, caseId, staffId } from '#domain/ids.ts';
import type { Fault } from '#domain/outcome.ts';
import type { YouthAnswer } from '#views/answers/youth.ts';
import {
  type AskedInRun,
  commandOf,
  done,
  go,
  many,
  notFound,
  one,
  oneOf,
  type Shown,
  show,
  showAgain,
} from '../asked.ts';
import { factsFrom, type GuideReplies, guideFor, guideQuestions } from '../pages/youth/guide.ts';
import { youthWords } from '../pages/youth/words.ts';
import { YouthPage, type YouthPageProps } from '../pages/youth/youth-page.tsx';
import { paths } from '../paths.ts';

const caseOf = ({ params }: AskedInRun): CaseId => caseId(params.case ?? '');
/** Last year's youths can be opened too, in their own run: lists are cleaned before the transfer. */
async function look({ needs, actor, run, ...asked }: AskedInRun): Promise<YouthAnswer | undefined> {
  const id = caseId(asked.params.case ?? '');
  const now = await needs.views.youth(actor, run.runId, id, run.today);
  const other = now ? undefined : await needs.views.runOfCase(id);
  return now ?? (other && needs.views.youth(actor, other, id, run.today));
}

export async function youth(asked: AskedInRun): Promise<Shown> {
  const found = await look(asked);
  if (!found) return movedTo(asked);
  return show(<YouthPage c={asked.c} youth={found} replies={repliesOf(asked)} />, [found.caseId]);
}

/** An old link to a case that has been made part of another leads there. */
async function movedTo(asked: AskedInRun): Promise<Shown> {
  const now = await asked.needs.views.caseNow(caseOf(asked));
  return now === caseOf(asked) ? notFound : go(paths.youth(now));
}

/** What has been answered may tell of illness: the session keeps it, one case at a time. */
const guideKey = 'guide';
function repliesOf(asked: AskedInRun): GuideReplies {
  const kept = asked.kept[guideKey];
  if (typeof kept !== 'object' || kept === null || !('case' in kept) || !('replies' in kept)) return {};
  if (kept.case !== caseOf(asked) || typeof kept.replies !== 'object' || kept.replies === null) return {};
  const { replies } = kept;
  return Object.fromEntries(
    Object.entries(replies).filter(
      ([name, chosen]) => oneOf(guideQuestions, name) !== undefined && Array.isArray(chosen),
    ),
  );
}

export async function replyToGuide(asked: AskedInRun): Promise<Shown> {
  const id = caseOf(asked);
  const question = oneOf(guideQuestions, one(asked.body, 'question'));
  const replies =
    one(asked.body, 'start-over') === '1' || question === undefined
      ? {}
      : { ...repliesOf(asked), [question]: many(asked.body, 'answer') };
  await asked.keep({ [guideKey]: { case: id, replies } });
  return go(`${paths.youth(id)}#guide`);
}

export async function codeYouth(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, body } = asked;
  const found = await look(asked);
  if (!found) return notFound;
  const t = youthWords(c.language);
  const code = one(body, 'code');
  const reason = one(body, 'reason');
  const replies = repliesOf(asked);
  const again = (more: Pick<YouthPageProps, 'faults' | 'refusals'>): Shown =>
    showAgain(
      <YouthPage c={c} youth={found} replies={replies} typed={{ code: code ?? '', reason: reason ?? '' }} {...more} />,
      [found.caseId],
    );
  if (code === undefined) return again({ faults: [fault('code-choice', 'web.youth.code')] });
  const { on: _, age: __, ...facts } = factsFrom(found, replies);
  const against = guideFor(found, replies).refused.some((choice) => choice.code === code && choice.overridable);
  if (against && reason === undefined) return again({ faults: [fault('code-reason', 'web.youth.reason')] });
  const outcome = await needs.desk.youths.code(actor, {
    commandId: commandOf(asked),
    caseId: found.caseId,
    to: code,
    ...facts,
    ...seenIn(asked),
    ...(against && reason !== undefined ? { overrideReason: reason } : {}),
  });
  if (!outcome.ok) return again({ refusals: outcome.refusals });
  await asked.keep({ [guideKey]: undefined });
  return go(paths.youth(found.caseId), t('receipt.coded', { code }));
}

/** What stood when the page was made; nothing where the form does not say. */
function seenIn({ body }: AskedInRun): { readonly seen?: string | null } {
  const seen = one(body, 'seen');
  return seen === undefined ? {} : { seen: seen === 'none' ? null : seen };
}

const fault = (place: string, code: string, found = ''): Fault => ({ place, code, found });

export async function contactYouth(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, body, run } = asked;
  const found = await look(asked);
  if (!found) return notFound;
  const on = parseDay(one(body, 'on') ?? '');
  const typed = {
    on: one(body, 'on') ?? '',
    channel: one(body, 'channel') ?? '',
    direction: one(body, 'direction') ?? '',
    answeredBy: one(body, 'answeredBy') ?? '',
    says: one(body, 'says') ?? '',
    note: one(body, 'note') ?? '',
  };
  const again = (more: Pick<YouthPageProps, 'faults' | 'refusals'>): Shown =>
    showAgain(<YouthPage c={c} youth={found} replies={repliesOf(asked)} typed={{ contact: typed }} {...more} />, [
      found.caseId,
    ]);
  if (!on || on > run.today) return again({ faults: [fault('contact-on', 'web.youth.day', typed.on)] });
  const outcome = await needs.desk.youths.registerContact(actor, {
    commandId: commandOf(asked),
    caseId: found.caseId,
    on,
    channel: oneOf(channels, typed.channel) ?? null,
    direction: oneOf(directions, typed.direction) ?? null,
    answeredBy: oneOf(responders, typed.answeredBy) ?? null,
    says: oneOf(statements, typed.says) ?? null,
    ...(typed.note === '' ? {} : { note: typed.note }),
  });
  if (!outcome.ok) return again({ refusals: outcome.refusals });
  return go(paths.youth(found.caseId), youthWords(c.language)('receipt.contacted'));
}

export async function assignYouth(asked: AskedInRun): Promise<Shown> {
  const found = await look(asked);
  if (!found) return notFound;
  const to = one(asked.body, 'to');
  const outcome = await asked.needs.desk.youths.assign(asked.actor, {
    commandId: commandOf(asked),
    caseId: found.caseId,
    unitId: found.unit.unitId,
    caseworkerId: to === undefined ? null : staffId(to),
    ...seenIn(asked),
  });
  return done(asked, outcome, paths.youth(found.caseId), youthWords(asked.c.language)('receipt.assigned'));
}

export async function withdrawContact(asked: AskedInRun): Promise<Shown> {
  const id = caseOf(asked);
  const outcome = await asked.needs.desk.youths.withdrawContact(asked.actor, {
    commandId: commandOf(asked),
    caseId: id,
    contact: Number(one(asked.body, 'contact')) || 0,
  });
  return done(asked, outcome, paths.youth(id), youthWords(asked.c.language)('receipt.withdrawn'));
}
