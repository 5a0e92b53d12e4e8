import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Fixture } from './fixture.ts';

/** Debian's Chromium, quiet: no contact with anything but the page's own server. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Everything the console said, errors of the content policy among it. */
  readonly spoken: string[];
}

interface VisitWish {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  readonly language?: 'nb' | 'nn' | 'en';
  readonly script?: boolean;
  readonly forcedColors?: 'active';
  readonly signedIn?: boolean;
}

/** A browser of somebody's own at the fixture's address, signed in as the first of the demo's people. */
export async function visit(browser: Browser, origin: string, wish: VisitWish = {}): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: wish.width ?? 1440, height: wish.height ?? 900 },
    javaScriptEnabled: wish.script ?? true,
    baseURL: origin,
    ...(wish.forcedColors === undefined ? {} : { forcedColors: wish.forcedColors }),
  });
  await context.addCookies([
    { name: 'language', value: wish.language ?? 'nn', url: origin },
    { name: 'scheme', value: wish.scheme ?? 'light', url: origin },
  ]);
  const page = await context.newPage();
  const spoken: string[] = [];
  page.on('console', (message) => spoken.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => spoken.push(`error: ${error.message}`));
  if (wish.signedIn ?? true) {
    await page.goto('/sign-in');
    await page.locator('.demo-person').first().click();
    await page.waitForURL('**/year');
  }
  return { context, page, spoken };
}

export const listen = (fixture: Fixture): Promise<string> => fixture.web.listen({ port: 0, host: '127.0.0.1' });

/** Every page by a name for the reports. */
export const everyPage: Readonly<Record<string, string>> = {
  year: '/year',
  phase: '/phase/review',
  tasks: '/tasks',
  youths: '/youths',
  youth: '/youth/case-6',
  own: '/own',
  'own choice': '/own?at=case-0&choice=own-contact',
  cleaning: '/own/cleaning',
  'own preview': '/own/preview?choice=own-contact&all=1',
  assignment: '/assignment',
  assignmentOfOne: '/assignment?from=staff-2',
  assignmentRules: '/assignment/rules',
  staffLeave: '/staff/leave?staff=staff-2&way=evenly',
  acts: '/act',
  act: '/act/act-1',
  returns: '/returns',
  leavers: '/early-leavers?gap=meeting',
  leaving: '/youth/case-6/leaving?text=nn',
  nav: '/nav-meeting',
  navList: '/nav-meeting?area=unit%3Aunit-1',
  navEntries: '/nav-meeting?area=unit%3Aunit-1&meeting=meeting-1',
  doubles: '/doubles',
  sendings: '/sendings',
  newSending: '/sendings/new',
  sendingSettings: '/sendings/settings',
  sending: '/sending/sending-1',
  stopped: '/sending/sending-2',
  recipients: '/sending/sending-2/recipients',
  inbound: '/inbound',
  asked: '/inbound?reply=in-2',
  forwarded: '/inbound?show=forwarded&reply=in-5',
  replyForm: '/r/KEY1',
  thanks: '/r/KEY1?sent=1',
  templates: '/templates',
  template: '/template/standard-letter',
  smsTemplate: '/template/sms-1',
  mailing: '/letters',
  intakes: '/intake',
  intake: '/intake/intake-1',
  faults: '/intake/intake-1?show=faults',
  checks: '/cross-check',
  check: '/cross-check/list-1',
  checkRows: '/cross-check/list-1?show=none',
  start: '/start?template=vigo-otto&year=2027-2028',
  phone: '/phone',
  phoneDrive: '/phone/drive',
  phoneBurnDown: '/phone/burn-down',
  phoneReport: '/phone/report',
  phoneSheet: '/phone/sheet',
  plan: '/plan',
  change: '/plan/change?key=planning.meeting-spring',
  move: '/plan/move?key=transfer.others.closes&to=2026-09-28',
  settings: '/settings',
  accessibility: '/accessibility',
  nowhere: '/nowhere',
};
