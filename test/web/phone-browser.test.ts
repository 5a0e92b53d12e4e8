import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { runId } from '#domain/ids.ts';
import type { Database } from '#store/open.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { holding, phoneDay, phoneHouse } from '#test/support/phone-house.ts';
import { type AYouth, actor } from '#test/views/county.ts';
import { buildWeb } from '#web/server.tsx';
import { listen, openBrowser, type Visit, visit } from './support/browser.ts';
import { type Fixture, fixture } from './support/fixture.ts';
import { thePlace } from './support/phone-answers.ts';
import { theRun } from './support/year-answer.ts';

let browser: Browser;
let site: Fixture;
let origin: string;
beforeAll(async () => {
  [site, browser] = await Promise.all([fixture(), openBrowser()]);
  origin = await listen(site);
});
afterAll(async () => {
  await browser?.close();
  await site?.web.close();
});

const within = async (where: string, act: (one: Visit) => Promise<void>, wish: Parameters<typeof visit>[2] = {}) => {
  const one = await visit(browser, where, wish);
  try {
    await act(one);
  } finally {
    await one.context.close();
  }
};
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name: `Ring ${name}` });

describe('the card', () => {
  it('takes an outcome in one press, what was said in two, and undoes the last', async () => {
    site.state.place = thePlace;
    site.told.length = 0;
    await within(origin, async ({ page }) => {
      await page.goto('/phone');
      await heading(page, 'Isak Borge Gran').waitFor();
      await page.keyboard.press('1');
      await page.keyboard.press('3');
      await heading(page, 'Åse Ødegård').waitFor();
      expect(site.told.at(-1)).toMatchObject({
        command: 'phone.outcome',
        wish: { caseId: 'case-6', outcome: 'reached', says: 'in-work' },
      });
      expect(await page.locator('#receipt').textContent()).toContain('nådde ungdommen');
      expect(await page.locator('details.outcome-fold[open]').count()).toBe(0);

      await page.keyboard.press('z');
      await heading(page, 'Isak Borge Gran').waitFor();
      await page.keyboard.press('4');
      await heading(page, 'Åse Ødegård').waitFor();
      expect(site.told.at(-1)).toMatchObject({ wish: { caseId: 'case-6', outcome: 'no-answer', says: null } });
    });
  });

  it('what was typed about one youth is never shown on the next, also when the field has focus', async () => {
    site.state.place = thePlace;
    await within(origin, async ({ page }) => {
      await page.goto('/phone');
      await page.keyboard.press('n');
      await page.keyboard.type('sagt i fortrulegheit');
      await page.keyboard.press('Escape');
      await page.keyboard.press('r');
      expect(await page.locator('#later-case-6').getAttribute('open')).not.toBeNull();
      await page.getByLabel('Klokkeslett').fill('15:30');
      await page.getByLabel('Dag', { exact: true }).fill('2026-11-06');
      await page.getByLabel('Notat til sakshandsamar').focus();
      await page.getByRole('button', { name: 'Ikkje svar' }).click();
      await heading(page, 'Åse Ødegård').waitFor();

      const typed = await page
        .locator('.call textarea, .call input:not([type=hidden])')
        .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
      expect(typed.filter((value) => value !== '')).toEqual([]);
      expect(await page.content()).not.toContain('fortrulegheit');
      expect(site.told.at(-1)).toMatchObject({ wish: { note: 'sagt i fortrulegheit' } });
    });
  });

  it('works without script: what was said is a button in a fold of its own', async () => {
    site.state.place = thePlace;
    await within(
      origin,
      async ({ page }) => {
        await page.goto('/phone');
        await page.locator('summary', { hasText: 'Føresett svarte' }).click();
        await page.locator('#guardian-case-6').getByRole('button', { name: 'Er i skule' }).click();
        await heading(page, 'Åse Ødegård').waitFor();
        expect(site.told.at(-1)).toMatchObject({ wish: { outcome: 'guardian', says: 'in-school' } });
      },
      { script: false },
    );
  });
});

describe('two callers in two browsers', () => {
  const staff = [
    holding('staff-1', 'Ane Dalseth', 'adviser', 'north'),
    holding('staff-2', 'Bo Berg', 'office_staff', 'north'),
    holding('super', 'Siv Moen', 'super_user'),
    holding('process', 'Eli Brattli', 'process_owner'),
  ];
  const youths = Array.from(
    { length: 14 },
    (_, index): AYouth => ({
      id: `y${index}`,
      name: { first: 'Prøve', last: `Nr${index}` },
      code: 'OTUK',
      mobile: '+4741000001',
    }),
  );
  let db: Database;
  let web: Fixture['web'];
  let where: string;
  beforeAll(async () => {
    db = await memoryDatabase();
    const { desk, views } = await phoneHouse(db, {
      units: [{ id: 'north', name: 'Nordvik' }],
      staff,
      youths,
      callers: ['staff-1', 'staff-2'],
    });
    const { needs } = site;
    web = await buildWeb({
      ...needs,
      views: {
        ...needs.views,
        phone: views.phone,
        currentRun: async () => ({ ...theRun, runId: runId('run'), today: day(phoneDay) }),
        reader: async (id) => ({ actor: actor(id, staff), name: staff.find((one) => one.id === id)?.name ?? '' }),
      },
      desk: { ...needs.desk, phone: desk },
    });
    where = await web.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(async () => {
    await web?.close();
    await db?.destroy();
  });

  it('ring all fourteen at the same time, and no youth comes before both', async () => {
    const ring = async (page: Page): Promise<readonly string[]> => {
      const seen: string[] = [];
      await page.goto(`${where}/phone`);
      await page.getByRole('button', { name: 'Neste ungdom' }).click();
      await page.locator('[id^="call-y"]').first().waitFor();
      for (let index = 0; index < 20; index += 1) {
        await page.locator('[id^="call-"][data-phone-keys]').waitFor();
        if ((await page.locator('#call-nobody').count()) > 0) break;
        const card = (await page.locator('[id^="call-y"]').first().getAttribute('id')) ?? '';
        seen.push(card);
        await page.keyboard.press('4');
        await page.locator(`#${card}`).waitFor({ state: 'detached' });
      }
      return seen;
    };
    await within(where, async ({ page: one }) => {
      await within(where, async ({ context, page: other }) => {
        // The other browser is somebody else's.
        await context.clearCookies({ name: 'aarshjul' });
        await other.goto(`${where}/sign-in`);
        await other.locator('.demo-person').nth(1).click();
        await other.waitForURL('**/year');

        const [mine, yours] = await Promise.all([ring(one), ring(other)]);

        expect(mine.filter((id) => yours.includes(id))).toEqual([]);
        expect(new Set([...mine, ...yours]).size).toBe(14);
        expect(mine.length + yours.length).toBe(14);
        expect(Math.min(mine.length, yours.length)).toBeGreaterThan(3);
      });
    });
    const contacts = await db.selectFrom('contact').select('case_id').where('channel', '=', 'phone').execute();
    expect(contacts).toHaveLength(14);
  }, 60_000);
});
