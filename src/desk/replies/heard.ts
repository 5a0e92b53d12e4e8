import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import type { ReplyStatement } from '#domain/reply/statement.ts';
import { understand } from '#domain/reply/understand.ts';
import type { Campaigns } from '#ports/campaigns.ts';
import type { Cases } from '#ports/cases.ts';
import type { Inbox, NewReply, Received } from '#ports/inbox.ts';
import type { LetterKeys } from '#ports/letter-keys.ts';
import type { Runs } from '#ports/runs.ts';
import type { SmsFiles } from '#ports/sms-files.ts';
import type { SmsNews } from '#ports/sms-line.ts';

export interface HearingPorts {
  readonly inbox: Inbox;
  readonly runs: Pick<Runs, 'clock'>;
  readonly cases: Pick<Cases, 'find'>;
  readonly letterKeys: Pick<LetterKeys, 'open'>;
  readonly smsFiles: SmsFiles;
  /** What providers say of messages that campaigns sent. */
  readonly campaigns: Pick<Campaigns, 'noteDelivery'>;
}

/** A form filled in by whoever holds its key. */
export interface FilledForm {
  /** Made with the form, so that pressing twice is one reply. */
  readonly commandId: string;
  readonly key: string;
  readonly says: ReplyStatement | undefined;
  readonly text: string;
  /** A number the youth would like to be reached on. */
  readonly phone: string;
}

/** What comes in by itself, without anybody signed in. */
export const hearing = (ports: HearingPorts) => ({
  /** News from an SMS provider: reports and messages. Whole or not at all: what fails is posted again, and is known again. */
  news: (news: SmsNews) => hearNews(ports, news),
  /** Whether a form's key still opens; nothing of whose it is. */
  isOpen: async (key: string): Promise<boolean> => (await openKey(ports, key)) !== undefined,
  form: (form: FilledForm) => hearForm(ports, form),
});

async function hearNews(
  ports: HearingPorts,
  { reports, incoming }: SmsNews,
): Promise<Outcome<{ readonly heard: number }>> {
  const runId = await ports.inbox.runThatRuns();
  if (runId === undefined) return refused({ code: 'reply.noYear' });
  const { now } = await ports.runs.clock(runId);
  if (reports.length > 0) {
    await ports.inbox.noteReports(reports, now);
    await ports.campaigns.noteDelivery(reports, now);
  }
  for (const { externalId, from, text } of incoming)
    await receiveAndAct(ports, { channel: 'sms', externalId, from, text, at: now, runId });
  return accepted({ heard: reports.length + incoming.length });
}

/**
 * A stop is obeyed before anybody has read it: nobody whose own number this is gets an SMS on it any more. A wrong number is believed
 * where the number was one youth's; where it could be a guardian's or two youths', a person looks first.
 */
export async function receiveAndAct({ inbox }: Pick<HearingPorts, 'inbox'>, reply: NewReply): Promise<Received> {
  const received = await inbox.receive(reply);
  if (reply.channel !== 'sms') return received;
  const { stop, wrongNumber } = understand(reply.text);
  if (!stop && !wrongNumber) return received;
  const facts = await inbox.find(received.inboundId);
  if (!facts || facts.number === null) return received;
  const own = [...new Set(facts.candidates.filter((each) => each.as === 'youth').map(({ caseId }) => caseId))];
  const marked = stop ? own : received.sender.kind === 'certain' ? own : [];
  for (const caseId of marked)
    await inbox.markNumber(caseId, facts.number, stop ? 'stop' : 'wrong', reply.at, received.inboundId);
  return received;
}

async function hearForm(ports: HearingPorts, form: FilledForm): Promise<Outcome<{ readonly inboundId: string }>> {
  const opened = await openKey(ports, form.key);
  if (!opened) return refused({ code: 'reply.keyIsOver' });
  const { runId, caseId, now } = opened;
  const text = [form.text.trim(), form.phone.trim() === '' ? '' : `☎ ${form.phone.trim()}`].filter(Boolean).join('\n');
  const { inboundId } = await ports.inbox.receive({
    ...{ channel: 'reply-form', externalId: `form-${form.commandId}`, from: null, text, at: now, runId, caseId },
    ...(form.says === undefined ? {} : { says: form.says }),
  });
  return accepted({ inboundId });
}

async function openKey({ letterKeys, cases, inbox, runs }: HearingPorts, key: string) {
  const running = await inbox.runThatRuns();
  if (running === undefined) return undefined;
  const { now } = await runs.clock(running);
  const opened = await letterKeys.open(key, 'reply', now);
  if (opened.outcome !== 'opened') return undefined;
  const { runId, caseId } = opened;
  return (await cases.find(caseId)) ? { runId, caseId, now } : undefined;
}
