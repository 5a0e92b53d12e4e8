import { unitId } from '#domain/ids.ts';
import { readKey } from '#domain/letter/letter-key.ts';
import type { Fault, Refusal } from '#domain/outcome.ts';
import { replyChannels, replyResponders, replyStatements } from '#domain/reply/statement.ts';
import { type InboundAnswer, inboundShows } from '#views/answers/inbound.ts';
import {
  type Asked,
  type AskedInRun,
  commandOf,
  done,
  go,
  notFound,
  one,
  oneOf,
  type Shown,
  show,
  showAgain,
} from '../asked.ts';
import { InboundPage, type InboundPageProps } from '../pages/inbound/inbound-page.tsx';
import { ReplyFormPage, ReplyFormSaid } from '../pages/inbound/reply-form-page.tsx';
import { inboundWords } from '../pages/inbound/words.ts';
import { paths } from '../paths.ts';

/** Who is looked for may be a name: the session keeps it, for one reply at a time. */
const searchKey = 'inbound-search';

function searchedFor({ kept }: AskedInRun, inboundId: string | undefined): string | undefined {
  const searched = kept[searchKey];
  if (typeof searched !== 'object' || searched === null || !('reply' in searched) || !('text' in searched))
    return undefined;
  return searched.reply === inboundId && typeof searched.text === 'string' && searched.text !== ''
    ? searched.text
    : undefined;
}

async function look(asked: AskedInRun, reply?: string): Promise<InboundAnswer> {
  const { needs, actor, run, query } = asked;
  const inboundId = reply ?? one(query, 'reply');
  const unit = one(query, 'unit');
  const ask = {
    ...{ actor, runId: run.runId, today: run.today, inboundId },
    show: oneOf(inboundShows, one(query, 'show')) ?? 'waiting',
    unit: unit === undefined ? undefined : unitId(unit),
    page: Math.max(1, Math.trunc(Number(one(query, 'page') ?? 1)) || 1),
  };
  const found = await needs.views.inbound({ ...ask, searched: searchedFor(asked, inboundId) });
  const opened = found.open?.inboundId;
  const searched = inboundId === undefined ? searchedFor(asked, opened) : undefined;
  return searched === undefined ? found : needs.views.inbound({ ...ask, searched });
}

/** Every youth the page names, for the read log. */
const seenOn = ({ rows, open }: InboundAnswer) => [
  ...new Set([
    ...rows.flatMap(({ caseId }) => (caseId === undefined ? [] : [caseId])),
    ...[...(open?.choices ?? []), ...(open?.found ?? [])].map(({ caseId }) => caseId),
  ]),
];

export async function inbound(asked: AskedInRun): Promise<Shown> {
  const found = await look(asked);
  return show(<InboundPage c={asked.c} inbound={found} />, seenOn(found));
}

async function again(
  asked: AskedInRun,
  reply: string | undefined,
  more: Pick<InboundPageProps, 'typed'> & {
    readonly faults?: readonly Fault[];
    readonly refusals?: readonly Refusal[];
  },
): Promise<Shown> {
  const found = await look(asked, reply);
  const { typed = {}, faults = [], refusals = [] } = more;
  return showAgain(
    <InboundPage c={asked.c} inbound={found} faults={faults} refusals={refusals} typed={typed} />,
    seenOn(found),
  );
}

export async function takeDownReply(asked: AskedInRun): Promise<Shown> {
  const { needs, actor, run, body, c } = asked;
  const typed = { channel: one(body, 'channel') ?? '', from: one(body, 'from') ?? '', text: one(body, 'text') ?? '' };
  const channel = oneOf(replyChannels, typed.channel) ?? 'reply-form';
  const key = readKey(typed.from);
  const outcome = await needs.desk.replies.takeDown(actor, {
    ...{ commandId: commandOf(asked), runId: run.runId, channel, text: typed.text },
    ...(key === undefined ? (typed.from === '' ? {} : { from: typed.from }) : { key }),
  });
  if (!outcome.ok) return again(asked, undefined, { refusals: outcome.refusals, typed: { fresh: typed } });
  const { inboundId, certain } = outcome.value;
  if (!certain) await asked.keep({ [searchKey]: { reply: inboundId, text: typed.from } });
  return go(paths.inbound(undefined, inboundId), inboundWords(c.language)('receipt.taken-down'));
}

export async function actOnReply(asked: AskedInRun): Promise<Shown> {
  const { needs, actor, params, c } = asked;
  const inboundId = params.reply ?? '';
  const t = inboundWords(c.language);
  const wish = { commandId: commandOf(asked), inboundId };
  const { replies } = needs.desk;
  switch (params.act) {
    case 'register':
      return registerReply(asked, inboundId);
    case 'search':
      await asked.keep({ [searchKey]: { reply: inboundId, text: one(asked.body, 'search') ?? '' } });
      return go(paths.inbound(undefined, inboundId));
    case 'take':
      return done(asked, await replies.take(actor, wish), paths.inbound(), t('taken.me'));
    case 'let-go':
      return done(asked, await replies.letGo(actor, wish), paths.inbound(), t('let-go'));
    case 'set-aside': {
      const outcome = await replies.setAside(actor, wish);
      return outcome.ok ? go(paths.inbound(), t('receipt.set-aside')) : done(asked, outcome, paths.inbound(), '');
    }
    case 'bring-back':
      return done(asked, await replies.bringBack(actor, wish), paths.inbound('set-aside'), t('bring-back'));
    case 'done':
      return done(asked, await replies.done(actor, wish), paths.inbound('forwarded'), t('receipt.done'));
    default:
      return notFound;
  }
}

async function registerReply(asked: AskedInRun, inboundId: string): Promise<Shown> {
  const { needs, actor, body, c } = asked;
  const t = inboundWords(c.language);
  const field = (name: string) => one(body, name) ?? '';
  const typed = {
    ...{ case: field('case'), answeredBy: field('answeredBy'), says: field('says') },
    ...{ note: field('note'), mark: field('mark'), code: field('code') },
  };
  const says = oneOf(replyStatements, typed.says);
  const answeredBy = oneOf(replyResponders, typed.answeredBy);
  const faults: Fault[] = [];
  if (typed.case === '') faults.push({ place: 'reply-case', code: 'web.inbound.who', found: '' });
  if (answeredBy === undefined) faults.push({ place: 'reply-spoke', code: 'web.inbound.spoke', found: '' });
  if (says === undefined) faults.push({ place: 'reply-said', code: 'web.inbound.said', found: '' });
  if (says === undefined || answeredBy === undefined || faults.length > 0)
    return again(asked, inboundId, { faults, typed: { reply: typed } });
  const mark = oneOf(['wrong', 'stop'] as const, typed.mark);
  const outcome = await needs.desk.replies.register(actor, {
    ...{ commandId: commandOf(asked), inboundId, caseId: typed.case, answeredBy, says },
    ...(typed.note === '' ? {} : { note: typed.note }),
    ...(typed.code === '' ? {} : { code: typed.code }),
    ...(mark === undefined ? {} : { mark }),
  });
  if (!outcome.ok) return again(asked, inboundId, { refusals: outcome.refusals, typed: { reply: typed } });
  const { codeRefused, caseworker } = { ...outcome.value, caseworker: outcome.value.forwardedTo };
  if (codeRefused.length > 0) return go(paths.inbound(), t('receipt.code-refused', { code: typed.code }));
  const name = caseworker === null ? undefined : await needs.views.staffName(caseworker);
  return go(paths.inbound(), name === undefined ? t('receipt.registered-nobody') : t('receipt.registered', { name }));
}

export async function replyForm({ c, needs, params, query }: Asked): Promise<Shown> {
  if (one(query, 'sent') !== undefined) return show(<ReplyFormSaid c={c} said="thanks" />);
  const key = params.key ?? '';
  if (!(await needs.desk.replies.hear.isOpen(key)))
    return { kind: 'page', page: <ReplyFormSaid c={c} said="over" />, status: 404, seen: [] };
  return show(<ReplyFormPage c={c} formKey={key} />);
}

/** Longer than this is no reply to six boxes. */
const longestText = 4_000;

export async function sendReplyForm(asked: Asked): Promise<Shown> {
  const { c, needs, params, body } = asked;
  const outcome = await needs.desk.replies.hear.form({
    ...{ commandId: commandOf(asked), key: params.key ?? '', says: oneOf(replyStatements, one(body, 'says')) },
    ...{ text: (one(body, 'text') ?? '').slice(0, longestText), phone: (one(body, 'phone') ?? '').slice(0, 40) },
  });
  if (!outcome.ok) return show(<ReplyFormSaid c={c} said="over" />);
  return go(paths.replyForm(params.key ?? '', true));
}
