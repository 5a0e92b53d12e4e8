import { runSequences } from '../test/laws/sequences.ts';

// npx tsx bench/laws.ts [sequences=1000000] [seed=from the clock] [seconds=200, then it stops and says how far it came]
const [wanted = 1_000_000, seed = Date.now() % 1_000_000_000, seconds = 200] = process.argv.slice(2).map(Number);
const atOnce = 5_000;

const begin = performance.now();
const sums = { sequences: 0, events: 0, taken: 0, leftUnknown: 0, declined: 0 };
const byVersion: Record<string, number> = {};
const broken: string[] = [];
while (sums.sequences < wanted && performance.now() - begin < seconds * 1000) {
  const run = runSequences(seed + sums.sequences, Math.min(atOnce, wanted - sums.sequences));
  sums.sequences += run.sequences;
  sums.events += run.events;
  sums.taken += run.taken;
  sums.leftUnknown += run.leftUnknown;
  sums.declined += run.declined;
  for (const [version, n] of Object.entries(run.byVersion)) byVersion[version] = (byVersion[version] ?? 0) + n;
  broken.push(...run.broken);
}
const used = process.cpuUsage();
console.log(
  JSON.stringify({
    seed,
    ...sums,
    codingsByVersion: byVersion,
    broken: broken.length,
    cpuSeconds: Math.round((used.user + used.system) / 100_000) / 10,
    next: sums.sequences < wanted ? seed + sums.sequences : undefined,
  }),
);
for (const line of broken.slice(0, 20)) console.log(line);
process.exitCode = broken.length === 0 ? 0 : 1;
