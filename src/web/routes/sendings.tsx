import { parseClockTime } from '#domain/calendar/clock-time.ts';
import { instant, parseDay } from '#domain/calendar/day.ts';
import { clockOf, dayOf, instantAt } from '#domain/calendar/oslo-clock.ts';
import { type CampaignPurpose, campaignPurposes, channelOf } from '#domain/campaign/campaign-file.ts';
import { recipientStates, uncertainSettlements } from '#domain/campaign/recipient.ts';
import type { Fault } from '#domain/outcome.ts';
import type { SendingAnswer } from '#views/answers/sending.ts';
import type { SendingFormAnswer, TemplateChoice } from '#views/answers/sending-form.ts';
import {
  type AskedInRun,
  commandOf,
  done,
  go,
  letterFile,
  many,
  notFound,
  one,
  oneOf,
  refusedWith,
  type Shown,
  show,
  showAgain,
} from '../asked.ts';
import type { Looked } from '../pages/sendings/looks.tsx';
import { NewSendingPage, type TypedSending } from '../pages/sendings/new-page.tsx';
import { RecipientsPage } from '../pages/sendings/recipients-page.tsx';
import { SendingPage } from '../pages/sendings/sending-page.tsx';
import { SendingsPage } from '../pages/sendings/sendings-page.tsx';
import { sendingWords } from '../pages/sendings/words.ts';
import { paths } from '../paths.ts';

export async function sendings({ c, needs, actor, run }: AskedInRun): Promise<Shown> {
  return show(<SendingsPage c={c} found={await needs.views.sendings(actor, run.runId)} />);
}

const untyped: TypedSending = {
  title: '',
  purpose: 'standard-letter',
  template: '',
  tracks: [],
  units: [],
  day: '',
  time: '',
};

export async function newSending({ c, needs, actor, run, query }: AskedInRun): Promise<Shown> {
  const form = await needs.views.sendingForm(actor, run.runId);
  if (!form) return notFound;
  const purpose = oneOf(campaignPurposes, one(query, 'purpose')) ?? untyped.purpose;
  return show(<NewSendingPage c={c} form={form} typed={{ ...untyped, purpose }} />);
}

/** Planned, and its list asked for at once: what one wants to see next is who is on it. */
export async function planSending(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, run } = asked;
  const form = await needs.views.sendingForm(actor, run.runId);
  if (!form) return notFound;
  const typed = typedIn(asked);
  const read = readSending(typed, form);
  if ('faults' in read) return showAgain(<NewSendingPage c={c} form={form} typed={typed} faults={read.faults} />);
  const command = commandOf(asked);
  const planned = await needs.desk.campaigns.plan(actor, { commandId: command, runId: run.runId, ...read });
  if (!planned.ok) return refusedWith(planned.refusals);
  const { campaignId } = planned.value;
  await needs.desk.campaigns.preview(actor, { commandId: `${command}-list`, runId: run.runId, campaignId });
  return go(paths.sending(campaignId), sendingWords(c.language)('receipt.planned'));
}

/** The form with what stands, to be changed before anything has gone. */
export async function sendingToChange(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, run } = asked;
  const [form, found] = await Promise.all([needs.views.sendingForm(actor, run.runId), look(asked)]);
  if (!form || !found?.mayChange) return notFound;
  return show(<NewSendingPage c={c} form={form} typed={typedOf(found)} sending={found} />);
}

const typedOf = ({ title, purpose, template, filter, sendAt, planDay }: SendingAnswer): TypedSending => ({
  ...{ title, purpose, template: `${template.templateId}:${template.version}` },
  ...{ tracks: filter.tracks ?? [], units: filter.units ?? [] },
  day: planDay === undefined ? dayOf(instant(sendAt)) : '',
  time: planDay === undefined ? clockOf(instant(sendAt)) : '',
});

/** Changed, and its list made anew: whoever approves looks at that. */
export async function changeSending(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, run } = asked;
  const [form, found] = await Promise.all([needs.views.sendingForm(actor, run.runId), look(asked)]);
  if (!form || !found) return notFound;
  const { title, purpose, campaignId } = found;
  const typed = { ...typedIn(asked), title, purpose };
  const read = readSending(typed, form);
  if ('faults' in read)
    return showAgain(<NewSendingPage c={c} form={form} typed={typed} sending={found} faults={read.faults} />);
  const { template, filter, sendAt } = read;
  const wish = { commandId: commandOf(asked), runId: run.runId, campaignId };
  const changed = await needs.desk.campaigns.change(actor, {
    ...{ ...wish, template, filter, sendAt: sendAt ?? 'by-plan' },
  });
  if (!changed.ok) return refusedWith(changed.refusals);
  await needs.desk.campaigns.preview(actor, { ...wish, commandId: `${wish.commandId}-list` });
  return go(paths.sending(campaignId), sendingWords(c.language)('receipt.changed'));
}

const typedIn = ({ body }: AskedInRun): TypedSending => ({
  title: one(body, 'title')?.slice(0, 80) ?? '',
  purpose: one(body, 'purpose') ?? '',
  template: one(body, 'template') ?? '',
  tracks: many(body, 'track'),
  units: many(body, 'unit'),
  day: one(body, 'day') ?? '',
  time: one(body, 'time') ?? '',
});

function readSending(typed: TypedSending, form: SendingFormAnswer) {
  const purpose = oneOf(campaignPurposes, typed.purpose) ?? 'other';
  const template = form.templates.find(({ templateId, version }) => typed.template === `${templateId}:${version}`);
  const [day, time] = [parseDay(typed.day), parseClockTime(typed.time === '' ? '09:00' : typed.time)];
  const hasWhen = typed.day !== '' || typed.time !== '';
  const faults: readonly Fault[] = [
    ...(typed.title === '' ? [fault('sending-name', 'name')] : []),
    ...(template && fits(template, purpose) ? [] : [fault('sending-template', 'template')]),
    ...(hasWhen && !(day && time) ? [fault('sending-day', 'when', `${typed.day} ${typed.time}`)] : []),
  ];
  if (faults.length > 0 || !template) return { faults };
  const known = <T extends { readonly id: string }>(all: readonly T[], chosen: readonly string[]) =>
    all.map(({ id }) => id).filter((id) => chosen.includes(id));
  const tracks = known(form.tracks, typed.tracks);
  const units = known(form.units, typed.units);
  return {
    title: typed.title,
    purpose,
    channel: template.channel,
    template: { templateId: template.templateId, version: template.version },
    filter: {
      ...(tracks.length === 0 ? {} : { tracks }),
      ...(units.length === 0 ? {} : { units }),
      ...(purpose === 'sms-round' ? { status: 'OTUK' as const } : {}),
    },
    ...(day && time && typed.day !== '' ? { sendAt: instantAt(day, time) } : {}),
  };
}

const fits = ({ channel }: TemplateChoice, purpose: CampaignPurpose): boolean =>
  channel === (channelOf[purpose] ?? channel);
const fault = (place: string, key: string, found = ''): Fault => ({ place, code: `web.sending.${key}`, found });

export async function sending(asked: AskedInRun): Promise<Shown> {
  const found = await look(asked);
  if (!found) return notFound;
  const looked = await lookAt(asked, found);
  return show(<SendingPage c={asked.c} sending={found} looked={looked} />, seenIn(looked));
}

const look = ({ needs, actor, run, params }: AskedInRun): Promise<SendingAnswer | undefined> =>
  needs.views.sending(actor, run.runId, params.sending ?? '');
const seenIn = ({ preview }: Looked) => (preview ? [preview.caseId] : []);

/** Those still to get it before those who have. */
const looked = ['planned', 'handed-over', 'delivered'] as const;

/** The nth of those who get it, or have got it, among those the reader may see. */
async function lookAt({ needs, actor, run, query }: AskedInRun, found: SendingAnswer): Promise<Looked> {
  const nobody = { nth: 0, of: 0, preview: undefined };
  const state = looked.find((one) => found.counts[one] > 0);
  if (!found.maySeeRecipients || found.list === 0 || state === undefined) return nobody;
  const { runId } = run;
  const first = await needs.views.recipients(actor, runId, found.campaignId, state, 1);
  if (!first || first.total === 0) return nobody;
  const nth = Math.min(first.total, Math.max(1, Math.trunc(Number(one(query, 'nth') ?? 1)) || 1));
  const page = Math.ceil(nth / first.pageSize);
  const rows =
    page === 1 ? first.rows : (await needs.views.recipients(actor, runId, found.campaignId, state, page))?.rows;
  const key = rows?.[(nth - 1) % first.pageSize]?.key;
  const preview =
    key === undefined ? undefined : await needs.views.recipientPreview(actor, runId, found.campaignId, key);
  return { nth, of: first.total, preview };
}

/** One recipient's letter as it prints, with keys that open nothing. */
export async function sendingLetter(asked: AskedInRun): Promise<Shown> {
  const { needs, actor, run, params } = asked;
  const found = await look(asked);
  const to = found && (await needs.views.recipientPreview(actor, run.runId, found.campaignId, params.key ?? ''));
  if (!to) return notFound;
  const made = await needs.desk.letters.preview(actor, {
    ...{ runId: run.runId, caseId: to.caseId, addressee: to.addressee, language: to.language },
    ...found.template,
  });
  if (!made.ok) return refusedWith(made.refusals);
  return made.value.channel === 'letter' ? letterFile('preview', made.value.pdf, [to.caseId]) : notFound;
}

export async function recipients(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, run, query } = asked;
  const found = await look(asked);
  const state = oneOf(recipientStates, one(query, 'state'));
  const page = Math.max(1, Math.trunc(Number(one(query, 'page') ?? 1)) || 1);
  const rows = found && (await needs.views.recipients(actor, run.runId, found.campaignId, state, page));
  if (!found || !rows) return notFound;
  return show(
    <RecipientsPage c={c} sending={found} found={rows} />,
    rows.rows.map(({ caseId }) => caseId),
  );
}

const plainActs = ['preview', 'withdraw', 'stop', 'resume', 'end'] as const;
const verbs = {
  preview: 'preview',
  withdraw: 'withdrawApproval',
  stop: 'stop',
  resume: 'resume',
  end: 'end',
} as const;

export async function actOnSending(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, run, params } = asked;
  const campaignId = params.sending ?? '';
  if (params.act === 'approve') return approve(asked, campaignId);
  const act = oneOf(plainActs, params.act);
  if (act === undefined) return notFound;
  const outcome = await needs.desk.campaigns[verbs[act]](actor, {
    commandId: commandOf(asked),
    runId: run.runId,
    campaignId,
  });
  return done(asked, outcome, paths.sending(campaignId), sendingWords(c.language)(`receipt.${act}`));
}

async function approve(asked: AskedInRun, campaignId: string): Promise<Shown> {
  const { c, needs, actor, run, body } = asked;
  if (one(body, 'read') !== '1') {
    const found = await look(asked);
    if (!found) return notFound;
    const looked = await lookAt(asked, found);
    return showAgain(<SendingPage c={c} sending={found} looked={looked} unread />, seenIn(looked));
  }
  const outcome = await needs.desk.campaigns.approve(actor, {
    commandId: commandOf(asked),
    runId: run.runId,
    campaignId,
    list: Number(one(body, 'list') ?? Number.NaN),
    fingerprint: one(body, 'fingerprint') ?? '',
  });
  return done(asked, outcome, paths.sending(campaignId), sendingWords(c.language)('receipt.approve'));
}

export async function settleRecipient(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, run, params, body } = asked;
  const campaignId = params.sending ?? '';
  const as = oneOf(uncertainSettlements, one(body, 'as'));
  if (as === undefined) return notFound;
  const outcome = await needs.desk.campaigns.settleUncertain(actor, {
    commandId: commandOf(asked),
    runId: run.runId,
    campaignId,
    key: one(body, 'key') ?? '',
    as,
  });
  const to = paths.recipients(campaignId, 'uncertain');
  return done(asked, outcome, to, sendingWords(c.language)('receipt.settled'));
}
