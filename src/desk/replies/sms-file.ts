import { createHash } from 'node:crypto';
import type { Actor } from '#domain/access/actor.ts';
import { mayTakeReplies } from '#domain/access/may.ts';
import { accepted, type Fault, type Outcome } from '#domain/outcome.ts';
import { deny, type Wish } from '../commands.ts';
import { type HearingPorts, receiveAndAct } from './heard.ts';

/** What a list from an SMS program came to. */
export interface SmsFileRead {
  readonly reports: number;
  readonly replies: number;
  /** Reports that could be more than one message's, or none's. */
  readonly leftOver: number;
  readonly faults: readonly Fault[];
}

/** Takes in a list of what became of messages and what was answered; the same list again changes nothing. */
export async function takeSmsFile(
  ports: HearingPorts,
  actor: Actor,
  wish: Wish & { readonly runId: string; readonly bytes: Uint8Array },
): Promise<Outcome<SmsFileRead>> {
  if (!mayTakeReplies(actor)) return deny();
  const { inbox, smsFiles, campaigns, runs } = ports;
  const read = await smsFiles.read(wish.bytes);
  if (!read.ok) return read;
  const { rows, faults } = read.value;
  const reported = rows.flatMap(({ name, number, state }) => (state === null ? [] : [{ name, to: number, state }]));
  const answers = rows.filter(({ answer }) => answer !== null);
  if (wish.dryRun) return accepted({ reports: reported.length, replies: answers.length, leftOver: 0, faults });
  const { now, today } = await runs.clock(wish.runId);
  const { reports, leftOver } = await smsFiles.reconcile(reported, now);
  if (reports.length > 0) {
    await inbox.noteReports(reports, now);
    await campaigns.noteDelivery(reports, now);
  }
  for (const { number, answer, id } of answers) {
    const externalId = `file-${id === '' ? digest(JSON.stringify([number, answer, today])) : id}`;
    await receiveAndAct(ports, {
      ...{ channel: 'sms', externalId, from: number, text: answer ?? '', at: now, runId: wish.runId },
      by: actor.staffId,
    });
  }
  return accepted({ reports: reports.length, replies: answers.length, leftOver, faults });
}

/** An answer without a number of its own: the same words from the same number on the same day are one. */
const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
