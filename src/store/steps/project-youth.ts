import type { Day } from '#domain/calendar/day.ts';
import type { Contact } from '#domain/coding/situation.ts';
import type { Step } from '#domain/standing.ts';
import { reportCode } from '#domain/status-code/report-code.ts';
import { isInTargetGroup, mainGroupOf } from '#domain/status-code/status-code.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import { receiverOf } from '#domain/youth/return-to-vigo.ts';
import { actPartNoted } from '../acts/note-part.ts';
import { leavingWritten } from '../leaving-row.ts';
import { settleCall, unsettleCall } from '../phone/settle-call.ts';
import { mergeRows, partRows } from './merge-rows.ts';
import type { Asking, Projection, Row } from './projection.ts';

/** The youth's row and contact entries as of a step. */
export function projectYouth(ask: Asking, step: Step): Projection {
  // `as`: a youth step's context is a case file, put there by the youth machine.
  const file = step.snapshot.context as unknown as CaseFile;
  const { event } = step;
  const on = 'on' in event && typeof event.on === 'string' ? event.on : null;
  const rows = [caseRow(ask, file, step, on), ...actPartNoted(ask, step)];
  if (on !== null && tellsOfLeaving.includes(event.type)) rows.push(leavingWritten(ask, file, on));
  switch (event.type) {
    case 'contact.registered':
      rows.push(contactRow(ask, file.caseId, step.sequence, event as never));
      return 'call' in event ? { rows, afterwards: (tx) => settleCall(tx, file.caseId, step) } : { rows };
    case 'contact.withdrawn':
      rows.push(...contactRemoved(ask, file.caseId, (event as { of?: number }).of));
      return { rows, afterwards: (tx) => unsettleCall(tx, step) };
    case 'return.sent':
      return { rows: [...rows, ...returnRow(ask, file, step, on)] };
    case 'case.merged':
      return { rows, afterwards: (tx) => mergeRows(tx, file.caseId, event) };
    case 'case.parted':
      return { rows, afterwards: (tx) => partRows(tx, file.caseId, event) };
    default:
      return { rows };
  }
}

const tellsOfLeaving: readonly string[] = [
  'leaving.noted',
  'leaving.reminded',
  'transfer.received',
  'case.merged',
  'case.parted',
];

function caseRow(ask: Asking, file: CaseFile, { event, snapshot }: Step, on: string | null): Row {
  const { returned } = snapshot.value as { readonly returned: string };
  return ask
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
      ...(on === null ? {} : { last_on: on }),
    })
    .where('case_id', '=', file.caseId);
}

function returnRow(ask: Asking, file: CaseFile, step: Step, on: string | null): readonly Row[] {
  const receiver = receiverOf(file.status);
  if (on === null || file.status === null || receiver === undefined) return [];
  const row = {
    case_id: file.caseId,
    sequence: step.sequence,
    run_id: file.runId,
    code: file.status,
    receiver,
    sent_on: on,
    recorded_at: step.event.at,
    by_staff: step.event.doer.by,
  };
  return [ask.insertInto('return_sent').values(row)];
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

const contactRow = (ask: Asking, caseId: string, sequence: number, entry: Contact): Row =>
  ask.insertInto('contact').values({
    case_id: caseId,
    sequence,
    on_day: entry.on,
    channel: entry.channel,
    direction: entry.direction,
    answered_by: entry.answeredBy,
    says: entry.says,
  });

/** The row goes; what was registered and that it was withdrawn both stand in the journal. */
const contactRemoved = (ask: Asking, caseId: string, sequence: number | undefined): readonly Row[] =>
  sequence === undefined
    ? []
    : [ask.deleteFrom('contact').where('case_id', '=', caseId).where('sequence', '=', sequence)];
