import { z } from 'zod';

/** Which provider carries SMS, and how we are known there. */
export type SmsSettings =
  | { readonly gateway: 'pretend' }
  | (Known & { readonly gateway: 'pswin'; readonly url: URL })
  | (Known & { readonly gateway: 'kannel'; readonly url: URL })
  | (Known & { readonly gateway: 'smpp'; readonly host: string; readonly port: number; readonly tls: boolean })
  | { readonly gateway: 'open-zone'; readonly folder: string; readonly days: number };

interface Known {
  readonly user: string;
  readonly password: string;
  /** A number that can be answered. */
  readonly sender: string;
}

/** How a provider reaches us; without a secret of at least 24 signs nothing is listened to. */
export interface CallbackSettings {
  readonly secret: string;
  /** Our address as the provider sees it, without the path. */
  readonly url: URL | undefined;
}

const known = {
  AARSHJUL_SMS_USER: z.string().min(1),
  AARSHJUL_SMS_PASSWORD: z.string().min(1),
  AARSHJUL_SMS_SENDER: z.string().regex(/^\+?\d{3,15}$/, 'a number: letters cannot be answered'),
};
const web = { AARSHJUL_SMS_URL: z.url({ protocol: /^https?$/ }) };

export const smsSchema = z.discriminatedUnion('AARSHJUL_SMS', [
  z.object({ AARSHJUL_SMS: z.literal('pretend') }),
  z.object({ AARSHJUL_SMS: z.literal('pswin'), ...known, ...web }),
  z.object({ AARSHJUL_SMS: z.literal('kannel'), ...known, ...web }),
  z.object({ AARSHJUL_SMS: z.literal('smpp'), ...known, AARSHJUL_SMS_URL: z.url({ protocol: /^s?smpp$/ }) }),
  z.object({
    AARSHJUL_SMS: z.literal('open-zone'),
    AARSHJUL_SMS_FOLDER: z.string().min(1),
    AARSHJUL_SMS_DAYS: z.coerce.number().int().min(1).max(30).default(7),
  }),
]);
export const callbackSchema = z.object({
  AARSHJUL_SMS_SECRET: z.string().min(24).optional(),
  AARSHJUL_SMS_CALLBACK: z.url({ protocol: /^https?$/ }).optional(),
});

export function smsSettings(read: z.infer<typeof smsSchema>): SmsSettings {
  switch (read.AARSHJUL_SMS) {
    case 'pretend':
      return { gateway: 'pretend' };
    case 'open-zone':
      return { gateway: 'open-zone', folder: read.AARSHJUL_SMS_FOLDER, days: read.AARSHJUL_SMS_DAYS };
    case 'smpp': {
      const { hostname, port, protocol } = new URL(read.AARSHJUL_SMS_URL);
      const tls = protocol === 'ssmpp:';
      return { gateway: 'smpp', host: hostname, port: Number(port) || (tls ? 3550 : 2775), tls, ...us(read) };
    }
    case 'pswin':
    case 'kannel':
      return { gateway: read.AARSHJUL_SMS, url: new URL(read.AARSHJUL_SMS_URL), ...us(read) };
  }
}

const us = (read: {
  readonly AARSHJUL_SMS_USER: string;
  readonly AARSHJUL_SMS_PASSWORD: string;
  readonly AARSHJUL_SMS_SENDER: string;
}): Known => ({
  user: read.AARSHJUL_SMS_USER,
  password: read.AARSHJUL_SMS_PASSWORD,
  sender: read.AARSHJUL_SMS_SENDER,
});

export const callbackSettings = (read: z.infer<typeof callbackSchema>): CallbackSettings | undefined =>
  read.AARSHJUL_SMS_SECRET === undefined
    ? undefined
    : {
        secret: read.AARSHJUL_SMS_SECRET,
        url: read.AARSHJUL_SMS_CALLBACK === undefined ? undefined : new URL(read.AARSHJUL_SMS_CALLBACK),
      };
