import { phonePaths } from './phone-paths.ts';
import type { Route } from './route.ts';
import { call, next, outcome, release, search, skip, take, undo } from './routes/phone.tsx';
import { act, burnDown, drive, join, leave, paper, report, sheet, split, start } from './routes/phone-drive.tsx';

/** Pages and commands of the phone drive. */
export const phoneRoutes: readonly Route[] = [
  { verb: 'GET', path: phonePaths.call, asks: 'phone.see', audit: 'phone.card', handler: call },
  { verb: 'POST', path: phonePaths.next, asks: 'phone.call', audit: null, handler: next },
  { verb: 'POST', path: phonePaths.outcome, asks: 'phone.call', audit: 'phone.card', handler: outcome },
  { verb: 'POST', path: phonePaths.undo, asks: 'phone.call', audit: null, handler: undo },
  { verb: 'POST', path: phonePaths.skip, asks: 'phone.call', audit: null, handler: skip },
  { verb: 'POST', path: phonePaths.release, asks: 'phone.call', audit: null, handler: release },
  { verb: 'POST', path: phonePaths.search, asks: 'phone.call', audit: null, handler: search },
  { verb: 'POST', path: phonePaths.take, asks: 'phone.call', audit: null, handler: take },
  { verb: 'GET', path: phonePaths.drive, asks: 'phone.see', audit: null, handler: drive },
  { verb: 'POST', path: phonePaths.start, asks: 'phone.run', audit: null, handler: start },
  { verb: 'POST', path: phonePaths.act, asks: 'phone.run', audit: null, handler: act },
  { verb: 'POST', path: phonePaths.callers, asks: 'phone.run', audit: null, handler: join },
  { verb: 'POST', path: phonePaths.leave, asks: 'phone.run', audit: null, handler: leave },
  { verb: 'POST', path: phonePaths.split, asks: 'phone.run', audit: null, handler: split },
  { verb: 'GET', path: phonePaths.burnDown, asks: 'phone.see', audit: null, handler: burnDown },
  { verb: 'GET', path: phonePaths.report, asks: 'phone.see', audit: null, handler: report },
  { verb: 'GET', path: phonePaths.sheet(), asks: 'phone.call', audit: 'phone.sheet', handler: sheet },
  { verb: 'POST', path: phonePaths.paper, asks: 'phone.call', audit: null, handler: paper },
];
