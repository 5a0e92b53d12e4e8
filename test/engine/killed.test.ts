import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { projectRoot } from '#runtime/project-root.ts';
import {
  caseIds,
  demoIn,
  registerContact,
  removeHome,
  startHome,
  temporaryHome,
  until,
} from '../support/embedded-county.ts';

const children: ChildProcess[] = [];
const homes: string[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const home of homes.splice(0)) await removeHome(home);
});

interface Said {
  readonly accepted?: string;
  readonly subject?: string;
  readonly intake?: string;
}

/** A county in a process of its own; kills it, and its server where asked, when `enough` has been said. */
async function killedWhen(
  home: string,
  part: string,
  enough: (said: readonly Said[]) => boolean,
  serverToo: boolean,
  later = 0,
) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/county-process.ts', home, part], {
    cwd: projectRoot(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const said: Said[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(JSON.parse(line) as Said);
    if (enough(said)) break;
  }
  // Not a wait for something to be ready: the blow falls at a moment of its own.
  await new Promise((resolve) => setTimeout(resolve, later));
  const over = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  if (serverToo) {
    const server = JSON.parse(await readFile(join(home, 'temporal-server.json'), 'utf8')) as { readonly pid: number };
    process.kill(server.pid, 'SIGKILL');
  }
  await over;
  return said;
}

describe('an engine killed with kill -9', () => {
  it('in the middle of a coding burst keeps every accepted command and doubles none', async () => {
    const home = await temporaryHome();
    homes.push(home);
    const first = await startHome(home);
    await demoIn(first, home);
    await first.stop();

    const said = [
      ...(await killedWhen(home, 'coding', (lines) => lines.filter(({ accepted }) => accepted).length >= 40, false)),
      ...(await killedWhen(home, 'coding', (lines) => lines.filter(({ accepted }) => accepted).length >= 40, true)),
    ].filter(({ accepted }) => accepted !== undefined);
    const after = await startHome(home);
    try {
      const rows = await after.house.db
        .selectFrom('journal')
        .select(['subject', 'sequence', 'command_id'])
        .orderBy('subject')
        .orderBy('sequence')
        .execute();
      const standings = await after.house.db
        .selectFrom('standing')
        .select(['subject', 'sequence'])
        .where('kind', '=', 'youth')
        .execute();
      const [someCase = ''] = await caseIds(after);
      const next = await registerContact(after, someCase);

      for (const { accepted, subject } of said)
        expect(
          rows.filter((row) => row.command_id === accepted && row.subject === subject),
          accepted,
        ).toHaveLength(1);
      for (const { subject, sequence } of standings)
        expect(rows.filter((row) => row.subject === subject).map((row) => row.sequence)).toEqual(
          Array.from({ length: sequence + 1 }, (_, index) => index),
        );
      expect(next.ok).toBe(true);
    } finally {
      await after.stop();
    }
  }, 400_000);

  it('in the middle of an intake comes back with the list applied once and whole, or not begun', async () => {
    const home = await temporaryHome();
    homes.push(home);
    for (const later of [400, 1200, 2500])
      await killedWhen(home, 'intake', (lines) => lines.some(({ intake }) => intake === 'begun'), true, later);

    const after = await startHome(home);
    try {
      const made = await demoIn(after, home, 300);
      const list = () => after.house.db.selectFrom('intake').select(['state']).execute();
      await until('the list is applied', async () => (await list()).every(({ state }) => state === 'applied'), 120_000);
      const cases = await after.house.db.selectFrom('youth_case').select(['person_id']).execute();
      const standings = await after.house.db
        .selectFrom('standing')
        .select('subject')
        .where('kind', '=', 'youth')
        .execute();

      expect(await list()).toHaveLength(1);
      expect(cases.length).toBeGreaterThan(50);
      expect(new Set(cases.map(({ person_id }) => person_id)).size).toBe(cases.length);
      expect(standings).toHaveLength(cases.length);
      expect(made.runId).toBe('year-2026-2027');
    } finally {
      await after.stop();
    }
  }, 400_000);
});
