import { join } from 'node:path';
import { kannelLine } from '#adapters/sms/kannel/kannel-line.ts';
import { openZoneLine } from '#adapters/sms/open-zone/open-zone-line.ts';
import { fileLedger } from '#adapters/sms/pretend/ledger.ts';
import { pretendLine } from '#adapters/sms/pretend/pretend-line.ts';
import { pswinLine } from '#adapters/sms/pswin/pswin-line.ts';
import { smppLine } from '#adapters/sms/smpp/smpp-line.ts';
import { instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import type { OpenZoneBook } from '#ports/open-zone.ts';
import type { SmsLine } from '#ports/sms-line.ts';
import type { Config } from '#src/config.ts';
import type { SmsLines } from './house-sms.ts';

/** How long a provider is waited for, ms. */
const patience = 30_000;

/** Where providers bring reports and answers; the secret is a part of the path. */
export const callbackPath = (secret: string): string => `/hooks/sms/${encodeURIComponent(secret)}`;

/** The line that the settings name, and the pretend one beside it; where that is the chosen one they are the same. */
export function openSmsLines(config: Config, book: OpenZoneBook): SmsLines {
  const pretend = pretendLine({ ledger: fileLedger(join(config.home, 'pretend-sms.jsonl')) });
  return { line: chosenLine(config, pretend, book), pretend, calmAfter: 2 * patience };
}

/** None is connected before it is used. */
function chosenLine({ sms, smsCallback }: Config, pretend: SmsLine, book: OpenZoneBook): SmsLine {
  switch (sms.gateway) {
    case 'pretend':
      return pretend;
    case 'pswin':
      return pswinLine({
        url: sms.url,
        client: sms.user,
        password: sms.password,
        sender: sms.sender,
        patienceMs: patience,
      });
    case 'kannel': {
      const callback = smsCallback?.url && new URL(callbackPath(smsCallback.secret), smsCallback.url);
      return kannelLine({
        url: sms.url,
        username: sms.user,
        password: sms.password,
        sender: sms.sender,
        callback,
        patienceMs: patience,
      });
    }
    case 'smpp':
      return smppLine({
        ...{ host: sms.host, port: sms.port, tls: sms.tls, systemId: sms.user, password: sms.password },
        ...{ sender: sms.sender, patienceMs: patience, day: () => dayOf(instant(Date.now())) },
      });
    case 'open-zone':
      return openZoneLine({ folder: sms.folder, book, daysToLive: sms.days, now: Date.now });
  }
}
