import { expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { at, type County, phase, task, virtualCounty } from '../support/virtual-county.ts';

const planning = phase('planning');
const last = 'planning.choose-phone-people';

/** All of the planning is done but one task. */
async function almostPlanned(): Promise<County> {
  const county = await virtualCounty();
  await county.world.to(at('2026-08-20', '10:00'));
  await county.worksOn(day('2026-08-20'), (id) => id === last);
  return county;
}

const told = (county: County, type: string) => ({ type, at: county.world.now(), doer: { by: 'somebody' } });

it('a phase is not done when a task is reopened in the moment the last one is ticked', async () => {
  const county = await almostPlanned();

  county.world.hear(task(last), told(county, 'task.completed'));
  county.world.hear(task('planning.agree-lists'), told(county, 'task.reopened'));
  await county.world.quiet();

  expect(county.work('planning.agree-lists').work).toBe('ready');
  expect(county.state(planning)).not.toBe('done');
});

it('a phase closed in the moment a task is reopened is open again', async () => {
  const county = await almostPlanned();
  await county.does(last);
  await county.world.tell(planning, { ...told(county, 'phase.reopened'), ...{ reason: 'a letter came back' } });

  county.world.hear(task('planning.agree-lists'), told(county, 'task.reopened'));
  county.world.hear(planning, told(county, 'phase.closed'));
  await county.world.quiet();

  expect(county.state(planning)).toBe('reopened');
});

it('a phase reopened by hand stays open though all its tasks are done, until somebody works on it or closes it', async () => {
  const county = await almostPlanned();
  await county.does(last);

  await county.world.tell(planning, { ...told(county, 'phase.reopened'), ...{ reason: 'a letter came back' } });
  const reopened = county.state(planning);
  await county.world.tell(planning, told(county, 'phase.closed'));

  expect([reopened, county.state(planning)]).toEqual(['reopened', 'done']);
});

it('a phase whose last task the register closes is done, and open again when the register opens it', async () => {
  const county = await virtualCounty();
  const cleaning = 'planning.clean-own-list@staff:adviser-north';
  await county.world.to(at('2026-08-20', '10:00'));
  await county.worksOn(day('2026-08-20'), (id) => id === cleaning);

  await county.does(cleaning);
  const closed = county.state(planning);
  await county.does(cleaning, 'task.reopened');

  expect([closed, county.words(planning)]).toEqual(['done', 'reopened']);
});
