import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, type Ran, run } from './run.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
let home: string;
let engine: ChildProcess | undefined;

/** Starts the program as its users do, and waits until it says where it listens. */
async function startEngine(): Promise<void> {
  const started = spawn(
    process.execPath,
    ['scripts/launch.mjs', 'up', '--demo', '--youths', '40', '--school-year', '2026-2027', '--port', '0', '--json'],
    { cwd: root, env: { ...process.env, AARSHJUL_HOME: home, AARSHJUL_LANG: 'nb' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  engine = started;
  let talk = '';
  started.stderr.on('data', (part: Buffer) => {
    talk += part.toString();
  });
  await new Promise<void>((resolve, reject) => {
    createInterface(started.stdout).once('line', () => resolve());
    started.once('exit', (code) => reject(new Error(`the engine ended with ${code}: ${talk}`)));
  });
  started.removeAllListeners('exit');
}

async function stopEngine(): Promise<number | null> {
  const stopped = engine;
  engine = undefined;
  if (!stopped || stopped.exitCode !== null) return null;
  return new Promise((resolve) => {
    stopped.once('exit', (code) => resolve(code));
    stopped.kill('SIGINT');
  });
}

const cli = (...argv: readonly string[]): Promise<Ran> => run(argv, '', { AARSHJUL_HOME: home });
const asSystem = (...argv: readonly string[]): Promise<Ran> => cli(...argv, '--as', 'system_owner');
const json = async <T>(...argv: readonly string[]): Promise<T> => {
  const ran = await asSystem(...argv, '--json');
  expect(ran.exit, ran.talk).toBe(0);
  // `as`: the engine's answer, held to its schema by the command.
  return jsonOf(ran) as T;
};

interface Youths {
  readonly total: number;
  readonly rows: readonly { readonly caseId: string; readonly code?: string }[];
}
interface Tasks {
  readonly groups: readonly {
    readonly rows: readonly { readonly taskId: string; readonly mayComplete: boolean }[];
  }[];
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'aarshjul-cli-'));
  await startEngine();
}, 240_000);

afterAll(async () => {
  await stopEngine();
  await rm(home, { recursive: true, force: true });
}, 60_000);

describe('the command line beside a running engine', () => {
  const kept = { caseId: '', taskId: '', total: 0, sending: '' };

  it('keeps its key to the engine for its owner only', async () => {
    expect((await stat(join(home, 'cli.json'))).mode & 0o777).toBe(0o600);
  });

  it('shows the seven phases of the year', async () => {
    const ran = await cli('run', 'status');

    expect(ran.exit, ran.talk).toBe(0);
    expect(ran.out).toContain('7  Evaluering');
  });

  it('reads a list in, once, and waits until every case is open', async () => {
    const file = join(home, 'lists', 'transfer-other-codes.xlsx');
    const before = await json<Youths>('youth', 'list');
    const applied = await asSystem('intake', 'apply', file, '--wait');
    const again = await asSystem('intake', 'apply', file);
    const after = await json<Youths>('youth', 'list');

    expect(applied.exit, applied.talk).toBe(0);
    expect(after.total).toBeGreaterThan(before.total);
    expect(again.talk).toContain('mottatt før');
    expect(again.exit).toBe(0);
    expect(again.out).toContain('Ingenting er gjort');
    kept.total = after.total;
  });

  it('says how a list is approved that needs it', async () => {
    const lines = (await readFile(join(home, 'lists', 'transfer-other-codes.csv'), 'latin1')).split('\n');
    const short = join(home, 'short.csv');
    await writeFile(short, `${lines.slice(0, 5).join('\n')}\n`, 'latin1');

    const applied = await asSystem('intake', 'apply', short);
    const id = /[0-9a-f-]{36}/.exec(applied.talk)?.[0] ?? '';
    const rejected = await asSystem('intake', 'reject', id);

    expect(applied.exit, applied.talk).toBe(3);
    expect(applied.talk).toContain(`intake approve ${id}`);
    expect(rejected.exit, rejected.talk).toBe(0);
  });

  it('says which role is needed where one has not the right', async () => {
    const ran = await cli('intake', 'list', '--as', 'adviser');

    expect(ran.exit).toBe(3);
    expect(ran.talk).toContain('--as');
  });

  it('codes a youth by the rules', async () => {
    const [first] = (await json<Youths>('youth', 'list')).rows;
    kept.caseId = first?.caseId ?? '';
    const refused = await asSystem('youth', 'code', kept.caseId, 'OTNO');
    const contact = ['--channel', 'phone', '--direction', 'out', '--answered-by', 'youth', '--says', 'wants-follow-up'];
    const spoken = await asSystem('youth', 'contact', kept.caseId, ...contact);
    const tried = await asSystem('youth', 'code', kept.caseId, 'OTOV', '--dry-run');
    const coded = await asSystem('youth', 'code', kept.caseId, 'OTOV');

    expect([refused.exit, spoken.exit, tried.exit, coded.exit]).toEqual([3, 0, 0, 0]);
    expect(refused.talk).toContain('Taushet er ikke et nei');
  });

  it('ticks a task, and one that is not there is refused', async () => {
    const mine = await cli('task', 'list', '--json');
    // `as`: the engine's answer, held to its schema by the command.
    const { groups } = jsonOf(mine) as Tasks;
    kept.taskId = groups.flatMap(({ rows }) => rows).find(({ mayComplete }) => mayComplete)?.taskId ?? '';
    const done = await cli('task', 'done', kept.taskId);
    const missing = await cli('task', 'done', 'nowhere.nothing');

    expect(done.exit, done.talk).toBe(0);
    expect(missing.exit).toBe(3);
  });

  it('moves a date of the plan only when it is not a dry run', async () => {
    const move = ['run', 'move-date', 'letters.send-others', '--to', '2026-10-08', '--reason', 'brevene er forsinket'];
    const tried = await cli(...move, '--dry-run');

    expect([0, 3]).toContain(tried.exit);
    expect(tried.out).toContain('letters.send-others');
  });

  it('tells what a change would break, and changes nothing', async () => {
    const lost = await cli('run', 'skip-task', 'no.where', '--reason', 'x');

    expect(lost.exit).toBe(3);
    expect(lost.out).toContain('! no.where: en endring som ikke treffer noe lenger');
    expect(lost.out).toContain('blir ikke endret');
  });

  it('plans a sending that somebody else approves', async () => {
    const { rows } = await json<Youths>('youth', 'list');
    for (const { caseId } of rows.slice(1, 4)) await asSystem('youth', 'code', caseId, 'OTUK');
    const as = ['--as', 'office_staff'];
    const what = ['--title', 'SMS 1', '--purpose', 'sms-round', '--status', 'OTUK'];
    const wrong = await cli('sending', 'plan', ...what, '--text', 'sms-1', ...as);
    const early = await cli('sending', 'plan', ...what, '--text', 'sms', ...as, '--json');
    // `as`, also below: the engine's answer, held to its schema by the command.
    const { campaignId } = jsonOf(early) as { readonly campaignId: string };
    await cli('sending', 'preview', campaignId, ...as);
    const tooEarly = await asSystem('sending', 'approve', campaignId);
    const planned = await cli('sending', 'plan', ...what, '--text', 'sms', '--on', '2026-08-17', ...as, '--json');
    kept.sending = (jsonOf(planned) as { readonly campaignId: string }).campaignId;
    const preview = await cli('sending', 'preview', kept.sending, ...as);
    const own = await cli('sending', 'approve', kept.sending, ...as);
    const approved = await asSystem('sending', 'approve', kept.sending);

    expect([planned.exit, preview.exit, own.exit, approved.exit], preview.talk + approved.talk).toEqual([0, 0, 3, 0]);
    expect(preview.out).toContain('klar til godkjenning');
    expect([wrong.exit, tooEarly.exit]).toEqual([3, 3]);
    expect(wrong.talk).toContain('sms (1), sms-2 (1)');
    expect(tooEarly.talk).toContain('prognose');
    expect((await asSystem('sending', 'list')).out).toContain('SMS 1');
  });

  it('takes the rehearsal forward', async () => {
    const nowhere = await cli('rehearse', 'forward', '--days', '0');
    const ran = await cli('rehearse', 'forward', '--days', '2');
    const sent = await asSystem('sending', 'report', kept.sending);

    expect(nowhere.exit).toBe(2);
    expect(ran.exit, ran.talk).toBe(0);
    expect(ran.out).toContain('19.08.2026');
    expect(sent.out).toContain('SMS 1: ferdig.');
  });

  it('finds everything again after the engine was stopped and started', async () => {
    expect(await stopEngine()).toBe(130);
    expect((await cli('run', 'status')).exit).toBe(5);
    await startEngine();

    const youth = await json<{ readonly status: { readonly code: string } }>('youth', 'show', kept.caseId);
    expect(youth.status.code).toBe('OTOV');
    expect((await json<Youths>('youth', 'list')).total).toBe(kept.total);
    const again = await cli('task', 'done', kept.taskId);
    expect(again.exit).toBe(3);
    expect((await cli('task', 'reopen', kept.taskId)).exit).toBe(0);
    expect((await asSystem('youth', 'show', kept.caseId)).out).toContain('ungdommen svarte');
  }, 240_000);
});
