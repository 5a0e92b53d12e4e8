import type { Transaction } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { Contact } from '#domain/coding/situation.ts';
import type { Step } from '#domain/standing.ts';
import { reportCode } from '#domain/status-code/report-code.ts';
import { isInTargetGroup, mainGroupOf } from '#domain/status-code/status-code.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import { receiverOf } from '#domain/youth/return-to-vigo.ts';
import { writeLeaving } from '../leaving-row.ts';
import { settleCall, unsettleCall } from '../phone/settle-call.ts';
import type { Tables } from '../schema.ts';
import { mergeRows, partRows } from './merge-rows.ts';

/** The youth's row and contact entries as of a step. */
export async function projectYouth(tx: Transaction<Tables>, step: Step): Promise<void> {
  // `as`: a youth step's context is a case file, put there by the youth machine.
  const file = step.snapshot.context as unknown as CaseFile;
  const { event } = step;
  const { returned } = step.snapshot.value as { readonly returned: string };
  await tx
    .updateTable('youth_case')
    .set({
      transfer_code: file.transfer,
      track: file.track,
      unit_id: file.unitId,
      caseworker_id: file.caseworkerId,
      via_ot: file.viaOt,
      first_contact_on: file.firstContactOn,
      choice: file.choice,
      return_state: returned,
      attempts: file.contacts.length,
      last_event: event.type,
      ...statusColumns(file),
      ...('on' in event && typeof event.on === 'string' ? { last_on: event.on } : {}),
    })
    .where('case_id', '=', file.caseId)
    .execute();
  if (event.type === 'contact.withdrawn') {
    await removeContact(tx, file.caseId, (event as { of?: number }).of);
    await unsettleCall(tx, step);
  }
  const on = 'on' in event && typeof event.on === 'string' ? event.on : null;
  if (on !== null && tellsOfLeaving.includes(event.type)) await writeLeaving(tx, file, on);
  if (event.type === 'return.sent') await addReturn(tx, file, step, on);
  if (event.type === 'case.merged') await mergeRows(tx, file.caseId, event);
  if (event.type === 'case.parted') await partRows(tx, file.caseId, event);
  if (event.type === 'contact.registered') {
    await addContact(tx, file.caseId, step.sequence, event as never);
    await settleCall(tx, file.caseId, step);
  }
}

const tellsOfLeaving: readonly string[] = [
  'leaving.noted',
  'leaving.reminded',
  'transfer.received',
  'case.merged',
  'case.parted',
];

async function addReturn(tx: Transaction<Tables>, file: CaseFile, step: Step, on: string | null): Promise<void> {
  const receiver = receiverOf(file.status);
  if (on === null || file.status === null || receiver === undefined) return;
  await tx
    .insertInto('return_sent')
    .values({
      case_id: file.caseId,
      sequence: step.sequence,
      run_id: file.runId,
      code: file.status,
      receiver,
      sent_on: on,
      recorded_at: step.event.at,
      by_staff: step.event.doer.by,
    })
    .execute();
}

function statusColumns({ status, statusOn }: CaseFile) {
  if (status === null || statusOn === null)
    return { status_code: null, main_group: null, target_group: null, status_on: null };
  const today = reportCode(status, statusOn as Day);
  return {
    status_code: status,
    main_group: mainGroupOf(today),
    target_group: isInTargetGroup(today),
    status_on: statusOn,
  };
}

async function addContact(tx: Transaction<Tables>, caseId: string, sequence: number, entry: Contact): Promise<void> {
  await tx
    .insertInto('contact')
    .values({
      case_id: caseId,
      sequence,
      on_day: entry.on,
      channel: entry.channel,
      direction: entry.direction,
      answered_by: entry.answeredBy,
      says: entry.says,
    })
    .execute();
}

/** The row goes; what was registered and that it was withdrawn both stand in the journal. */
async function removeContact(tx: Transaction<Tables>, caseId: string, sequence: number | undefined): Promise<void> {
  if (sequence === undefined) return;
  await tx.deleteFrom('contact').where('case_id', '=', caseId).where('sequence', '=', sequence).execute();
}
