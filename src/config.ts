import { join } from 'node:path';
import { z } from 'zod';
import type { Outcome } from '#domain/outcome.ts';
import { accepted, refused } from '#domain/outcome.ts';
import {
  type CallbackSettings,
  callbackSchema,
  callbackSettings,
  type SmsSettings,
  smsSchema,
  smsSettings,
} from './sms-settings.ts';

const schema = z.object({
  AARSHJUL_HOME: z.string().min(1).optional(),
  AARSHJUL_HOST: z.string().default('127.0.0.1'),
  AARSHJUL_PORT: z.coerce.number().int().min(0).max(65_535).default(4480),
  /** Sealing keys as JSON; left out, they are made and kept in the data folder. */
  AARSHJUL_KEYS: z.string().optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  TEMPORAL_ADDRESS: z.string().optional(),
  TEMPORAL_NAMESPACE: z.string().default('aarshjul'),
  TEMPORAL_API_KEY: z.string().optional(),
  TEMPORAL_TLS: z.enum(['true', 'false']).default('false'),
  TEMPORAL_UI_PORT: z.coerce.number().int().optional(),
  /** Where Temporal's own pages are seen; they may then ask us to open what they show. */
  TEMPORAL_UI_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('warn'),
});

/** The settings of a process, read once from its environment and frozen. */
export interface Config {
  readonly home: string;
  readonly host: string;
  readonly port: number;
  readonly keys: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly temporal: {
    readonly address: string | undefined;
    readonly namespace: string;
    readonly apiKey: string | undefined;
    readonly tls: boolean;
    readonly uiPort: number | undefined;
    /** Origins of Temporal's own pages. */
    readonly uiOrigins: readonly string[];
  };
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  readonly sms: SmsSettings;
  /** Undefined: nobody outside may bring us anything. */
  readonly smsCallback: CallbackSettings | undefined;
}

/** Reads the environment; a value that is missing or wrong stops the start with its name. */
export function readConfig(given: NodeJS.ProcessEnv, root: string): Outcome<Config> {
  // What a compose file hands on without a value comes as an empty text: it was not given.
  const env = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const read = schema.safeParse(env);
  const sms = smsSchema.safeParse({ ...env, AARSHJUL_SMS: env.AARSHJUL_SMS ?? 'pretend' });
  const callback = callbackSchema.safeParse(env);
  if (!read.success || !sms.success || !callback.success) {
    const issues = [read, sms, callback].flatMap(({ error }) => error?.issues ?? []);
    const names = issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return refused({ code: 'config.wrong', facts: { names } });
  }
  const { data } = read;
  return accepted(
    Object.freeze({
      home: data.AARSHJUL_HOME ?? join(root, 'var'),
      host: data.AARSHJUL_HOST,
      port: data.AARSHJUL_PORT,
      keys: data.AARSHJUL_KEYS,
      databaseUrl: data.DATABASE_URL,
      temporal: {
        address: data.TEMPORAL_ADDRESS,
        namespace: data.TEMPORAL_NAMESPACE,
        apiKey: data.TEMPORAL_API_KEY,
        tls: data.TEMPORAL_TLS === 'true',
        uiPort: data.TEMPORAL_UI_PORT,
        uiOrigins: uiOrigins(data),
      },
      logLevel: data.LOG_LEVEL,
      sms: smsSettings(sms.data),
      smsCallback: callbackSettings(callback.data),
    }),
  );
}

function uiOrigins({ TEMPORAL_UI_URL: url, TEMPORAL_UI_PORT: port }: z.infer<typeof schema>): readonly string[] {
  const own = port === undefined ? [] : [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
  return [...(url === undefined ? [] : [new URL(url).origin]), ...own];
}
