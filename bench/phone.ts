import { randomUUID } from 'node:crypto';
import { day } from '#domain/calendar/day.ts';
import { runId } from '#domain/ids.ts';
import { openDatabase } from '#store/open.ts';
import { tidy } from '#store/tidy.ts';
import { holding, phoneDay, phoneHouse } from '#test/support/phone-house.ts';
import { type AYouth, actor } from '#test/views/county.ts';
import { openBrowser, visit } from '#test/web/support/browser.ts';
import { fixture } from '#test/web/support/fixture.ts';
import { theRun } from '#test/web/support/year-answer.ts';
import { buildWeb } from '#web/server.tsx';
import { machine, quantile, report, round } from './measure.ts';

/**
 * The next card with 30 callers and 1,000 youths, on the embedded database or on `DATABASE_URL`: `npx tsx bench/phone.ts [seconds]`. A caller
 * presses every two seconds, ten times as often as anybody rings; then all press in the same instant; then the press is made in Chromium.
 * The engine is the charts and rows without Temporal: what a call costs there is `bench/engine.ts`.
 */
const goal = 150;
const seconds = Number(process.argv[2] ?? 20);
const every = 2_000;
const callers = Array.from({ length: 30 }, (_, index) => `staff-${index + 1}`);
const units = Array.from({ length: 15 }, (_, index) => ({ id: `u${index}`, name: `Enhet ${index}` }));
const staff = [
  ...callers.map((id, index) => holding(id, `Ringer Nr${index}`, 'adviser', `u${index % units.length}`)),
  holding('super', 'Siv Moen', 'super_user'),
  holding('process', 'Eli Brattli', 'process_owner'),
];
const youths = Array.from(
  { length: 1_000 },
  (_, index): AYouth => ({
    id: `case-${String((index * 7919) % 1_000).padStart(4, '0')}`,
    name: { first: 'Prøve', last: `Nr${index}` },
    unit: `u${index % units.length}`,
    code: 'OTUK',
    mobile: '+4741000001',
  }),
);

const url = process.env.DATABASE_URL;
const database = url ? 'PostgreSQL' : 'PGlite';
const db = await openDatabase(url ? { kind: 'server', url } : { kind: 'memory' });
const house = await phoneHouse(db, { units, staff, youths, callers });
await tidy(db);
report('phone', { database, ...machine() });

const ask = (who: string) => ({ actor: actor(who, staff), runId: runId('run'), today: day(phoneDay) });
const wish = () => ({ commandId: randomUUID(), driveId: house.driveId });
const claim = async (who: string): Promise<string | undefined> => {
  const claimed = await house.desk.next(actor(who, staff), wish());
  return claimed.ok ? claimed.value.caseId : undefined;
};

/** How it went, and what the page then asks: the card is claimed and all that stands on it is read. */
async function ring(who: string, times: { readonly claimed: number[]; readonly shown: number[] }): Promise<void> {
  const { card } = await house.views.phone.place(ask(who));
  if (card)
    await house.desk.outcome(actor(who, staff), { ...wish(), caseId: card.caseId, outcome: 'no-answer', says: null });
  const began = performance.now();
  await claim(who);
  times.claimed.push(performance.now() - began);
  await house.views.phone.place(ask(who));
  times.shown.push(performance.now() - began);
}

const said = (what: string, { claimed, shown }: { readonly claimed: number[]; readonly shown: number[] }) =>
  report('phone', {
    ...{ database, what, n: shown.length, goal },
    ...{ claim50: round(quantile(claimed, 0.5)), claim99: round(quantile(claimed, 0.99)) },
    ...{ next50: round(quantile(shown, 0.5)), next99: round(quantile(shown, 0.99)) },
  });

for (const who of callers) await claim(who);

const paced = { claimed: [] as number[], shown: [] as number[] };
const end = performance.now() + seconds * 1000;
await Promise.all(
  callers.map(async (who, index) => {
    await pause((index * every) / callers.length);
    while (performance.now() < end) {
      const began = performance.now();
      await ring(who, paced);
      await pause(Math.max(0, every - (performance.now() - began)));
    }
  }),
);
said('30 callers, each every 2 s', paced);

const atOnce = { claimed: [] as number[], shown: [] as number[] };
for (let turn = 0; turn < 4; turn += 1) await Promise.all(callers.map((who) => ring(who, atOnce)));
said('30 callers in the same instant', atOnce);

/** As text, since the page knows nothing of what the compiler adds to functions. */
const pressed = `new Promise((resolve) => {
  const card = () => document.querySelector('[data-phone-keys]')?.id;
  const before = card();
  const began = performance.now();
  document.addEventListener('aarshjul:swapped', () => card() !== before && resolve(performance.now() - began));
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '4', bubbles: true }));
})`;

async function inChromium(): Promise<void> {
  const site = await fixture();
  const { needs } = site;
  const web = await buildWeb({
    ...needs,
    views: {
      ...needs.views,
      phone: house.views.phone,
      currentRun: async () => ({ ...theRun, runId: runId('run'), today: day(phoneDay) }),
      reader: async (id) => ({ actor: actor(id, staff), name: id }),
    },
    desk: { ...needs.desk, phone: house.desk },
  });
  const origin = await web.listen({ port: 0, host: '127.0.0.1' });
  const browser = await openBrowser();
  const { page } = await visit(browser, origin);
  await page.goto('/phone');
  const times: number[] = [];
  for (let turn = 0; turn < 14; turn += 1) {
    times.push(await page.evaluate<number>(pressed));
  }
  await browser.close();
  report('phone', {
    ...{ database, what: 'key press to next card in Chromium', n: times.length },
    ...{ p50: round(quantile(times, 0.5)), max: round(Math.max(...times)) },
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

await inChromium();
await db.destroy();
process.exit(0);
