import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { listen, openBrowser, visit } from './support/browser.ts';
import { type Fixture, fixture } from './support/fixture.ts';

let site: Fixture;
let origin: string;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([fixture(), openBrowser()]);
  origin = await listen(site);
});
beforeEach(() => {
  site.told.length = 0;
});
afterAll(async () => {
  await browser.close();
  await site.web.close();
});

const focused = (page: Page) => page.evaluate(() => document.activeElement?.closest('tr')?.id ?? '');
const told = () => site.told.map(({ command, wish }) => [command, wish.caseId ?? wish.actId, wish.choice ?? wish.kind]);

it("an adviser's first autumn day: the own list by keyboard, many at once with a look before, undone, and one coded by the guide", async () => {
  const { page, context, spoken } = await visit(browser, origin, { language: 'en' });
  await page.goto('/own');

  // 1: the letter, at once; what it leads to is said.
  await page.keyboard.press('1');
  await page.locator('#receipt p').waitFor();
  expect(await page.locator('#receipt').textContent()).toContain('gets the standard letter Thu 12 Nov');
  // J and 2: the next youth, own contact; the code that fits is ready, with what the rules warn of.
  await page.keyboard.press('j');
  expect(await focused(page)).toBe('case-case-1');
  await page.keyboard.press('2');
  await page.locator('.own-open').waitFor();
  expect(await page.locator('.own-open').textContent()).toContain('own-contact');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('OTOV');
  await page.keyboard.press('Enter');
  await page.locator('.own-open').waitFor({ state: 'detached' });
  expect(told()).toEqual([
    ['youths.choose', 'case-0', 'standard-letter'],
    ['youths.choose', 'case-1', 'own-contact'],
  ]);

  // Everybody: a look that names whom it would not touch, then one act.
  await page.locator('[data-tick-page]').click();
  await page.locator('[data-every]').click();
  await page.locator('#choose button[value="standard-letter"]').click();
  expect(await page.locator('#main').textContent()).toContain('Not touched: 1');
  await page.getByRole('button', { name: 'Standard letter for 119' }).click();
  await page.waitForURL('**/act/**');
  expect(site.told.at(-1)?.command).toBe('acts.begin');
  // The fixture knows one act only, and says so of the one that was just ordered.
  expect(spoken.splice(0).filter((line) => !line.includes('404'))).toEqual([]);
  await page.goto('/act/act-1');
  await page.getByRole('button', { name: 'Undo for 38' }).click();
  await page.locator('#receipt p').waitFor();
  expect(told().at(-1)).toEqual(['acts.undo', 'act-1', undefined]);

  // One youth by the guide: one question at a time, and a refusal shows its rule.
  await page.goto('/youth/case-6#guide');
  const question = page.locator('.guide-question');
  expect(await question.count()).toBe(1);
  await question.locator('input.ds-input').first().check();
  await question.locator('button[type="submit"]').click();
  await page.locator('.guide-replies').waitFor();
  expect(await question.count()).toBeLessThanOrEqual(1);
  await page.locator('#refused-case-6 > summary').click();
  expect(await page.locator('#refused-case-6 .rule').first().textContent()).toMatch(/Udir|flytskjema/);
  await page.locator('#code-case-6 input[name="code"]').first().check();
  await page.locator('#code-case-6 button[type="submit"]').click();
  await page.locator('#receipt p').waitFor();
  expect(site.told.at(-1)?.command).toBe('youths.code');

  expect(spoken).toEqual([]);
  await context.close();
}, 60_000);

it('the keys choose nothing while somebody types, nor where they are switched off', async () => {
  const { page, context } = await visit(browser, origin, { language: 'en' });
  await page.goto('/youths');
  await page.locator('#search').fill('1');
  await page.goto('/own');
  await page.locator('#own-whose').focus();
  await page.keyboard.press('1');
  await context.addCookies([{ name: 'keys', value: 'off', url: origin }]);
  await page.goto('/own');
  await page.keyboard.press('1');

  expect(site.told).toEqual([]);
  await context.close();
}, 60_000);
