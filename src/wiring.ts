import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { createActivities } from '#activities/index.ts';
import { createPerformers } from '#activities/performers.ts';
import { createPhonePerformers } from '#activities/phone-performers.ts';
import { pulse } from '#activities/pulse.ts';
import { createSendingPerformers } from '#activities/sending-performers.ts';
import { pretendLine } from '#adapters/sms/pretend/pretend-line.ts';
import { sealingCodec } from '#adapters/temporal/codec.ts';
import { temporalEngine } from '#adapters/temporal/engine.ts';
import { giveUpAt } from '#adapters/temporal/give-up.ts';
import { moveWorkflows } from '#adapters/temporal/rehearsal-clock.ts';
import { conditionRounds } from '#desk/conditions.ts';
import { createDesk } from '#desk/desk.ts';
import { listForPlan } from '#intake/list-for-plan.ts';
import { readCheckList } from '#intake/listed/read-check-list.ts';
import { readPeople } from '#intake/people/read-people.ts';
import { readPhone } from '#intake/phone.ts';
import { readSmsFile } from '#intake/sms-file/read-sms-file.ts';
import { givenColumns } from '#intake/table/given-columns.ts';
import type { ListReader } from '#ports/intakes.ts';
import { beforeOpening } from '#runtime/before-opening.ts';
import { channelsOn } from '#runtime/channels.ts';
import { lettersOf } from '#runtime/house-letters.ts';
import { gatewaysOf, listening, type SmsLines } from '#runtime/house-sms.ts';
import type { Keys } from '#runtime/keys.ts';
import { acts } from '#store/acts/acts.ts';
import { absences } from '#store/assignment/absences.ts';
import { assignments } from '#store/assignment/assignments.ts';
import { campaigns } from '#store/campaigns/campaigns.ts';
import { followUps } from '#store/campaigns/follow-ups.ts';
import { handOverBook } from '#store/campaigns/hand-over.ts';
import { smsNumbers } from '#store/campaigns/sms-recipients.ts';
import { cases } from '#store/cases.ts';
import { conditions } from '#store/conditions/conditions.ts';
import { counting } from '#store/counting.ts';
import { crossChecks } from '#store/cross-check/cross-checks.ts';
import { engineMarks } from '#store/engine-marks.ts';
import { intakes } from '#store/intake/intakes.ts';
import { invented } from '#store/invented.ts';
import type { Database } from '#store/open.ts';
import { phoneDrives } from '#store/phone/phone-drives.ts';
import { doubles } from '#store/queues/doubles.ts';
import { earlyLeavers } from '#store/queues/early-leavers.ts';
import { navMeetings } from '#store/queues/nav-meetings.ts';
import { returns } from '#store/queues/returns.ts';
import { readLog } from '#store/read-log.ts';
import { register } from '#store/register/register.ts';
import { rehearsalRows } from '#store/rehearsal.ts';
import { inbox } from '#store/replies/inbox.ts';
import { openZoneBook } from '#store/replies/open-zone.ts';
import { runs } from '#store/runs/runs.ts';
import { savedFilters } from '#store/saved-filters.ts';
import { type Sealing, sealingWith } from '#store/sealing.ts';
import { sessions } from '#store/staff/sessions.ts';
import { staffBook } from '#store/staff/staff-book.ts';
import { orderBook, stepBook } from '#store/steps/step-book.ts';
import { unopenedBook } from '#store/steps/unopened.ts';
import { taskQueue } from '#workflows/messages.ts';

export interface HouseParts {
  readonly db: Database;
  readonly keys: Keys;
  readonly temporal: {
    readonly address: string;
    readonly namespace: string;
    readonly apiKey?: string;
    readonly tls?: boolean;
  };
  /** Names the engine as it is now; another one has to be told of every case. */
  readonly engineMark: string;
  /** Left out, SMS go to nobody and nothing is kept of them. */
  readonly sms?: SmsLines;
  readonly taskQueue?: string;
  readonly stepsPerRun?: number;
}

/** Everything joined: the only place where real things are chosen. */
export async function openHouse(parts: HouseParts) {
  const { db, keys, temporal, engineMark } = parts;
  const sealing = sealingWith(keys);
  const connection = await connected(temporal);
  const codec = sealingCodec(keys);
  const dataConverter = { payloadCodecs: [codec] };
  const client = new Client({ connection, namespace: temporal.namespace, dataConverter });
  const queue = parts.taskQueue ?? taskQueue;
  const steps = stepBook(db);
  const marks = engineMarks(db);
  const unopened = unopenedBook(db, engineMark);
  const engine = temporalEngine({
    client,
    taskQueue: queue,
    ...(parts.stepsPerRun === undefined ? {} : { stepsPerRun: parts.stepsPerRun }),
    reopenMany: steps.reopenMany,
    granted: steps.granted,
    markOpened: (subjects) => marks.opened(engineMark, subjects),
    beforeOpening: beforeOpening(unopened),
    unopenedAmong: (subjects) => marks.unopenedAmong(engineMark, subjects),
  });
  const lines = parts.sms ?? toNobody();
  const { stores, channels } = await roomsOn(db, sealing, lines);
  const sending = { engine, ...stores, channels, pulse, newId: randomUUID };
  const activities = createActivities({
    steps,
    orders: orderBook(db),
    unopened,
    performers: performersWith(sending),
    giveUpAt: giveUpAt(connection),
  });
  const rehearsal = {
    ...rehearsalRows(db, Date.now),
    move: (on: readonly string[], to: number) => moveWorkflows(client, on, to),
  };
  const desk = createDesk({ engine, ...stores, newId: randomUUID, rehearsal });
  const sms = listening(lines, desk.replies.hear.news);
  return {
    db,
    client,
    connection,
    engine,
    marks,
    desk,
    settleConditions: conditionRounds({ engine, ...stores }),
    sealing,
    codec,
    sms,
    ...stores,
    channels,
    worker: { activities: { ...activities }, dataConverter, taskQueue: queue, namespace: temporal.namespace },
    close: async () => {
      await sms.close();
      await connection.close();
    },
  };
}

/** What stands on the database alone; desk, pages and API need no more than this and an engine. */
export async function roomsOn(db: Database, sealing: Sealing, lines = toNobody()) {
  const letters = await lettersOf(db, sealing);
  const stores = storesOn(db, sealing, letters);
  const gateways = gatewaysOf(lines, stores.runs, invented(db).is);
  const channels = channelsOn(letters.channel, gateways, { numbers: smsNumbers(db), texts: letters.smsTexts });
  return { stores, channels };
}

const connected = ({ address, apiKey, tls }: HouseParts['temporal']) =>
  Connection.connect({
    address,
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(tls === undefined ? {} : { tls }),
  });

export type House = Awaited<ReturnType<typeof openHouse>>;

type Performing = Parameters<typeof createPerformers>[0] &
  Parameters<typeof createSendingPerformers>[0] & { readonly phoneDrives: Parameters<typeof createPhonePerformers>[0] };

const performersWith = (ports: Performing) => ({
  ...createPerformers(ports),
  ...createSendingPerformers(ports),
  ...createPhonePerformers(ports.phoneDrives),
});

function toNobody(): SmsLines {
  const line = pretendLine();
  return { line, pretend: line, calmAfter: 1_000 };
}

function storesOn(db: Database, sealing: Sealing, letters: Awaited<ReturnType<typeof lettersOf>>) {
  const read: ListReader = async (bytes, fileName, { sheet, columns = {} } = {}) => {
    const given = givenColumns(columns);
    if (!given.ok) return given;
    const people = await readPeople(bytes, fileName, { columns: given.value, ...(sheet !== undefined && { sheet }) });
    if (!people.ok) return { ok: false, refusals: people.refusals };
    return { ok: true, format: people.format, list: listForPlan(people, ({ text }) => sealing.blindIndex(text)) };
  };
  return {
    ...letters.ports,
    runs: runs(db, Date.now),
    cases: cases(db, sealing.seal, Date.now),
    acts: acts(db),
    savedFilters: savedFilters(db),
    assignments: assignments(db),
    absences: absences(db),
    conditions: conditions(db, letters.ports.messageFacts),
    campaigns: campaigns(db, letters.households),
    followUps: followUps(db),
    handOvers: handOverBook(db, letters.households),
    counting: counting(db),
    register: register(db, sealing),
    intakes: intakes(db, sealing, read),
    crossChecks: crossChecks(db, sealing, readCheckList),
    staff: staffBook(db),
    sessions: sessions(db, sealing),
    readLog: readLog(db),
    inbox: inbox({ db, sealing, newId: randomUUID, readNumber: numberIn }),
    smsFiles: { read: readSmsFile, reconcile: openZoneBook(db, sealing).reconcile },
    returns: returns(db, sealing.seal),
    earlyLeavers: earlyLeavers(db),
    navMeetings: navMeetings(db),
    doubles: doubles(db, sealing),
    phoneDrives: phoneDrives(db),
  };
}

function numberIn(text: string): string | undefined {
  const read = readPhone(text);
  return read.ok ? read.number : undefined;
}
