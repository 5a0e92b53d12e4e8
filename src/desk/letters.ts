import { type Actor, unitsOf } from '#domain/access/actor.ts';
import { mayDoMailing, mayMakeTemplates, mayTakeReturnedMail } from '#domain/access/letters.ts';
import { maySeeYouth } from '#domain/access/may.ts';
import type { Addressee } from '#domain/household/letter-piece.ts';
import { type Language, languages } from '#domain/language.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import type { LetterKeys } from '#ports/letter-keys.ts';
import type { LetterPost } from '#ports/letter-post.ts';
import type { LetterPress } from '#ports/letter-press.ts';
import type { LetterPreview } from '#ports/letter-preview.ts';
import type { MessageFactsBook } from '#ports/message-facts.ts';
import type { MessageWriter } from '#ports/message-writer.ts';
import type { Templates } from '#ports/templates.ts';
import { subjects } from '#workflows/messages.ts';
import { type DeskPorts, deny, doerOf, missing, type Wish } from './commands.ts';
import { type MailRoomPorts, mailRoomDesk } from './mail-room.ts';
import { type PrintWish, printBatch } from './print-letters.ts';
import { keepTemplate, type TemplateWish } from './templates.ts';

export interface LetterDeskPorts extends DeskPorts, MailRoomPorts {
  readonly templates: Templates;
  readonly messageFacts: MessageFactsBook;
  readonly messageWriter: MessageWriter;
  readonly letterKeys: LetterKeys;
  readonly letterPost: LetterPost;
  readonly letterPress: LetterPress;
  readonly letterPreview: LetterPreview;
}
export interface PreviewWish {
  readonly runId: string;
  readonly caseId: string;
  readonly addressee: Addressee;
  readonly templateId: string;
  /** The newest where it is left out. */
  readonly version?: number;
  /** The youth's own where it is left out. */
  readonly language?: Language;
}
export type Previewed =
  | { readonly channel: 'letter'; readonly text: string; readonly pages: number; readonly pdf: Uint8Array }
  | { readonly channel: 'sms'; readonly text: string };

export interface ReturnedWish extends Wish {
  /** As typed or scanned. */
  readonly key: string;
}
export interface Returned {
  readonly caseId: string;
  readonly addressee: Addressee;
  /** False when it was registered before. */
  readonly isNew: boolean;
}

/** Letters: their templates, how they look, printing them, and those that come back. */
export const letterDesk = (ports: LetterDeskPorts) => ({
  keepTemplate: (actor: Actor, wish: TemplateWish) =>
    mayMakeTemplates(actor) ? keepTemplate(ports, actor, wish) : Promise.resolve(deny()),
  preview: (actor: Actor, wish: PreviewWish) => preview(ports, actor, wish),
  print: (actor: Actor, wish: PrintWish) =>
    mayDoMailing(actor) ? printBatch(ports, actor, unitsOf(actor), wish) : Promise.resolve(deny()),
  returned: (actor: Actor, wish: ReturnedWish) => returned(ports, actor, wish),
  ...mailRoomDesk(ports),
});

/** What one recipient would get. Nothing of a protected person is ever made, so nothing is shown. */
async function preview(ports: LetterDeskPorts, actor: Actor, wish: PreviewWish): Promise<Outcome<Previewed>> {
  if (!mayDoMailing(actor) && !mayMakeTemplates(actor)) return deny();
  const found = await ports.cases.find(wish.caseId);
  if (!found || found.runId !== wish.runId || !maySeeYouth(actor, found)) return missing();
  const facts = (await ports.messageFacts.readMany([wish.caseId])).get(wish.caseId);
  const { templateId, version } = wish;
  const template = await (version === undefined
    ? ports.templates.newest(templateId)
    : ports.templates.find({ templateId, version }));
  if (!facts || !template) return missing();
  if (facts.isProtected) return refused({ code: 'letter.byHand' });
  const { today: on } = await ports.runs.clock(wish.runId);
  const language = wish.language ?? facts.youth.languageForm ?? languages[0];
  const text = template.texts[language];
  if (!text) return refused({ code: 'letter.noLanguage', facts: { language } });
  if (template.channel === 'sms')
    return accepted({ channel: 'sms', text: ports.messageWriter.sms(facts, text, language, on) });
  const key = `preview/${wish.caseId}`;
  const order = { key, runId: wish.runId, caseId: wish.caseId, addressee: wish.addressee, language, template, on };
  const made = (await ports.letterPreview([order])).get(key);
  if (!made) return refused({ code: 'letter.byHand' });
  const said = ports.messageWriter.letter(facts, text, wish.addressee !== 'youth', language, on);
  return accepted({ channel: 'letter', text: said, pages: made.pages, pdf: made.pdf });
}

/** A letter that came back: whose it was is known by its key alone. */
async function returned(ports: LetterDeskPorts, actor: Actor, wish: ReturnedWish): Promise<Outcome<Returned>> {
  if (!mayTakeReturnedMail(actor)) return deny();
  const opened = await ports.letterKeys.open(wish.key, 'returned', Date.now());
  if (opened.outcome !== 'opened') return refused({ code: `letter.key.${opened.outcome}` });
  const { caseId, addressee, letterKey, runId } = opened;
  const found = await ports.cases.find(caseId);
  if (!found || !maySeeYouth(actor, found)) return missing();
  if (wish.dryRun) return accepted({ caseId, addressee, isNew: true });
  const { now, today: on } = await ports.runs.clock(runId);
  // The key makes the command's number, so that however often it is registered, the case hears it once.
  const event = { type: 'letter.cameBack', at: now, doer: doerOf(actor, found.caseworkerId), ...{ on, addressee } };
  const told = await ports.engine.tell({
    subject: subjects.youth(caseId),
    commandId: `returned-${letterKey}`,
    event,
  });
  if (!told.ok) return told;
  const isNew = await ports.letterPost.noteReturned({ letterKey, at: now, by: actor.staffId });
  return accepted({ caseId, addressee, isNew });
}
