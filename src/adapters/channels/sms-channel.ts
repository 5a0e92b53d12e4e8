import { smsSize } from '#domain/sms/segments.ts';
import type { Channel, Piece, PiecePreview, Receipt } from '#ports/channel.ts';
import type { SmsGateway } from '#ports/sms-gateway.ts';
import type { SmsRecipients } from '#ports/sms-recipients.ts';

/** A gateway as a campaign's channel: numbers and texts are read at the moment of hand-over and kept nowhere. */
export const smsChannel = (gateway: SmsGateway, recipients: SmsRecipients, calmAfter: number): Channel => ({
  name: gateway.name,
  batchSize: gateway.batchSize,
  calmAfter,
  handOver: (pieces) => handOver(gateway, recipients, pieces),
  ask: gateway.ask,
  preview: async (pieces) => {
    const texts = await recipients.texts(pieces);
    return new Map(
      [...texts].map(([key, text]): readonly [string, PiecePreview] => [
        key,
        { text, parts: smsSize(text).parts.length },
      ]),
    );
  },
});

async function handOver(
  gateway: SmsGateway,
  recipients: SmsRecipients,
  pieces: readonly Piece[],
): Promise<readonly Receipt[]> {
  const [numbers, texts] = await Promise.all([
    recipients.numbers(pieces.map(({ caseId }) => caseId)),
    recipients.texts(pieces),
  ]);
  const messages = pieces.flatMap(({ key, caseId }) => {
    const [to, text] = [numbers.get(caseId), texts.get(key)];
    return to === undefined || text === undefined ? [] : [{ key, to, text }];
  });
  const receipts = new Map(
    (messages.length > 0 ? await gateway.send(messages) : []).map((receipt) => [receipt.key, receipt]),
  );
  const sent = new Set(messages.map(({ key }) => key));
  return pieces.map(({ key, caseId }): Receipt => {
    if (!sent.has(key)) return { key, outcome: 'refused', why: numbers.has(caseId) ? 'no-text' : 'no-mobile' };
    // A gateway that forgets one has perhaps sent it.
    return receipts.get(key) ?? { key, outcome: 'unclear' };
  });
}
