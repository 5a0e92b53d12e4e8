import { chancesFrom, chaos } from '../test/support/chaos/chaos.ts';
import { machine, report } from './measure.ts';

// An SMS round while worker, engine and database are killed: nothing twice, nothing lost. `npx tsx bench/chaos.ts [recipients] [kills] [seed]
// [postgres|embedded]`. Needs PostgreSQL and the Temporal server; twelve minutes on two busy cores.
const [, , recipients = '2000', kills = '200', seed = '1', database = 'postgres'] = process.argv;

report('machine', machine());
const verdict = await chaos({
  recipients: Number(recipients),
  kills: Number(kills),
  database: database === 'embedded' ? 'embedded' : 'postgres',
  // Only one process can hold the embedded database.
  workers: database === 'embedded' ? 1 : 3,
  batchSize: 5,
  between: [200, 1000],
  inACall: 0.15,
  whileDown: 0.1,
  chance: chancesFrom(Number(seed)),
  patience: 840_000,
});
const { twice, wrong, ...figures } = verdict;
report('chaos', {
  recipients: Number(recipients),
  seed: Number(seed),
  ...figures,
  twice: twice.length,
  wrong: wrong.length,
});
if (twice.length + wrong.length > 0 || verdict.sent !== Number(recipients)) process.exitCode = 1;
