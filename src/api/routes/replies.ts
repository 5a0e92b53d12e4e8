import { z } from 'zod';
import { mayTakeReplies } from '#domain/access/may.ts';
import { caseId, unitId } from '#domain/ids.ts';
import { accepted } from '#domain/outcome.ts';
import { saidWith } from '../explain.ts';
import { inRun } from '../serve.ts';
import { id } from '../wire/basic.ts';
import * as wire from '../wire/reply.ts';

const ofReply = z.object({ run: id, reply: id });
const act = (path: 'take' | 'let-go' | 'set-aside' | 'bring-back' | 'done') =>
  inRun('POST', `/runs/:run/replies/:reply/${path}`, mayTakeReplies, null, {
    params: ofReply,
    body: wire.act,
    answer: wire.acted,
    act: ({ needs, actor, params, body, commandId }) => {
      const { replies } = needs.desk;
      const wish = { commandId, inboundId: params.reply, dryRun: body.dryRun };
      const acts = { take: replies.take, 'let-go': replies.letGo, 'set-aside': replies.setAside };
      const others = { ...acts, 'bring-back': replies.bringBack, done: replies.done };
      return others[path](actor, wish);
    },
  });

/** The queue of replies: seen, taken down, registered, dealt with. */
export const replyRoutes = [
  inRun('GET', '/runs/:run/replies', mayTakeReplies, 'inbound.list', {
    seen: ({ rows }) => rows.flatMap((row) => (row.caseId === undefined ? [] : [caseId(row.caseId)])),
    params: z.object({ run: id }),
    query: wire.asked,
    answer: wire.replies,
    act: async ({ needs, actor, run, query }) => {
      const { unit, ...part } = query;
      const ask = { actor, runId: run.runId, today: run.today, ...part };
      return accepted(
        await needs.views.inbound({
          ...ask,
          ...(unit === undefined ? {} : { unit: unitId(unit) }),
          ...{ inboundId: undefined, searched: undefined },
        }),
      );
    },
  }),
  inRun('POST', '/runs/:run/replies', mayTakeReplies, null, {
    params: z.object({ run: id }),
    body: wire.takenDown,
    answer: wire.inQueue,
    act: ({ needs, actor, run, body, commandId }) => {
      const { caseId: of, key, from, says, ...wish } = body;
      const who = { ...(of === undefined ? {} : { caseId: of }), ...(key === undefined ? {} : { key }) };
      const said = { ...(from === undefined ? {} : { from }), ...(says === undefined ? {} : { says }) };
      return needs.desk.replies.takeDown(actor, { ...wish, ...who, ...said, commandId, runId: run.runId });
    },
  }),
  inRun('POST', '/runs/:run/replies/:reply/register', mayTakeReplies, null, {
    params: ofReply,
    body: wire.registration,
    answer: wire.registered,
    act: async ({ needs, actor, params, body, commandId, language }) => {
      const { caseId: of, note, code, mark, ...wish } = body;
      const more = { ...(of === undefined ? {} : { caseId: of }), ...(note === undefined ? {} : { note }) };
      const set = { ...(code === undefined ? {} : { code }), ...(mark === undefined ? {} : { mark }) };
      const inboundId = params.reply;
      const told = await needs.desk.replies.register(actor, { ...wish, ...more, ...set, commandId, inboundId });
      if (!told.ok) return told;
      const codeRefused = told.value.codeRefused.map((each) => saidWith(needs, language, each));
      return accepted({ ...told.value, codeRefused });
    },
  }),
  inRun('POST', '/runs/:run/replies/:reply/match', mayTakeReplies, null, {
    params: ofReply,
    body: wire.match,
    answer: wire.acted,
    act: ({ needs, actor, params, body, commandId }) =>
      needs.desk.replies.match(actor, { commandId, inboundId: params.reply, caseId: body.caseId, dryRun: body.dryRun }),
  }),
  act('take'),
  act('let-go'),
  act('set-aside'),
  act('bring-back'),
  act('done'),
  inRun('POST', '/runs/:run/sms-file', mayTakeReplies, null, {
    params: z.object({ run: id }),
    body: z.instanceof(Uint8Array),
    answer: wire.smsFile,
    bodyLimit: 25 * 1024 * 1024,
    act: async ({ needs, actor, run, body, commandId, language }) => {
      const read = await needs.desk.replies.file(actor, { commandId, runId: run.runId, bytes: body });
      if (!read.ok) return read;
      const faults = read.value.faults.map(({ code, place, found }) => {
        return { place, found, wanted: needs.explain(language, code, {}) };
      });
      return accepted({ ...read.value, faults });
    },
  }),
];
