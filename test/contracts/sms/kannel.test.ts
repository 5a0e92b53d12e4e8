import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kannelLine } from '#adapters/sms/kannel/kannel-line.ts';
import type { SmsLine } from '#ports/sms-line.ts';
import { type Arrived, anSms, keepsTheLine, type Peer } from './line-contract.ts';
import { freePort, program, standIn } from './peers.ts';
import { hasPrograms } from './programs-here.ts';

const bearerbox = '/usr/sbin/bearerbox';
const smsbox = '/usr/sbin/smsbox';
const fakesmsc = '/usr/lib/kannel/test/fakesmsc';
const isHere = hasPrograms('Kannel', bearerbox, smsbox, fakesmsc);

/** Debian's Kannel, whole: its own router, its own HTTP door, its own SMS centre. */
async function startKannel() {
  const folder = await mkdtemp(join(tmpdir(), 'aarshjul-kannel-'));
  const ports = await Promise.all([freePort(), freePort(), freePort(), freePort(), freePort()]);
  const [admin, boxes, centrePort, answersPort, http] = ports;
  let line: SmsLine | undefined;
  const hearing: { hear: Parameters<SmsLine['listen']>[0] } = { hear: async () => {} };
  const told: string[] = [];
  const own = new Set<string>();
  const callbacks = await standIn((request, body) => {
    const query = Object.fromEntries(new URL(request.url ?? '/', 'http://x').searchParams);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const read = line?.readCallback({ query, headers, bytes: body, day: '2026-10-20' });
    if (!read?.ok) return 400;
    // Reports of an earlier sentence may come late: each hears of its own.
    const { incoming } = read.news;
    const reports = read.news.reports.filter(({ key }) => own.has(key ?? ''));
    if (reports.length + incoming.length > 0) void hearing.hear({ reports, incoming }).then(() => told.push('heard'));
    return read.answer.text;
  });
  const config = join(folder, 'kannel.conf');
  await writeFile(
    config,
    `group = core
admin-port = ${admin}
admin-password = a
admin-allow-ip = "127.0.0.1"
smsbox-port = ${boxes}
box-allow-ip = "127.0.0.1"

group = smsc
smsc = fake
smsc-id = centre
port = ${centrePort}
connect-allow-ip = 127.0.0.1

group = smsc
smsc = fake
smsc-id = answers
port = ${answersPort}
connect-allow-ip = 127.0.0.1
allowed-smsc-id = answers

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = ${http}
sendsms-interface = 127.0.0.1

group = sendsms-user
username = ot
password = hemmeleg
concatenation = true
max-messages = 16

group = sms-service
keyword = default
catch-all = true
post-url = "${callbacks.url}?from=%p&id=%I"
max-messages = 0
omit-empty = true
`,
  );
  const router = program(bearerbox, [config]);
  await router.until(() => router.lines.some((each) => each.includes('MAIN: Start-up done')));
  const startDoor = async () => {
    const door = program(smsbox, [config]);
    await door.until(() => door.lines.some((each) => each.includes('Connected to bearerbox')));
    return door;
  };
  let door: Awaited<ReturnType<typeof startDoor>> | undefined = await startDoor();
  const centre = program(fakesmsc, ['-H', '127.0.0.1', '-r', String(centrePort), '-m', '0', '1 2 text none']);
  await router.until(() => router.lines.some((each) => each.includes('client connected')));
  const open = async (): Promise<Peer> => {
    door ??= await startDoor();
    told.length = 0;
    own.clear();
    const before = centre.lines.filter(isMessage).length;
    const opened = kannelLine({
      url: new URL(`http://127.0.0.1:${http}/cgi-bin/sendsms`),
      username: 'ot',
      password: 'hemmeleg',
      sender: '2012',
      callback: callbacks.url,
    });
    line = opened;
    const fresh = () => joined(centre.lines.filter(isMessage).slice(before));
    return {
      line: {
        ...opened,
        gateway: {
          ...opened.gateway,
          send: (messages) => {
            for (const { key } of messages) own.add(key);
            return opened.gateway.send(messages);
          },
        },
        listen: (hear) => {
          hearing.hear = hear;
        },
      },
      arrived: async (count) => {
        await centre.until(() => fresh().length >= count);
        return fresh();
      },
      refused: () => ({ ...anSms(), to: 'nobody' }),
      goAway: async () => {
        await door?.close();
        door = undefined;
      },
      report: () => heard(told),
      write: async (from, text) => {
        const message = `${from.slice(1)} 2012 text ${text}`;
        const writer = program(fakesmsc, ['-H', '127.0.0.1', '-r', String(answersPort), '-m', '1', message]);
        await heard(told);
        await writer.close();
      },
      canAsk: false,
      close: async () => {},
    };
  };
  const stop = async () => {
    for (const each of [centre, door, router]) await each?.close();
    await callbacks.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { open, stop };
}

const isMessage = (line: string): boolean => /[Gg]ot message \d+:/.test(line);
const decoded = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll('+', ' ').replaceAll(/%([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

/** The centre prints each part; parts are joined by the header in front of them. */
function joined(lines: readonly string[]): readonly Arrived[] {
  const whole: Arrived[] = [];
  const waiting = new Map<string, string[]>();
  for (const line of lines) {
    const [, to = '', kind = '', rest = ''] = /<\S+ (\S+) (\S+) (.*)>$/.exec(line) ?? [];
    if (kind === 'text') whole.push({ to, text: rest });
    else if (kind === 'ucs-2') whole.push({ to, text: decoded(rest).swap16().toString('utf16le') });
    else {
      // `udh <header> data <text>`; two bytes a sign are known by the zero in each plain letter.
      const [head = '', , body = ''] = rest.split(' ');
      const [, , , together = 0, count = 0, place = 0] = decoded(head);
      const bytes = decoded(body);
      const text = body.includes('%00') ? bytes.swap16().toString('utf16le') : bytes.toString('utf8');
      const parts = waiting.get(`${to}/${together}`) ?? [];
      parts[place - 1] = text;
      waiting.set(`${to}/${together}`, parts);
      if (Object.keys(parts).length === count) whole.push({ to, text: parts.join('') });
    }
  }
  return whole;
}

async function heard(told: readonly string[]): Promise<void> {
  const until = Date.now() + 8_000;
  while (told.length === 0) {
    if (Date.now() > until) throw new Error('Kannel brought nothing');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe.skipIf(!isHere)('Debian’s Kannel', () => {
  let kannel: Awaited<ReturnType<typeof startKannel>>;
  beforeAll(async () => {
    kannel = await startKannel();
  }, 20_000);
  afterAll(() => kannel.stop());

  keepsTheLine('over HTTP, with its own SMS centre', () => kannel.open());

  it('takes a hundred in one go, each under its own key', async () => {
    const { line, arrived } = await kannel.open();
    const messages = Array.from({ length: 100 }, () => anSms());

    const receipts = await line.gateway.send(messages);

    expect(receipts.map(({ key, outcome }) => [key, outcome])).toEqual(messages.map(({ key }) => [key, 'accepted']));
    expect(new Set((await arrived(100)).map(({ to }) => to))).toEqual(new Set(messages.map(({ to }) => to)));
  });
});
