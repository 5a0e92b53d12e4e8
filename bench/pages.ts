import { day } from '#domain/calendar/day.ts';
import { phaseId, runId, unitId } from '#domain/ids.ts';
import { counting } from '#store/counting.ts';
import { openDatabase } from '#store/open.ts';
import { tidy } from '#store/tidy.ts';
import { viewsOn } from '#test/views/asked.ts';
import {
  type AStaff,
  type AUnit,
  type AYouth,
  actor,
  at,
  inputsFor,
  startRun,
  writeCounty,
  writeYouths,
} from '#test/views/county.ts';

/** Every question of the pages at 20,000 youths, on the embedded database or on `DATABASE_URL`; goal: 95 of 100 within 50 ms. */
const goal = 50;
const people = Number(process.argv[2] ?? 20_000);
const rounds = Number(process.argv[3] ?? 60);
const today = day('2026-12-08');
const run = runId('run');

const units: readonly AUnit[] = Array.from({ length: 15 }, (_, at) => ({ id: `u${at}`, name: `Enhet ${at}` }));
const staff: readonly AStaff[] = [
  { id: 'owner', name: 'Nils Haugland', roles: [{ role: 'system_owner' }] },
  { id: 'super', name: 'Siv Moen', roles: [{ role: 'super_user' }] },
  { id: 'boss', name: 'Mona Strand', roles: [{ role: 'manager' }] },
  { id: 'process', name: 'Eli Brattli', roles: [{ role: 'process_owner' }] },
  { id: 'reviewer', name: 'Tor Vike', roles: [{ role: 'review_group' }] },
  ...units.flatMap(({ id }, unit) =>
    Array.from(
      { length: 6 },
      (_, index): AStaff => ({
        id: `s${unit}-${index}`,
        name: `Rådgiver ${unit} Nr${index}`,
        roles: [{ role: index === 5 ? 'office_staff' : 'adviser', unit: id }],
      }),
    ),
  ),
];

const among = <T>(all: readonly T[], index: number): T => {
  const found = all[index % all.length];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
};
const first = 'Ane Ola Kari Åse Øystein Per Liv Siri Jonas Nora Ærlend Håkon Mari'.split(' ');
const last = 'Hansen Øygard Ånestad Berg Dahl Aasen Ærøe Moen Vik Lund Solberg'.split(' ');

function aYouth(_: unknown, index: number): AYouth {
  // A step without a common factor mixes the properties.
  const mixed = (index * 7919) % people;
  const unit = mixed % units.length;
  const coded = mixed % 3 > 0;
  return {
    id: `case-${String(mixed).padStart(6, '0')}-0123456789abcdef`,
    name: { first: among(first, mixed), middle: `Nr${mixed % 97}`, last: `${among(last, mixed * 7)}${mixed % 211}` },
    born: `${2003 + (mixed % 8)}-0${1 + (mixed % 9)}-1${mixed % 9}`,
    unit: `u${unit}`,
    caseworker: mixed % 4 === 0 ? null : `s${unit}-${mixed % 5}`,
    transfer: among(['OSON', 'OSNP', 'OSVE', 'OSUT', 'OESL'] as const, mixed),
    code: coded ? among(['OTUK', 'OTOV', 'OTAR', 'OTUK', 'OTVF'], mixed) : null,
    protection: mixed % 80 === 0 ? 'confidential' : 'none',
    mobile: mixed % 7 === 0 ? null : '+4790000000',
    ...(coded ? { reachedBy: mixed % 2 ? ['letter'] : ['letter', 'sms'] } : {}),
    lastEvent: coded ? 'status.set' : 'transfer.received',
    lastOn: coded ? '2026-09-02' : '2026-08-21',
  };
}

const url = process.env.DATABASE_URL;
const db = await openDatabase(url ? { kind: 'server', url } : { kind: 'memory' });
await writeCounty(db, units, staff);
await startRun(db, { today, inputs: inputsFor(staff, units) });
const started = performance.now();
await writeYouths(db, Array.from({ length: people }, aYouth));
say({ bench: 'pages', step: 'fill', n: people, seconds: Math.round((performance.now() - started) / 100) / 10 });

const done = ['planning', 'transfer', 'review', 'letters', 'sms', 'phone'];
await db.updateTable('phase').set({ state: 'done' }).where('phase_id', 'in', done).execute();
await db.updateTable('phase').set({ state: 'open' }).where('phase_id', '=', 'evaluation').execute();
await db
  .updateTable('task')
  .set({ state: 'done', done_at: at(today), done_by: 'super' })
  .where('phase_id', 'in', done.slice(0, 4))
  .execute();
for (const phase of done)
  for (const side of ['before', 'after'] as const)
    await counting(db).freeze({ runId: run, phaseId: phase, side, at: at(today) });
await tidy(db);

const views = viewsOn(db, at(today));
const [owner, adviser, leader, boss] = [
  actor('owner', staff),
  actor('s3-1', staff),
  actor('super', staff),
  actor('boss', staff),
];
const aCase = (await views.caseIdsFor(owner, run, {}, undefined, today))[people >> 1];
if (!aCase) throw new Error('nobody');

const questions: Readonly<Record<string, () => Promise<unknown>>> = {
  'year, system owner': () => views.year(owner, run, today),
  'year, adviser': () => views.year(adviser, run, today),
  'year, super user': () => views.year(leader, run, today),
  'year, manager': () => views.year(boss, run, today),
  'phase, transfer': () => views.phase(owner, run, phaseId('transfer'), today),
  'phase, evaluation': () => views.phase(adviser, run, phaseId('evaluation'), today),
  'tasks, mine': () => views.tasks(adviser, run, 'mine', today, 1),
  'tasks, all': () => views.tasks(owner, run, 'all', today, 1),
  'open tasks': () => views.openTasks(adviser, run, today),
  'youths, all': () => views.youths(owner, run, {}, undefined, today),
  'youths, all, adviser': () => views.youths(adviser, run, {}, undefined, today),
  'youths, all, super user': () => views.youths(leader, run, {}, undefined, today),
  'youths, otuk': () => views.youths(owner, run, { list: 'otuk' }, undefined, today),
  'youths, otuk of a unit': () => views.youths(owner, run, { list: 'otuk', unit: unitId('u3') }, undefined, today),
  'youths, last page': () => views.youths(owner, run, { page: Math.ceil(people / 50) }, undefined, today),
  'youths, by age': () => views.youths(owner, run, { sort: 'age' }, undefined, today),
  'youths, frozen': () => views.youths(owner, run, { frozen: 'review.after.transferCode' }, undefined, today),
  'youths, name': () => views.youths(owner, run, {}, 'øygard per', today),
  youth: () => views.youth(owner, run, aCase, today),
  plan: () => views.plan(owner, run, today),
  intakes: () => views.intakes(owner, run),
  start: () => views.start(actor('process', staff), { template: 'vigo-otto', schoolYear: '2027-2028', units: [] }),
  'current run': () => views.currentRun(),
  reader: () => views.reader('s3-1' as never, run),
  status: () => views.status(run),
};

let missed = 0;
for (const [question, ask] of Object.entries(questions)) {
  const times: number[] = [];
  const work: number[] = [];
  for (let round = 0; round < rounds + 5; round += 1) {
    const [before, used] = [performance.now(), process.cpuUsage()];
    await ask();
    if (round < 5) continue;
    times.push(performance.now() - before);
    const { user, system } = process.cpuUsage(used);
    work.push((user + system) / 1000);
  }
  const [p50, p95] = [at50(times), at95(times)];
  if (p95 > goal) missed += 1;
  // The processor's own time tells what the machine's other work hides.
  say({ bench: 'pages', question, n: people, p50, p95, cpu50: at50(work), cpu95: at95(work), goal });
}
await db.destroy();
process.exitCode = missed === 0 ? 0 : 1;

function partOf(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
}
function at50(times: readonly number[]): number {
  return partOf(times, 0.5);
}
function at95(times: readonly number[]): number {
  return partOf(times, 0.95);
}

function say(line: Readonly<Record<string, string | number>>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
