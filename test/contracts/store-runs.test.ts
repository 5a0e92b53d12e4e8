import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { beforeEach, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { parseSchoolYear } from '#domain/calendar/school-year.ts';
import { staffId, unitId } from '#domain/ids.ts';
import { roles } from '#domain/plan/role.ts';
import { rollForward } from '#domain/plan/roll-forward.ts';
import { readTemplate } from '#intake/template/read-template.ts';
import type { NewRun } from '#ports/runs.ts';
import { runs } from '#store/runs/runs.ts';
import { stepBook } from '#store/steps/step-book.ts';
import { onBothDatabases } from './store-house.ts';

const read = readTemplate(await readFile(new URL('../../templates/vigo-otto.yaml', import.meta.url)));
const schoolYear = parseSchoolYear('2026-2027');
if (!read.ok || !schoolYear) throw new Error('the template cannot be read');
const units = ['unit-01', 'unit-02'].map(unitId);
const inputs: NewRun['inputs'] = {
  template: read.template,
  schoolYear,
  units,
  people: roles.map((role, n) => ({ staff: staffId(`staff-${n}`), roles: [{ role }] })),
};
const plan = rollForward(inputs);
const at = Date.parse('2026-06-01T08:00:00Z');

await onBothDatabases('runs', (db) => {
  let run: NewRun;
  beforeEach(async () => {
    run = {
      runId: `run-${randomUUID()}`,
      title: '2026–2027',
      inputs,
      plan,
      rehearsalNow: null,
      at,
      by: 'staff-0',
    } as NewRun;
    await runs(db(), () => at).start(run);
  });
  const book = () => runs(db(), () => at);

  it('begin with every phase and every task, each with a place to stand', async () => {
    const phases = await db().selectFrom('phase').selectAll().where('run_id', '=', run.runId).execute();
    const tasks = await db().selectFrom('task').selectAll().where('run_id', '=', run.runId).execute();
    const standings = await db().selectFrom('standing').select('kind').where('run_id', '=', run.runId).execute();
    const instances = plan.phases.flatMap((phase) => phase.tasks.flatMap((task) => task.instances));

    expect(phases).toHaveLength(7);
    expect(tasks).toHaveLength(instances.filter(({ skipped }) => skipped === undefined).length);
    expect(tasks.every(({ due_on }) => /^\d{4}-\d\d-\d\d$/.test(due_on ?? ''))).toBe(true);
    expect(standings).toHaveLength(1 + phases.length + tasks.length);
  });

  it('give the tasks of a phase in the order of the plan, each with where it stands', async () => {
    const [phase] = plan.phases;
    const tasks = await stepBook(db()).reopenTasks(run.runId, phase?.id ?? '');

    expect(tasks.length).toBeGreaterThan(3);
    expect(tasks.every(({ subject }) => subject.startsWith(`task/${run.runId}/`))).toBe(true);
    expect(tasks.every(({ standing }) => standing.sequence === 0 && standing.input.phaseId === phase?.id)).toBe(true);
  });

  it('are started once: a second start of the same run leaves nothing', async () => {
    await expect(book().start(run)).rejects.toThrow();

    expect(await db().selectFrom('phase').select('phase_id').where('run_id', '=', run.runId).execute()).toHaveLength(7);
  });

  it('keep each version of the plan, and the same wish once', async () => {
    const next = { runId: run.runId, plan, completions: { 'last-letter': day('2026-10-20') }, at, by: null };
    const wishes = await Promise.all(['a', 'a', 'b'].map((key) => book().keepPlan({ ...next, key })));

    expect([...new Set(wishes)].sort()).toEqual([2, 3]);
    expect(wishes[0]).toBe(wishes[1]);
    expect((await book().planInForce(run.runId))?.version).toBe(1);
    expect((await book().planVersion(run.runId, 2))?.inputs.completions).toEqual({ 'last-letter': '2026-10-20' });
    expect((await book().planVersion(run.runId, 1))?.plan).toEqual(JSON.parse(JSON.stringify(plan)));
    expect(await book().planVersion(run.runId, 9)).toBeUndefined();
  });

  it('know what waits for a task', async () => {
    const link = await db()
      .selectFrom('task_dependency')
      .selectAll()
      .where('run_id', '=', run.runId)
      .executeTakeFirstOrThrow();

    expect(await book().dependants(run.runId, link.waits_for)).toContain(link.task_id);
  });

  it('tell the time: the real clock, in the days of Norway', async () => {
    const late = runs(db(), () => Date.parse('2026-06-01T22:30:00Z'));

    expect(await late.clock(run.runId)).toMatchObject({ today: '2026-06-02', isRehearsal: false });
  });
});
