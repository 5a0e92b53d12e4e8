import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import { patient, quick, watched } from './policies.ts';
import type { Hands } from './shell.ts';
import { writeTogether } from './write-together.ts';

const { writeSteps, settleOrder, readPhase, reopenSubject, claimSubject } = proxyLocalActivities<Activities>(quick);
const { carryOut } = proxyActivities<Activities>(patient);
const { carryOut: carryOutWatched } = proxyActivities<Activities>(watched);
/** Orders that reach people. */
const reaching: readonly string[] = ['handOverPage'];

export { claimSubject, readPhase, reopenSubject };

/** The hands of a workflow: rows by local activity, orders by regular ones. */
export const hands = (): Hands => ({
  record: writeTogether(writeSteps),
  perform: (order) => (reaching.includes(order.name) ? carryOutWatched(order) : carryOut(order)),
  drop: settleOrder,
});
