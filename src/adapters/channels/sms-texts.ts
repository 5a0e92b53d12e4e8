import type { Piece } from '#ports/channel.ts';
import type { MessageFactsBook } from '#ports/message-facts.ts';
import type { MessageWriter } from '#ports/message-writer.ts';
import type { Templates } from '#ports/templates.ts';
import { templatesOf } from './letter-orders.ts';

/** What each SMS says: its template's text in the addressee's language, filled from the register as it is now; by key. */
export const smsTexts =
  (ports: { readonly facts: MessageFactsBook; readonly templates: Templates; readonly writer: MessageWriter }) =>
  async (pieces: readonly Piece[]): Promise<ReadonlyMap<string, string>> => {
    const known = await ports.facts.readMany([...new Set(pieces.map(({ caseId }) => caseId))]);
    const templateOf = await templatesOf(ports.templates, pieces);
    return new Map(
      pieces.flatMap((piece) => {
        const template = templateOf(piece);
        const text = template?.channel === 'sms' ? template.texts[piece.language] : undefined;
        const facts = known.get(piece.caseId);
        // Somebody may have been protected since the list was frozen: then there is nothing to send, and nothing to look at.
        return text && facts && !facts.isProtected
          ? [[piece.key, ports.writer.sms(facts, text, piece.language, piece.on)] as const]
          : [];
      }),
    );
  };
