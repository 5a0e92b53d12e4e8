import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#domain/calendar/arithmetic.ts';
import { everyPage, listen, openBrowser, type Visit, visit } from './support/browser.ts';
import { type Fixture, fixture } from './support/fixture.ts';
import { theYouths } from './support/people-answers.ts';
import { theRun, today } from './support/year-answer.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let site: Fixture;
let origin: string;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([fixture({ run: { ...theRun, rehearsal: true } }), openBrowser()]);
  origin = await listen(site);
});
afterAll(async () => {
  await browser.close();
  await site.web.close();
});

const within = async (wish: Parameters<typeof visit>[2], act: (one: Visit) => Promise<void>) => {
  const one = await visit(browser, origin, wish);
  try {
    await act(one);
  } finally {
    await one.context.close();
  }
};

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Run through the debugger, so that the page's own policy need not be loosened for the test. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async (tags) => {
    // @ts-expect-error axe is put in the page just above
    const { violations: found } = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return found.map(
      (one: { id: string; nodes: { target: string[]; failureSummary: string }[] }) =>
        `${one.id}: ${one.nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`).join(' | ')}`,
    );
  }, rules);
}

const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  it.each([1440, 390])(
    '%i wide: nothing for axe to find, nothing said in the console',
    async (width) => {
      await within({ scheme, width, language: 'nn' }, async ({ page, spoken }) => {
        const found: string[] = [];
        for (const [name, path] of Object.entries({ ...everyPage, signIn: '/sign-in' })) {
          if (name === 'signIn') await page.context().clearCookies({ name: 'aarshjul' });
          await page.goto(path);
          // Folds closed in the one scheme and open in the other: both states are seen at both widths.
          if (scheme === 'dark') await unfold(page);
          found.push(...(await violations(page)).map((one) => `${name} ${one}`));
        }

        expect(found).toEqual([]);
        // The browser itself tells of the one page that does not exist.
        expect(spoken.filter((line) => !line.includes('404 (Not Found)'))).toEqual([]);
      });
    },
    240_000,
  );
});

it.each([320, 390, 768, 1024, 1440, 1920])(
  'nothing scrolls sideways at %i',
  async (width) => {
    await within({ width, language: 'nb' }, async ({ page }) => {
      const wide: string[] = [];
      for (const [name, path] of Object.entries(everyPage)) {
        await page.goto(path);
        await unfold(page);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (over > 0) wide.push(`${name}: ${over} px`);
      }

      expect(wide).toEqual([]);
    });
  },
  120_000,
);

it('the menu of whoever sees all of it lies over nothing, as wide as the window may be', async () => {
  await within({ language: 'nn' }, async ({ page }) => {
    await page.goto('/year');
    const over: number[] = [];
    for (let width = 910; width <= 1910; width += 50) {
      await page.setViewportSize({ width, height: 800 });
      const isOver = await page.evaluate(() => {
        const tools = document.querySelector('.tools')?.getBoundingClientRect();
        const links = [...document.querySelectorAll('.menu a')].map((link) => link.getBoundingClientRect());
        return links.length < 8 || !tools || links.some(({ right, top }) => right > tools.left && top < tools.bottom);
      });
      if (isOver) over.push(width);
    }

    expect(over).toEqual([]);
  });
});

it('every page can be read in forced colours', async () => {
  await within({ forcedColors: 'active' }, async ({ page }) => {
    await page.goto('/year');

    // Only the current page of the menu has a line beneath.
    const lines = await page.evaluate(
      () =>
        [...document.querySelectorAll('.menu a')].filter((link) => getComputedStyle(link, '::after').content !== 'none')
          .length,
    );
    expect(lines).toBe(1);
  });
});

describe('without script', () => {
  it('a task is completed and reopened, a unit ticked, a list filtered, a language chosen', async () => {
    await within({ script: false, language: 'nn' }, async ({ page }) => {
      await page.goto('/phase/review');
      const row = page.locator('#task-review_update-contacts');
      await row.getByRole('button', { name: /^Fullfør/ }).click();
      expect(await page.locator('#receipt').textContent()).toContain('Oppgåva er fullført');
      await row.getByRole('button', { name: /^Opne igjen/ }).click();
      expect(await row.getByRole('button', { name: /^Fullfør/ }).count()).toBe(1);

      await page.locator('#task-review_nav-meeting summary').first().click();
      await page.getByRole('button', { name: 'Havneby' }).click();
      expect(await page.locator('#task-review_nav-meeting').textContent()).toContain('13 av 14 einingar');

      await page.goto('/youths');
      await page.getByLabel('Status').selectOption('OTUK');
      await page.getByRole('button', { name: 'Vis', exact: true }).click();
      expect(new URL(page.url()).searchParams.get('code')).toBe('OTUK');
      expect(new URL(page.url()).searchParams.has('unit')).toBe(true);

      await page.getByRole('button', { name: 'en', exact: true }).click();
      expect(await page.locator('h1').textContent()).toBe('Youths');
    });
  });

  it('ticked youths are given a caseworker, and the whole list is a plain link', async () => {
    await within({ script: false, language: 'nn' }, async ({ page }) => {
      await page.goto('/youths');
      expect(await page.locator('#bulk').isVisible()).toBe(false);
      await page.locator('input[name="case"]').first().check();
      expect(await page.locator('#bulk').isVisible()).toBe(true);
      await page.getByLabel('Gi til').selectOption('staff-2');
      await page.getByRole('button', { name: 'Gi sakshandsamar' }).click();
      expect(await page.locator('#receipt').textContent()).toContain('1 ungdom har fått sakshandsamar');

      await page.locator('input[name="case"]').first().check();
      await page.getByRole('link', { name: /Vel alle/ }).click();
      await page.getByRole('button', { name: 'Gi sakshandsamar' }).click();
      expect(await page.locator('#receipt').textContent()).toMatch(/1\s141 ungdommar/);
    });
  });
});

describe('live', () => {
  it('what is done in one window stands in the other within a second, with focus and open folds kept', async () => {
    site.state.done.clear();
    await within({}, async ({ page: one }) => {
      await within({}, async ({ page: other }) => {
        await Promise.all([one.goto('/phase/review'), other.goto('/phase/review')]);
        const fold = other.locator('#parts-task-review_nav-meeting > summary');
        await fold.click();
        await fold.focus();
        await one.locator('#parts-task-review_nav-meeting > summary').click();

        const began = Date.now();
        await one.getByRole('button', { name: 'Sandeidet' }).click();
        await other.getByText('13 av 14 einingar').waitFor({ timeout: 5_000 });
        const took = Date.now() - began;

        expect(took).toBeLessThan(2_000);
        expect(await fold.evaluate((element) => element === document.activeElement)).toBe(true);
        expect(await fold.evaluate((element) => element.parentElement?.hasAttribute('open'))).toBe(true);
      });
    });
  });

  it('pressing a tick keeps the place: focus, fold and scrolling', async () => {
    site.state.done.clear();
    await within({}, async ({ page }) => {
      await page.goto('/phase/review');
      await page.locator('#parts-task-review_nav-meeting > summary').click();
      const tick = page.getByRole('button', { name: 'Havneby' });
      await tick.press('Enter');
      await page.getByText('13 av 14 einingar').waitFor();

      expect(await tick.getAttribute('aria-pressed')).toBe('true');
      expect(await tick.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await page.locator('#receipt').textContent()).toContain('Oppgåva er fullført');
    });
  });

  it('what is being typed is left alone when the page is told of a change', async () => {
    await within({}, async ({ page }) => {
      await page.goto('/youth/case-6');
      await page.getByText('Registrer kontakt').click();
      await page.getByLabel('Notat').fill('halvvegs i ei setn');
      site.changed();
      await page.waitForResponse((answer) => answer.url().endsWith('/youth/case-6'));
      await page.waitForFunction(() => document.readyState === 'complete');

      expect(await page.getByLabel('Notat').inputValue()).toBe('halvvegs i ei setn');
    });
  });

  it('what was typed about one youth is gone on the next, also when the field has focus', async () => {
    await within({}, async ({ page }) => {
      await page.goto('/youth/case-6');
      await page.getByText('Registrer kontakt').click();
      await page.getByLabel('Notat').fill('sagt i fortrulegheit');
      // As the live form does when a command leads on to the next youth: the answer is another address.
      const next = await page.evaluate(async () => (await fetch('/youth/case-7')).text());
      await page.route('**/youth/case-6/contact', (route) =>
        route.fulfill({ status: 200, contentType: 'text/html', body: next }),
      );
      await page.getByLabel('Notat').focus();
      await page.getByRole('button', { name: 'Registrer', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'Åse Ødegård' }).waitFor();

      const texts = await page
        .locator('textarea')
        .evaluateAll((areas) => areas.map((area) => (area as HTMLTextAreaElement).value));
      expect(texts).toEqual(['']);
    });
  });

  it('a rehearsal goes forward by a day and the page says which day it is', async () => {
    await within({}, async ({ page }) => {
      await page.goto('/year');
      await page.getByRole('button', { name: 'Ein dag' }).click();
      await page.locator('#rehearsal').getByText('torsdag 5. november 2026').waitFor();
      expect(await page.locator('.foot').textContent()).toContain('torsdag 5. november 2026');
      await page.getByLabel('Til dagen').fill(addDays(today, 9));
      await page.getByRole('button', { name: 'Gå dit' }).click();
      await page.locator('#rehearsal').getByText('fredag 13. november 2026').waitFor();
    });
  });
});

describe('the list of youths', () => {
  it('shift ticks a stretch, the head ticks the page, and all is the exact number', async () => {
    await within({}, async ({ page }) => {
      await page.goto('/youths');
      const boxes = page.locator('input[name="case"]');
      await boxes.nth(1).click();
      await boxes.nth(4).click({ modifiers: ['Shift'] });
      expect(await page.locator('[data-count]').textContent()).toBe('4 valde');

      await page.locator('[data-tick-page]').check();
      expect(await page.locator('[data-count]').textContent()).toBe('50 valde');
      await page.getByRole('link', { name: /Vel alle/ }).click();
      expect(await page.locator('[data-count]').textContent()).toMatch(/Alle 1\s141 i utvalet/);

      await page.getByRole('link', { name: 'Fjern val' }).click();
      expect(await page.locator('#bulk').isVisible()).toBe(false);
    });
  });

  it('ticks stay when somebody else changes something', async () => {
    await within({}, async ({ page }) => {
      await page.goto('/youths');
      await page.locator('input[name="case"]').nth(2).check();
      site.state.youths = { ...theYouths, rows: theYouths.rows.map((row) => ({ ...row, unit: 'Ei anna eining' })) };
      site.changed();
      await page.getByText('Ei anna eining').first().waitFor();
      site.state.youths = theYouths;

      expect(await page.locator('input[name="case"]').nth(2).isChecked()).toBe(true);
      expect(await page.locator('[data-count]').textContent()).toBe('1 valde');
    });
  });

  it('a filter takes effect when it is chosen', async () => {
    await within({}, async ({ page }) => {
      await page.goto('/youths');
      await page.getByLabel('Status').selectOption('OTUK');
      await page.waitForURL(/code=OTUK/);

      expect(await page.getByRole('link', { name: /OTUK fjern/ }).count()).toBe(1);
    });
  });

  it('a name that is searched for is in no address', async () => {
    await within({}, async ({ page }) => {
      await page.goto('/youths');
      await page.getByLabel('Søk på namn').fill('Øyvind');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /Namn: Øyvind/ }).waitFor();

      expect(page.url()).toBe(`${origin}/youths?list=all`);
    });
  });
});

describe('keys', () => {
  it('work through a cross-check: down to a pair, decide, accept the page, turn it', async () => {
    await within({}, async ({ page }) => {
      const told = (command: string) => site.told.findLast((one) => one.command === command)?.wish;
      await page.goto('/cross-check/list-1');
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      // The answer is morphed in: a key pressed before that would be lost with what it replaces.
      const morphed = page.evaluate(() =>
        new Promise((done) => document.addEventListener('aarshjul:swapped', done, { once: true })).then(() => true),
      );
      await page.keyboard.press('d');
      await expect.poll(() => told('crossCheck.decide')).toMatchObject({ pairIds: ['pair-2'], answer: 'not-same' });
      await morphed;

      // Accepting loads the page anew.
      const loaded = page.waitForEvent('load');
      await page.keyboard.press('a');
      await expect.poll(() => told('crossCheck.accept')).toMatchObject({ pairIds: ['pair-1'] });
      await loaded;

      await page.keyboard.press('n');
      await page.waitForURL('**/cross-check/list-1?show=waiting&page=2');
    });
  });

  it('go to pages and can be switched off', async () => {
    await within({}, async ({ page }) => {
      await page.goto('/year');
      await page.keyboard.press('g');
      await page.keyboard.press('t');
      await page.waitForURL('**/tasks');

      await page.goto('/settings');
      await page.getByLabel('Av', { exact: true }).check();
      await page.getByRole('button', { name: 'Lagre' }).click();
      await page.goto('/year');
      await page.keyboard.press('g');
      await page.keyboard.press('t');
      expect(new URL(page.url()).pathname).toBe('/year');
    });
  });
});
