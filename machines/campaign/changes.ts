import type { CampaignFile } from '#domain/campaign/campaign-file.ts';
import { without } from '#domain/standing.ts';
import type { Given } from './guards.ts';

/** Another list, text or time: whoever changed it is one of its makers, and nothing of it is approved. */
export function changed({ context, event }: Given): Partial<CampaignFile> {
  if (event.type !== 'campaign.changed') return {};
  const { template, sendAt, followsPlan, doer } = event;
  return { template, sendAt, followsPlan, makers: withMaker(context.makers, doer.by), ...unapproved() };
}

/** A new list is begun: the one before no longer counts. */
export const begunAnew = ({ context, event }: Given): Partial<CampaignFile> => ({
  list: context.list + 1,
  makers: withMaker(context.makers, event.doer.by),
  fingerprint: null,
  recipients: 0,
  ...unapproved(),
});

export function frozen({ event }: Given): Partial<CampaignFile> {
  if (event.type !== 'recipients.frozen') return {};
  return { fingerprint: event.fingerprint, recipients: event.recipients };
}

export function approved({ event }: Given): Partial<CampaignFile> {
  if (event.type !== 'campaign.approved') return {};
  const { doer, handOverAt, regretUntil } = event;
  return { approvedBy: doer.by, handOverAt, deadlines: { regret: regretUntil } };
}

export const unapproved = (): Partial<CampaignFile> => ({ approvedBy: null, handOverAt: null, deadlines: {} });

/** The regret window is over; from here it waits for its time. */
export const waiting = ({ context }: Given): Partial<CampaignFile> => ({
  deadlines: context.handOverAt === null ? {} : { handOver: context.handOverAt },
});

/** Waits for the given moment: the next morning, or when somebody has said that it may go on. */
export function waitingAgain({ context, event }: Given): Partial<CampaignFile> {
  const at = momentIn(event);
  return at === undefined ? {} : { handOverAt: at, deadlines: { ...context.deadlines, handOver: at } };
}

export const pageBegun = ({ context }: Given): Partial<CampaignFile> => ({ page: context.page + 1, hasBegun: true });

export const noted = ({ context, event }: Given): Partial<CampaignFile> => ({
  uncertain: event.type === 'contacts.noted' ? event.uncertain : context.uncertain,
});

/** One row less that a person must settle; how many there are is counted again when contacts are noted. */
export const settledOne = ({ context }: Given): Partial<CampaignFile> => ({
  uncertain: Math.max(0, context.uncertain - 1),
});

export const atRest = (): Partial<CampaignFile> => ({ deadlines: {} });

export const forgotten = ({ context, event }: Given): Partial<CampaignFile> =>
  event.type === 'deadline.passed' ? { deadlines: without(context.deadlines, event.deadline) } : {};

function momentIn(event: Given['event']): number | undefined {
  switch (event.type) {
    case 'hours.ended':
      return event.until;
    case 'campaign.resumed':
    case 'uncertain.settled':
      return event.handOverAt;
    default:
      return undefined;
  }
}

const withMaker = (makers: readonly string[], by: string | null): readonly string[] =>
  by === null || makers.includes(by) ? makers : [...makers, by];
