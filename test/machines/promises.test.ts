import { describe, expect, it } from 'vitest';
import { campaigns } from './campaign-ground.ts';
import { type Ground, ordersOf, promisesOf, standingStates, standsAs } from './explore.ts';
import { acts, belongings, codings, drives, intakes, phases, tasks, years } from './grounds.ts';

interface Promised {
  readonly ground: Ground;
  /** Why something is refused: each has its words in the texts. */
  readonly codes: readonly string[];
  /** What a machine has done by the outside: each has its performer. */
  readonly orders: readonly string[];
  /** States that belong to the other half of a machine, explored by a row of its own. */
  readonly elsewhere?: RegExp;
}

const promised: Readonly<Record<string, Promised>> = {
  task: {
    ground: tasks,
    codes: ['task.closesItself', 'task.notNow', 'task.reasonMissing', 'task.required', 'task.waits'],
    orders: ['holdDependants', 'releaseDependants'],
  },
  phase: {
    ground: phases,
    codes: ['phase.notNow', 'phase.openRequired', 'phase.reasonMissing'],
    orders: ['expireOptional', 'freezeCounters'],
  },
  'school year': {
    ground: years,
    codes: ['year.closed', 'year.nothingNew', 'year.olderPlan', 'year.openPhases', 'year.reasonMissing'],
    orders: ['applyPlan', 'rollPlan'],
  },
  intake: {
    ground: intakes,
    codes: ['intake.needsApproval', 'intake.notNow'],
    orders: ['applyList', 'openCases', 'readList', 'undoList'],
  },
  'bulk act': {
    ground: acts,
    codes: ['act.notNow', 'act.nothingDone'],
    orders: ['carryOutAct', 'undoAct'],
  },
  campaign: {
    ground: campaigns,
    codes: [
      'campaign.emptyList',
      'campaign.hasBegun',
      'campaign.notApproved',
      'campaign.notNow',
      'campaign.otherList',
      'campaign.ownApproval',
    ],
    orders: ['codeRecipients', 'freezeRecipients', 'handOverPage', 'noteContacts'],
  },
  'phone drive': {
    ground: drives,
    codes: ['phone.notNow'],
    orders: ['closeCards', 'dealCards'],
  },
  "youth's coding": {
    ground: codings,
    codes: [
      'coding.code-is-valid.has-another-name',
      'coding.code-is-valid.no-such-code',
      'coding.contact-before-leaving-unknown.no-contact',
      'coding.contact-before-leaving-unknown.only-attempts',
      'coding.declined-needs-explicit-no.silence',
      'coding.follow-up-without-activity.activity-open',
      'coding.unknown-after-contact.contact-this-year',
      'coding.unknown-after-contact.status-shows-contact',
      'youth.codeRestsOnContact',
      'youth.noSuchContact',
      'youth.notNow',
    ],
    orders: ['tellCameBack', 'tellMergedAway'],
    elsewhere: /^youth\.(list|assignment|choice|leaving)\./,
  },
  "youth's belonging": {
    ground: belongings,
    codes: [
      'choice.letterTakesNoCode',
      'choice.needsReturnCode',
      'choice.needsStatus',
      'coding.contact-before-leaving-unknown.no-contact',
      'coding.unknown-after-contact.status-shows-contact',
      'youth.notNow',
    ],
    orders: ['tellCameBack', 'tellMergedAway'],
    elsewhere: /^youth\.(coding|contact|returned)\./,
  },
};

describe.each(Object.entries(promised))('the machine of a %s', (_, { ground, codes, orders, elsewhere }) => {
  const { machine } = ground.chart;
  const found = promisesOf(ground);

  it('comes to each of its states, by steps that are taken one by one', () => {
    expect(found.neverReached.filter((state) => !elsewhere?.test(state))).toEqual([]);
    expect(found.brokenWays).toEqual([]);
  });

  it('names why it refuses what it refuses', () => {
    expect(found.nameless).toEqual([]);
    expect(found.codes).toEqual(codes);
  });

  it('takes its next deadline wherever it stands', () => expect(found.untakenDeadlines).toEqual([]));

  it('gives each of its orders somewhere, and no other', () => {
    expect(found.orders).toEqual(orders);
    expect(ordersOf(machine)).toEqual(orders);
  });

  it('changes and orders nothing when it refuses', () => {
    const refused = found.all.filter(({ isTaken }) => !isTaken);
    expect(refused.filter(({ snapshot, next }) => standsAs(snapshot) !== standsAs(next))).toEqual([]);
    expect(refused.flatMap((one) => one.orders)).toEqual([]);
  });
});

describe('no machine', () => {
  const machines = Object.values(promised).map(({ ground }) => ground.chart.machine);

  it('waits by itself or acts by itself', () => {
    const nodes = machines.flatMap((machine) => standingStates(machine).map((id) => machine.getStateNodeById(id)));
    expect(nodes.filter((node) => node.after.length > 0 || node.invoke.length > 0)).toEqual([]);
  });
});
