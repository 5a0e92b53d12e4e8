import type { LetterPiece } from '#domain/household/letter-piece.ts';
import { lettersFor } from '#domain/household/letters-for.ts';
import type { MessageTemplate, MessageText } from '#domain/message/template.ts';
import type { Piece } from '#ports/channel.ts';
import type { PressJob } from '#ports/letter-press.ts';
import type { MessageFacts, MessageFactsBook } from '#ports/message-facts.ts';
import type { Templates } from '#ports/templates.ts';

/** Why a letter is not made. It names no person, and says of a household that has changed not how. */
type LetterRefusal = 'no-template' | 'no-language' | 'household-changed';

export interface LetterOrder {
  readonly order: Piece;
  readonly facts: MessageFacts;
  readonly piece: LetterPiece;
  readonly text: MessageText;
}
export type Judged = LetterOrder | { readonly order: Piece; readonly why: LetterRefusal };

export const isReady = (judged: Judged): judged is LetterOrder => 'piece' in judged;

/**
 * What each ordered letter is made of, by the register as it is now. Who may get one is asked again here: a household that has changed
 * since the list was frozen gets nothing by itself.
 */
export async function judgeOrders(
  ports: { readonly facts: MessageFactsBook; readonly templates: Templates },
  orders: readonly Piece[],
): Promise<readonly Judged[]> {
  const cases = [...new Set(orders.map(({ caseId }) => caseId))];
  const [known, knowledge] = await Promise.all([ports.facts.readMany(cases), ports.facts.knowledge()]);
  const templateOf = await templatesOf(ports.templates, orders);
  return orders.map((order): Judged => {
    const template = templateOf(order);
    if (template?.channel !== 'letter') return { order, why: 'no-template' };
    const text = template.texts[order.language];
    if (!text) return { order, why: 'no-language' };
    const facts = known.get(order.caseId);
    const pieces = facts && !facts.isProtected ? lettersFor(facts.youth, order.on, knowledge).pieces : [];
    const piece = pieces.find(({ addressee }) => addressee === order.addressee);
    return facts && piece ? { order, facts, piece, text } : { order, why: 'household-changed' };
  });
}

/** The templates some pieces name, each read once. */
export async function templatesOf(
  templates: Templates,
  orders: readonly Piece[],
): Promise<(order: Piece) => MessageTemplate | undefined> {
  const wanted = new Map(orders.map((order) => [nameOf(order), order.template]));
  const found = new Map<string, MessageTemplate | undefined>();
  for (const [name, which] of wanted) found.set(name, await templates.find(which));
  return (order) => found.get(nameOf(order));
}

const nameOf = ({ template }: Piece): string => `${template.templateId} ${template.version}`;

export const pressJob = (
  { order, facts, piece, text }: LetterOrder,
  returnKey: string,
  replyKey: string | null,
): PressJob => ({
  key: order.key,
  facts,
  piece,
  text,
  language: order.language,
  on: order.on,
  returnKey,
  replyKey: piece.isCopy ? null : replyKey,
});
