import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeCounty, writeCounty } from '#demo/county.ts';
import type { County } from '#demo/county-shape.ts';
import { countyHead, officeHead } from '#demo/letterheads.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { ClockTime } from '#domain/calendar/clock-time.ts';
import { type Day, day } from '#domain/calendar/day.ts';
import { instantAt } from '#domain/calendar/oslo-clock.ts';
import { type SchoolYear, startYear } from '#domain/calendar/school-year.ts';
import { staffId, unitId } from '#domain/ids.ts';
import type { PlanInputs } from '#domain/plan/roll-forward.ts';
import { readTemplate } from '#intake/template/read-template.ts';
import type { House } from '#src/wiring.ts';
import { projectRoot } from './project-root.ts';

export interface DemoWish {
  readonly seed: number;
  readonly youths: number;
  /** Offices; as many as a county has where it is left out. */
  readonly units?: number;
  readonly schoolYear: SchoolYear;
  /** The first day of the rehearsal; undefined for a year on the real clock. */
  readonly from: Day | undefined;
  readonly title: string;
}

export interface DemoCounty {
  readonly county: County;
  /** Where its lists lie. */
  readonly folder: string;
}

export interface DemoMade {
  readonly runId: string;
  readonly youths: number;
  readonly file: string;
}

// `as`: a time on the clock.
const morning = '08:00' as ClockTime;

/** The Monday on which a demo year is looked at first: lists are about to come, and everything is ahead. */
export const demoStart = (year: SchoolYear): Day => day(`${startYear(year)}-08-17`);

/** Makes the county's units and people, so that one can sign in; the year comes after, by `beginYear`. */
export async function makePeople(house: House, home: string, wish: DemoWish): Promise<DemoCounty> {
  const { seed, youths, units, schoolYear } = wish;
  const county = makeCounty({ seed, youths, schoolYear, ...(units === undefined ? {} : { units }) });
  const folder = join(home, 'lists');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeCounty(folder, county);
  await house.staff.writeCounty({ ...county, number: county.number });
  await house.mailRoom.writeCountyHead(countyHead(county));
  for (const unit of county.units) await house.mailRoom.writeOfficeHead(unit.id, officeHead(unit));
  return { county, folder };
}

/** Starts the county's year and reads in the first transfer list, all through the same doors as people use. */
export async function beginYear(house: House, { county, folder }: DemoCounty, wish: DemoWish): Promise<DemoMade> {
  const owner = actorWith(county, 'process_owner');
  const started = await house.desk.runs.start(owner, {
    commandId: `year-${wish.schoolYear}`,
    title: wish.title,
    inputs: await inputsOf(county, wish.schoolYear),
    now: Date.now(),
    ...(wish.from === undefined ? {} : { rehearsalFrom: instantAt(wish.from, morning) }),
  });
  if (!started.ok) throw new Error(`the demo year was refused: ${started.refusals.map(({ code }) => code).join(', ')}`);
  const { runId } = started.value;
  if (wish.from !== undefined) await finishWhatIsPast(house, owner, runId, wish.from);
  const file = 'transfer-oson.xlsx';
  const youths = await bringList(house, actorWith(county, 'system_owner'), runId, folder, file);
  return { runId, youths, file };
}

/** Both at once. */
export async function makeDemo(house: House, home: string, wish: DemoWish): Promise<DemoCounty & DemoMade> {
  const made = await makePeople(house, home, wish);
  return { ...made, ...(await beginYear(house, made, wish)) };
}

/** Work that lay before the first day was done in its time: the county did hold its planning meeting in June. */
async function finishWhatIsPast(house: House, owner: Actor, runId: string, from: Day): Promise<void> {
  const { tasks } = await house.runs.rows(runId);
  for (const { taskId } of tasks.filter((task) => task.state === 'ready' && task.dueOn !== null && task.dueOn < from))
    await house.desk.tasks.complete(owner, { commandId: `${runId}-${taskId}-past`, runId, taskId });
}

async function bringList(house: House, actor: Actor, runId: string, folder: string, fileName: string): Promise<number> {
  const bytes = new Uint8Array(await readFile(join(folder, fileName)));
  const received = await house.desk.intakes.receive(actor, { runId, fileName, bytes });
  if (!received.ok)
    throw new Error(`the demo list was refused: ${received.refusals.map(({ code }) => code).join(', ')}`);
  const { intakeId } = received.value;
  const wish = { runId, intakeId, commandId: `${intakeId}-demo` };
  if (received.value.outcome === 'received' && received.value.approval.length > 0)
    await house.desk.intakes.approve(actor, { ...wish, commandId: `${intakeId}-demo-approval` });
  const applied = await house.desk.intakes.apply(actor, wish);
  if (!applied.ok)
    throw new Error(`the demo list was not applied: ${applied.refusals.map(({ code }) => code).join(', ')}`);
  return received.value.outcome === 'received' ? (received.value.counts.create ?? 0) : 0;
}

function actorWith(county: County, role: string): Actor {
  const found = county.staff.find(({ roles }) => roles.some((grant) => grant.role === role));
  if (!found) throw new Error(`the demo county has no ${role}`);
  return { staffId: found.id, grants: found.roles.map(({ role: held, unit }) => ({ role: held, unitId: unit })) };
}

async function inputsOf(county: County, schoolYear: SchoolYear): Promise<PlanInputs> {
  const read = readTemplate(new Uint8Array(await readFile(join(projectRoot(), 'templates/vigo-otto.yaml'))));
  if (!read.ok) throw new Error('templates/vigo-otto.yaml cannot be read');
  return {
    template: read.template,
    schoolYear,
    units: county.units.map(({ id }) => unitId(id)),
    people: county.staff.map(({ id, roles }) => ({
      staff: staffId(id),
      roles: roles.map(({ role, unit }) => ({ role, ...(unit === null ? {} : { unit: unitId(unit) }) })),
    })),
  };
}
