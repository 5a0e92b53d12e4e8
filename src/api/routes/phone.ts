import { z } from 'zod';
import { maySeeNumbers } from '#domain/access/may.ts';
import { mayCall, mayRunSomeDrive } from '#domain/access/phone.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import type { PhoneAsk } from '#views/phone/phone-views.ts';
import { type InRun, inRun } from '../serve.ts';
import { done, id } from '../wire/basic.ts';
import * as wire from '../wire/phone.ts';

const ofRun = z.object({ run: id });
const none = { code: 'access.notFound' } as const;

type Asked = Pick<InRun<unknown, unknown, unknown>, 'needs' | 'actor' | 'run'>;
const ask = ({ actor, run }: Asked, drive: string | undefined): PhoneAsk => ({
  actor,
  runId: run.runId,
  today: run.today,
  driveId: drive,
});

/** Does something with the drive that is named, else the one that is the asker's. */
async function inDrive<T>(
  asked: Asked,
  drive: string | undefined,
  act: (driveId: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const found = await asked.needs.views.phone.drive(ask(asked, drive));
  return found ? act(found.driveId) : refused({ code: 'phone.noDrive' });
}

const questions = [
  inRun('GET', '/runs/:run/phone', maySeeNumbers, null, {
    params: ofRun,
    query: wire.driveAsked,
    answer: wire.overview,
    act: async (given) => accepted(await given.needs.views.phone.overview(ask(given, given.query.drive))),
  }),
  inRun('GET', '/runs/:run/phone/card', mayCall, 'phone.card', {
    seen: ({ card, last }) => [card, last].flatMap((one) => (one ? [one.caseId] : [])),
    params: ofRun,
    query: wire.driveAsked,
    answer: wire.place,
    act: async (given) => accepted(await given.needs.views.phone.place(ask(given, given.query.drive))),
  }),
  inRun('POST', '/runs/:run/phone/search', mayCall, 'phone.search', {
    seen: ({ found }) => found.map(({ caseId }) => caseId),
    params: ofRun,
    body: wire.searchGiven,
    answer: wire.found,
    act: (given) =>
      inDrive(given, given.body.drive, async (driveId) =>
        accepted({
          found: await given.needs.views.phone.search({ ...ask(given, driveId), driveId, text: given.body.text }),
        }),
      ),
  }),
  inRun('GET', '/runs/:run/phone/sheet', mayCall, 'phone.sheet', {
    seen: ({ rows }) => rows.map(({ caseId }) => caseId),
    params: ofRun,
    query: wire.driveAsked,
    answer: wire.sheet,
    act: async (given) => {
      const { drive, whose } = given.query;
      const found = await given.needs.views.phone.sheet({ ...ask(given, drive), whose });
      return found ? accepted(found) : refused(none);
    },
  }),
  inRun('GET', '/runs/:run/phone/burn-down', maySeeNumbers, null, {
    params: ofRun,
    query: wire.driveAsked,
    answer: wire.burnDown,
    act: async (given) => {
      const found = await given.needs.views.phone.burnDown(ask(given, given.query.drive));
      return found ? accepted(found) : refused(none);
    },
  }),
  inRun('GET', '/runs/:run/phone/report', maySeeNumbers, null, {
    params: ofRun,
    query: wire.driveAsked,
    answer: wire.report,
    act: async (given) => accepted(await given.needs.views.phone.report(ask(given, given.query.drive))),
  }),
];

const ofDrive = { params: ofRun, body: wire.driveGiven } as const;

/** Who rings, and sharing out. */
const running = [
  inRun('POST', '/runs/:run/phone/start', mayRunSomeDrive, null, {
    params: ofRun,
    body: wire.startGiven,
    answer: wire.started,
    act: ({ needs, actor, run, body, commandId }) => {
      const { opensOn, closesOn, units, ...rest } = body;
      return needs.desk.phone.start(actor, {
        ...rest,
        commandId,
        runId: run.runId,
        ...(opensOn === undefined ? {} : { opensOn }),
        ...(closesOn === undefined ? {} : { closesOn }),
        ...(units === undefined ? {} : { units }),
      });
    },
  }),
  ...(['open', 'close'] as const).map((verb) =>
    inRun('POST', `/runs/:run/phone/${verb}`, mayRunSomeDrive, null, {
      ...ofDrive,
      answer: done,
      act: (given) => {
        const { needs, actor, body, commandId } = given;
        return inDrive(given, body.drive, (driveId) =>
          needs.desk.phone[verb](actor, { commandId, driveId, dryRun: body.dryRun }),
        );
      },
    }),
  ),
  inRun('POST', '/runs/:run/phone/join', mayRunSomeDrive, null, {
    params: ofRun,
    body: wire.joinGiven,
    answer: done,
    act: (given) => {
      const { needs, actor, body, commandId } = given;
      const { callers, dryRun } = body;
      return inDrive(given, body.drive, (driveId) =>
        needs.desk.phone.join(actor, { commandId, driveId, callers, dryRun }),
      );
    },
  }),
  inRun('POST', '/runs/:run/phone/leave', mayRunSomeDrive, null, {
    params: ofRun,
    body: wire.leaveGiven,
    answer: done,
    act: (given) => {
      const { needs, actor, body, commandId } = given;
      const { staffIds, dryRun } = body;
      return inDrive(given, body.drive, (driveId) =>
        needs.desk.phone.leave(actor, { commandId, driveId, staffIds, dryRun }),
      );
    },
  }),
  inRun('POST', '/runs/:run/phone/split', mayRunSomeDrive, null, {
    params: ofRun,
    body: wire.splitGiven,
    answer: wire.split,
    act: (given) => {
      const { needs, actor, body, commandId } = given;
      const { how, dryRun } = body;
      return inDrive(given, body.drive, (driveId) =>
        needs.desk.phone.split(actor, { commandId, driveId, how, dryRun }),
      );
    },
  }),
];

/** What somebody who rings does. */
const ringing = [
  inRun('POST', '/runs/:run/phone/next', mayCall, 'phone.card', {
    ...ofDrive,
    seen: ({ card, last }) => [card, last].flatMap((one) => (one ? [one.caseId] : [])),
    answer: wire.place,
    act: (given) =>
      inDrive(given, given.body.drive, async (driveId) => {
        const claimed = await given.needs.desk.phone.next(given.actor, { commandId: given.commandId, driveId });
        return claimed.ok ? accepted(await given.needs.views.phone.place(ask(given, driveId))) : claimed;
      }),
  }),
  ...(['skip', 'release'] as const).map((verb) =>
    inRun('POST', `/runs/:run/phone/${verb}`, mayCall, null, {
      ...ofDrive,
      answer: wire.released,
      act: (given) =>
        inDrive(given, given.body.drive, (driveId) =>
          given.needs.desk.phone[verb](given.actor, { commandId: given.commandId, driveId }),
        ),
    }),
  ),
  inRun('POST', '/runs/:run/phone/take', mayCall, null, {
    params: ofRun,
    body: wire.takeGiven,
    answer: wire.caseAnswer,
    act: (given) =>
      inDrive(given, given.body.drive, (driveId) =>
        given.needs.desk.phone.take(given.actor, {
          commandId: given.commandId,
          driveId,
          caseId: given.body.case,
        }),
      ),
  }),
  inRun('POST', '/runs/:run/phone/outcome', mayCall, null, {
    params: ofRun,
    body: wire.outcomeGiven,
    answer: done,
    act: (given) => {
      const { drive, case: caseId, note, callBackAt, on, ...call } = given.body;
      return inDrive(given, drive, (driveId) =>
        given.needs.desk.phone.outcome(given.actor, {
          ...call,
          commandId: given.commandId,
          driveId,
          caseId,
          ...(note === undefined ? {} : { note }),
          ...(callBackAt === undefined ? {} : { callBackAt }),
          ...(on === undefined ? {} : { on }),
        }),
      );
    },
  }),
  inRun('POST', '/runs/:run/phone/undo', mayCall, null, {
    ...ofDrive,
    answer: wire.caseAnswer,
    act: (given) =>
      inDrive(given, given.body.drive, (driveId) =>
        given.needs.desk.phone.undo(given.actor, {
          commandId: given.commandId,
          driveId,
          dryRun: given.body.dryRun,
        }),
      ),
  }),
];

export const phoneRoutes = [...questions, ...running, ...ringing];
