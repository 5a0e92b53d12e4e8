import { parseDay } from '#domain/calendar/day.ts';
import { runners } from '#domain/coding/situation.ts';
import { caseId } from '#domain/ids.ts';
import { navFindings, navParticipants } from '#domain/nav-meeting/finding.ts';
import { navTable } from '#texts/queue-tables.ts';
import type { AreaChoice } from '#views/answers/nav.ts';
import {
  type AskedInRun,
  back,
  commandOf,
  go,
  many,
  one,
  oneOf,
  refusedWith,
  type Shown,
  show,
  workbook,
} from '../asked.ts';
import { NavPage } from '../pages/nav/nav-page.tsx';
import { navWords } from '../pages/nav/words.ts';
import { paths } from '../paths.ts';

/** `unit:<id>` or `municipality:<number>`. */
function areaFrom(text: string | undefined): Pick<AreaChoice, 'kind' | 'id'> | undefined {
  const [kind, ...rest] = (text ?? '').split(':');
  const known = oneOf(['unit', 'municipality'] as const, kind);
  return known && { kind: known, id: rest.join(':') };
}

export async function navMeeting({ c, needs, actor, run, query }: AskedInRun): Promise<Shown> {
  const found = await needs.views.navList(
    actor,
    run.runId,
    areaFrom(one(query, 'area')),
    one(query, 'meeting'),
    run.today,
  );
  return show(
    <NavPage c={c} nav={found} />,
    found.rows.map((row) => row.caseId),
  );
}

export async function openNavMeeting(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, run, body } = asked;
  const area = areaFrom(one(body, 'area'));
  if (!area) return go(paths.navMeeting());
  const on = parseDay(one(body, 'on') ?? '');
  const outcome = await needs.desk.navMeetings.open(actor, {
    commandId: commandOf(asked),
    runId: run.runId,
    area,
    tookPart: many(body, 'tookPart').flatMap((who) => oneOf(navParticipants, who) ?? []),
    ...(on === undefined ? {} : { on }),
  });
  if (!outcome.ok) return refusedWith(outcome.refusals);
  return go(paths.navMeeting(area, outcome.value.meetingId), navWords(c.language)('receipt.opened'));
}

export async function enterNavFinding(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, body } = asked;
  const id = caseId(one(body, 'case') ?? '');
  const [mobile, street] = [one(body, 'mobile'), one(body, 'street')?.slice(0, 100)];
  const outcome = await needs.desk.navMeetings.enter(actor, {
    commandId: commandOf(asked),
    caseId: id,
    meetingId: one(body, 'meeting') ?? '',
    found: oneOf(navFindings, one(body, 'found')) ?? 'nothing-known',
    runBy: many(body, 'runBy').flatMap((who) => oneOf(runners, who) ?? []),
    ...(mobile === undefined ? {} : { mobile }),
    ...(street === undefined
      ? {}
      : {
          address: {
            street,
            postcode: one(body, 'postcode') ?? '',
            place: one(body, 'place')?.slice(0, 60) ?? '',
          },
        }),
  });
  if (!outcome.ok) return refusedWith(outcome.refusals);
  return go(back(asked, paths.navMeeting()), navWords(c.language)('receipt.entered'));
}

export async function exportNavList({ c, needs, actor, run, body }: AskedInRun): Promise<Shown> {
  const area = areaFrom(one(body, 'area'));
  const found = await needs.views.navList(actor, run.runId, area, undefined, run.today);
  if (!found.mayExport || found.rows.length === 0) return go(paths.navMeeting(area));
  const bytes = await needs.files.xlsx(navTable(c.language, found.rows));
  return workbook(
    `${navWords(c.language)('file')}-${run.today}`,
    bytes,
    found.rows.map((row) => row.caseId),
  );
}
