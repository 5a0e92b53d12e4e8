import { parseClockTime } from '#domain/calendar/clock-time.ts';
import { parseDay } from '#domain/calendar/day.ts';
import { instantAt } from '#domain/calendar/oslo-clock.ts';
import { caseId } from '#domain/ids.ts';
import type { Fault } from '#domain/outcome.ts';
import { type CallOutcome, callOutcomes, type SaidOnPhone, saidOnPhone } from '#domain/phone/outcome.ts';
import type { PhonePlace } from '#views/answers/phone.ts';
import type { PhoneAsk } from '#views/phone/phone-views.ts';
import {
  type AskedInRun,
  commandOf,
  go,
  one,
  oneOf,
  refusedWith,
  type Sent,
  type Shown,
  show,
  showAgain,
} from '../asked.ts';
import { CallPage, type CallPageProps } from '../pages/phone/call-page.tsx';
import { phoneWords } from '../pages/phone/words.ts';
import { phonePaths } from '../phone-paths.ts';

/** The number or name looked for stands in the session, never in an address. */
const searchKey = 'phoneSearch';

export const phoneAsk = ({ actor, run }: AskedInRun): PhoneAsk => ({ actor, runId: run.runId, today: run.today });

export async function call(asked: AskedInRun): Promise<Shown> {
  const { needs, actor, c } = asked;
  // Whoever sees numbers and no names comes to the numbers.
  if (!c.may('phone.call')) return go(phonePaths.burnDown);
  const place = await needs.views.phone.place({ ...phoneAsk(asked), actor });
  return page(asked, place, {});
}

async function page(
  asked: AskedInRun,
  place: PhonePlace,
  more: Pick<CallPageProps, 'faults' | 'refusals' | 'typed'>,
): Promise<Shown> {
  const text = asked.kept[searchKey];
  const found =
    typeof text === 'string' && place.drive
      ? await asked.needs.views.phone.search({ ...phoneAsk(asked), driveId: place.drive.driveId, text })
      : undefined;
  const seen = [place.card, place.last, ...(found ?? [])].flatMap((some) => (some ? [some.caseId] : []));
  const view = <CallPage c={asked.c} place={place} found={found} {...propsOf(more)} />;
  return more.faults || more.refusals ? showAgain(view, seen) : show(view, seen);
}

const propsOf = ({ faults, refusals, typed }: Pick<CallPageProps, 'faults' | 'refusals' | 'typed'>) => ({
  ...(faults ? { faults } : {}),
  ...(refusals ? { refusals } : {}),
  ...(typed ? { typed } : {}),
});

/** The drive that is the caller's; every act is in it. */
async function inDrive(asked: AskedInRun, act: (driveId: string) => Promise<Shown>): Promise<Shown> {
  const drive = await asked.needs.views.phone.drive(phoneAsk(asked));
  return drive ? act(drive.driveId) : refusedWith([{ code: 'phone.noDrive' }]);
}

export const next = (asked: AskedInRun): Promise<Shown> =>
  inDrive(asked, async (driveId) => {
    const claimed = await asked.needs.desk.phone.next(asked.actor, { commandId: commandOf(asked), driveId });
    return claimed.ok ? go(phonePaths.call) : refusedWith(claimed.refusals);
  });

/** How it went, and on to the next: the same press claims it. */
export const outcome = (asked: AskedInRun): Promise<Shown> =>
  inDrive(asked, async (driveId) => {
    const { needs, actor, body, c } = asked;
    const id = caseId(one(body, 'case') ?? '');
    const told = callIn(one(body, 'call'));
    const later = laterIn(body);
    const typed = {
      note: one(body, 'note') ?? '',
      callBackOn: one(body, 'callBackOn') ?? '',
      callBackTime: one(body, 'callBackTime') ?? '',
    };
    const again = async (more: Pick<CallPageProps, 'faults' | 'refusals'>) =>
      page(asked, await needs.views.phone.place(phoneAsk(asked)), { ...more, typed });
    if (told === undefined) return go(phonePaths.call);
    if (later === 'unclear') return again({ faults: [fault(`call-back-${id}`)] });
    const done = await needs.desk.phone.outcome(actor, {
      ...told,
      commandId: commandOf(asked),
      driveId,
      caseId: id,
      ...(typed.note === '' ? {} : { note: typed.note }),
      ...(later === undefined ? {} : { callBackAt: later }),
    });
    if (!done.ok) return again({ refusals: done.refusals });
    await asked.keep({ [searchKey]: undefined });
    await needs.desk.phone.next(actor, { commandId: needs.newId(), driveId });
    return go(phonePaths.call, phoneWords(c.language)(`receipt.${told.outcome}`));
  });

const fault = (place: string): Fault => ({ place, code: 'web.phone.later', found: '' });

/** `reached:in-work`, `busy`; nothing where it is neither. */
export function callIn(
  text: string | undefined,
): { readonly outcome: CallOutcome; readonly says: SaidOnPhone | null } | undefined {
  const [how, said] = (text ?? '').split(':');
  const outcome = oneOf(callOutcomes, how);
  return outcome && { outcome, says: oneOf(saidOnPhone, said) ?? null };
}

/** A time of today where no day is given; half a wish is a question back. */
function laterIn(body: Sent): number | undefined | 'unclear' {
  const [day, time] = [one(body, 'callBackOn'), one(body, 'callBackTime')];
  if (day === undefined && time === undefined) return undefined;
  const on = parseDay(day ?? '');
  const clock = parseClockTime(time ?? '');
  return on && clock ? instantAt(on, clock) : 'unclear';
}

/** Whose card the form was about. */
function caseIn({ body }: AskedInRun): { readonly caseId?: string } {
  const id = one(body, 'case');
  return id === undefined ? {} : { caseId: id };
}

export const undo = (asked: AskedInRun): Promise<Shown> =>
  inDrive(asked, async (driveId) => {
    const undone = await asked.needs.desk.phone.undo(asked.actor, {
      ...{ commandId: commandOf(asked), driveId },
      ...caseIn(asked),
    });
    return undone.ok
      ? go(phonePaths.call, phoneWords(asked.c.language)('receipt.undone'))
      : refusedWith(undone.refusals);
  });

export const skip = (asked: AskedInRun): Promise<Shown> =>
  inDrive(asked, async (driveId) => {
    const { needs, actor } = asked;
    const skipped = await needs.desk.phone.skip(actor, { commandId: commandOf(asked), driveId, ...caseIn(asked) });
    if (!skipped.ok) return refusedWith(skipped.refusals);
    await needs.desk.phone.next(actor, { commandId: needs.newId(), driveId });
    return go(phonePaths.call);
  });

export const release = (asked: AskedInRun): Promise<Shown> =>
  inDrive(asked, async (driveId) => {
    const released = await asked.needs.desk.phone.release(asked.actor, { commandId: commandOf(asked), driveId });
    if (!released.ok) return refusedWith(released.refusals);
    return go(phonePaths.call, phoneWords(asked.c.language)('receipt.released', { n: released.value.released }));
  });

export async function search(asked: AskedInRun): Promise<Shown> {
  const text = one(asked.body, 'text')?.slice(0, 80);
  await asked.keep({ [searchKey]: text });
  return go(`${phonePaths.call}#ring-back`);
}

export const take = (asked: AskedInRun): Promise<Shown> =>
  inDrive(asked, async (driveId) => {
    const taken = await asked.needs.desk.phone.take(asked.actor, {
      commandId: commandOf(asked),
      driveId,
      caseId: one(asked.body, 'case') ?? '',
    });
    if (!taken.ok) return refusedWith(taken.refusals);
    await asked.keep({ [searchKey]: undefined });
    return go(phonePaths.call);
  });
