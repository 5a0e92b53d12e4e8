import type { Actor } from '#domain/access/actor.ts';
import { mayCode, mayMeetNav } from '#domain/access/may.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { Runner } from '#domain/coding/situation.ts';
import type { NavFinding, NavParticipant } from '#domain/nav-meeting/finding.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import { type MendedContact, mobileFrom } from '#domain/person/mended-contact.ts';
import { isPostcode } from '#domain/person/reach.ts';
import type { NavArea, NavMeetings } from '#ports/nav-meetings.ts';
import { subjects } from '#workflows/messages.ts';
import { type DeskPorts, type Done, deny, doerOf, missing, tell, type Wish } from './commands.ts';
import { type CaseWish, look } from './youths.ts';

interface Ports extends DeskPorts {
  readonly navMeetings: NavMeetings;
}
export interface MeetingWish extends Wish {
  readonly runId: string;
  readonly area: NavArea;
  readonly on?: Day;
  readonly tookPart: readonly NavParticipant[];
}
export interface EntryWish extends CaseWish {
  readonly meetingId: string;
  readonly found: NavFinding;
  readonly runBy: readonly Runner[];
  /** As it was said; read here. */
  readonly mobile?: string;
  readonly address?: { readonly street: string; readonly postcode: string; readonly place: string };
}

/** Meetings with NAV over the OTUK list: what was checked comes back as entries, and changes no code by itself. */
export const navMeetingsDesk = (ports: Ports) => ({
  open: (actor: Actor, wish: MeetingWish) => open(ports, actor, wish),
  enter: (actor: Actor, wish: EntryWish) => enter(ports, actor, wish),
});

async function open(ports: Ports, actor: Actor, wish: MeetingWish): Promise<Outcome<{ readonly meetingId: string }>> {
  const { runId, area, tookPart, commandId: meetingId } = wish;
  if (!mayMeetNav(actor, area.kind === 'unit' ? area.id : null)) return deny();
  const { now, today } = await ports.runs.clock(runId);
  const on = wish.on ?? today;
  if (on > today) return refused({ code: 'youth.dayAhead', facts: { on, today } });
  if (!wish.dryRun) await ports.navMeetings.open({ meetingId, runId, area, on, tookPart, at: now, by: actor.staffId });
  return accepted({ meetingId });
}

async function enter(ports: Ports, actor: Actor, wish: EntryWish): Promise<Outcome<Done>> {
  const seen = await look(ports, actor, wish, mayCode);
  if (!seen.ok) return seen;
  const meeting = await ports.navMeetings.find(wish.meetingId);
  if (!meeting || meeting.runId !== seen.value.facts.runId) return missing();
  const contact = contactIn(wish);
  if (!contact.ok) return contact;
  const { meetingId, found } = wish;
  const { at } = seen.value;
  const event = { type: 'nav.checked', at, doer: doerOf(actor), ...{ on: meeting.on, meetingId, found } };
  const told = await tell(ports, wish, subjects.youth(wish.caseId), event);
  if (told.ok && !wish.dryRun)
    await ports.navMeetings.enter({
      ...{ meetingId, caseId: wish.caseId, found, at, by: actor.staffId },
      runBy: found === 'in-measure' ? wish.runBy : [],
      contact: contact.value,
    });
  return told;
}

function contactIn({ mobile, address }: EntryWish): Outcome<MendedContact> {
  const number = mobile === undefined ? undefined : mobileFrom(mobile);
  if (mobile !== undefined && number === undefined) return refused({ code: 'nav.noMobile' });
  if (address !== undefined && (!isPostcode(address.postcode) || address.postcode === '9999'))
    return refused({ code: 'nav.noPostcode' });
  return accepted({
    ...(number === undefined ? {} : { mobile: number }),
    ...(address === undefined
      ? {}
      : { address: { lines: [address.street], postcode: address.postcode, place: address.place } }),
  });
}
