import type { InboundRow } from '#views/answers/inbound.ts';
import type { PageContext } from '../../page-context.ts';
import type { IconName } from '../../parts/icon-name.ts';
import { inboundWords } from './words.ts';

export const replyIcons: Readonly<Record<InboundRow['channel'], IconName>> = {
  'reply-form': 'FileText',
  phone: 'Phone',
  email: 'EnvelopeClosed',
  sms: 'ChatElipsis',
  'drop-in': 'Door',
};

/** Who it is from as far as that is known: a name, or what they wrote from. */
export const senderWords = (c: PageContext, row: InboundRow): string => {
  const t = inboundWords(c.language);
  if (row.name !== undefined) return row.name;
  const from = row.from === undefined ? '' : ` · ${row.from}`;
  return `${t(row.sender === 'asked' ? 'sender.asked' : 'sender.unknown')}${from}`;
};
