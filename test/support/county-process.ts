import { randomUUID } from 'node:crypto';
import { caseIds, demoIn, registerContact, startHome } from './embedded-county.ts';

// Run as a process of its own, to be killed: `county-process.ts <home> <intake|coding>`. Says on stdout what was accepted, a line each.
const [, , home = '', part = 'coding'] = process.argv;
const say = (fact: object) => process.stdout.write(`${JSON.stringify(fact)}\n`);

const running = await startHome(home);
say({ started: true });
if (part === 'intake') {
  const made = demoIn(running, home, 300);
  say({ intake: 'begun' });
  await made;
  say({ intake: 'applied' });
} else {
  const cases = await caseIds(running);
  const burst = async (worker: number) => {
    for (let round = 0; round < 200; round++) {
      const caseId = cases[(worker * 7 + round) % cases.length] ?? '';
      const commandId = randomUUID();
      const told = await registerContact(running, caseId, commandId);
      if (told.ok) say({ accepted: commandId, subject: `youth/${caseId}` });
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, worker) => burst(worker)));
}
