import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actMachine } from '#machines/act/machine.ts';
import { campaignMachine } from '#machines/campaign/machine.ts';
import { intakeMachine } from '#machines/intake/machine.ts';
import { phaseMachine } from '#machines/phase/machine.ts';
import { driveMachine } from '#machines/phone-drive/machine.ts';
import { yearMachine } from '#machines/school-year/machine.ts';
import { taskMachine } from '#machines/task/machine.ts';
import { youthMachine } from '#machines/youth/machine.ts';
import { draw } from './draw.ts';

const drawings = {
  'school-year': draw(
    yearMachine,
    'The school year',
    'The plan in force, the completions its dates hang on, and the end of the year.',
  ),
  phase: draw(
    phaseMachine,
    'A phase',
    'Opens and comes due by its dates; is done when none of its required tasks is open.',
  ),
  task: draw(
    taskMachine,
    'A task',
    'Two things at once: whether the work is done and what it waits for, and whether it is late.',
  ),
  youth: draw(
    youthMachine,
    "A youth's case",
    'Seven things at once: on the list or off it, how it is coded, whether contact is proved, whose it is, the explicit choice, the return to VIGO, and what is known of an early leaver.',
  ),
  act: draw(
    actMachine,
    'A bulk act',
    'One wish for many youths: carried out case by case, perhaps undone as one; what somebody has edited since is kept.',
  ),
  'phone-drive': draw(
    driveMachine,
    'A phone drive',
    'Opens and closes by its dates, knows who rings, and has the cards shared out when that changes. Cards and calls are rows.',
  ),
  intake: draw(
    intakeMachine,
    'A received file',
    'Looked at, approved where somebody must, applied as one act, perhaps undone as one act.',
  ),
  campaign: draw(
    campaignMachine,
    'A campaign',
    'A sending of letters or SMS: listed, looked at, approved by somebody else, handed over a page at a time, stopped and taken up again.',
  ),
};
const fileOf = (name: string): URL => new URL(`../../docs/machines/${name}.md`, import.meta.url);

describe('the drawings in docs/machines', () => {
  it.each(Object.entries(drawings))('show the machine of %s as it is', (name, drawn) => {
    if (process.env.AARSHJUL_DRAW) writeFileSync(fileOf(name), drawn);
    const kept = readFileSync(fileOf(name), 'utf8');
    expect(kept, 'redraw: AARSHJUL_DRAW=1 npx vitest run test/machines/drawings.test.ts').toBe(drawn);
  });
});
