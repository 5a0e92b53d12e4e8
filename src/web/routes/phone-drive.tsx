import { parseDay } from '#domain/calendar/day.ts';
import { staffId } from '#domain/ids.ts';
import type { Outcome } from '#domain/outcome.ts';
import {
  type AskedInRun,
  commandOf,
  done,
  go,
  many,
  notFound,
  one,
  oneOf,
  refusedWith,
  type Shown,
  show,
} from '../asked.ts';
import { BurnDownPage } from '../pages/phone/burn-down-page.tsx';
import { DrivePage } from '../pages/phone/drive-page.tsx';
import { ReportPage } from '../pages/phone/report-page.tsx';
import { SheetPage } from '../pages/phone/sheet-page.tsx';
import { phoneWords } from '../pages/phone/words.ts';
import { phonePaths } from '../phone-paths.ts';
import { callIn, phoneAsk } from './phone.tsx';

export const drive = async (asked: AskedInRun): Promise<Shown> =>
  show(<DrivePage c={asked.c} overview={await asked.needs.views.phone.overview(phoneAsk(asked))} />);

export const burnDown = async (asked: AskedInRun): Promise<Shown> =>
  show(<BurnDownPage c={asked.c} found={await asked.needs.views.phone.burnDown(phoneAsk(asked))} />);

export const report = async (asked: AskedInRun): Promise<Shown> =>
  show(<ReportPage c={asked.c} report={await asked.needs.views.phone.report(phoneAsk(asked))} />);

export async function sheet(asked: AskedInRun): Promise<Shown> {
  const found = await asked.needs.views.phone.sheet({ ...phoneAsk(asked), whose: one(asked.query, 'whose') });
  if (!found) return go(phonePaths.call);
  return show(
    <SheetPage c={asked.c} sheet={found} />,
    found.rows.map((row) => row.caseId),
  );
}

export async function start(asked: AskedInRun): Promise<Shown> {
  const { needs, actor, body, run, c } = asked;
  const [opensOn, closesOn] = [parseDay(one(body, 'opensOn') ?? ''), parseDay(one(body, 'closesOn') ?? '')];
  const goal = Number(one(body, 'goal') ?? 8);
  const started = await needs.desk.phone.start(actor, {
    commandId: commandOf(asked),
    runId: run.runId,
    goal: Number.isInteger(goal) && goal >= 0 && goal <= 100 ? goal : 8,
    callers: callersIn(asked),
    ...(opensOn ? { opensOn } : {}),
    ...(closesOn ? { closesOn } : {}),
  });
  return done(asked, started, phonePaths.drive, phoneWords(c.language)('receipt.started'));
}

const callersIn = ({ body }: AskedInRun) =>
  many(body, 'staff').map((id) => ({ staffId: staffId(id), units: null, share: 1 }));

async function inDrive(
  asked: AskedInRun,
  act: (driveId: string) => Promise<Outcome<unknown>>,
  receipt: 'receipt.opened' | 'receipt.closed' | 'receipt.joined' | 'receipt.left' | 'receipt.split',
): Promise<Shown> {
  const found = await asked.needs.views.phone.drive(phoneAsk(asked));
  if (!found) return refusedWith([{ code: 'phone.noDrive' }]);
  return done(asked, await act(found.driveId), phonePaths.drive, phoneWords(asked.c.language)(receipt));
}

export async function act(asked: AskedInRun): Promise<Shown> {
  const verb = oneOf(['open', 'close'] as const, one(asked.body, 'act'));
  if (!verb) return notFound;
  const { needs, actor } = asked;
  return inDrive(
    asked,
    (driveId) => needs.desk.phone[verb](actor, { commandId: commandOf(asked), driveId }),
    verb === 'open' ? 'receipt.opened' : 'receipt.closed',
  );
}

export const join = (asked: AskedInRun): Promise<Shown> =>
  inDrive(
    asked,
    (driveId) =>
      asked.needs.desk.phone.join(asked.actor, { commandId: commandOf(asked), driveId, callers: callersIn(asked) }),
    'receipt.joined',
  );

export const leave = (asked: AskedInRun): Promise<Shown> =>
  inDrive(
    asked,
    (driveId) =>
      asked.needs.desk.phone.leave(asked.actor, {
        commandId: commandOf(asked),
        driveId,
        staffIds: many(asked.body, 'staff'),
      }),
    'receipt.left',
  );

export const split = (asked: AskedInRun): Promise<Shown> =>
  inDrive(
    asked,
    (driveId) =>
      asked.needs.desk.phone.split(asked.actor, {
        commandId: commandOf(asked),
        driveId,
        how: oneOf(['new', 'all'] as const, one(asked.body, 'how')) ?? 'new',
      }),
    'receipt.split',
  );

/** Lines of a sheet entered from paper: one call each, told one by one; one that is refused does not stop the others. */
export async function paper(asked: AskedInRun): Promise<Shown> {
  const { needs, actor, body, c } = asked;
  const found = await needs.views.phone.drive(phoneAsk(asked));
  if (!found) return refusedWith([{ code: 'phone.noDrive' }]);
  const command = commandOf(asked);
  let [told, refused] = [0, 0];
  for (const [name, values] of Object.entries(body)) {
    const [kind, caseId = ''] = name.split('.');
    const call = kind === 'call' ? callIn(values.at(-1)) : undefined;
    if (!call) continue;
    const note = one(body, `note.${caseId}`);
    const outcome = await needs.desk.phone.outcome(actor, {
      ...call,
      commandId: `${command.slice(0, 24)}-${caseId}`.slice(0, 120),
      driveId: found.driveId,
      caseId,
      ...(note === undefined ? {} : { note }),
    });
    if (outcome.ok) told += 1;
    else refused += 1;
  }
  const whose = one(body, 'whose');
  return go(
    phonePaths.sheet(whose === undefined ? undefined : staffId(whose)),
    phoneWords(c.language)(refused === 0 ? 'receipt.paper' : 'receipt.paper-some', { n: told, refused }),
  );
}
