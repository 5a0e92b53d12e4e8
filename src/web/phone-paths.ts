import type { StaffId } from '#domain/ids.ts';

/** Addresses of the phone drive. Which youth is never in one. */
export const phonePaths = {
  call: '/phone',
  next: '/phone/next',
  outcome: '/phone/outcome',
  undo: '/phone/undo',
  skip: '/phone/skip',
  release: '/phone/release',
  search: '/phone/search',
  take: '/phone/take',
  drive: '/phone/drive',
  start: '/phone/start',
  act: '/phone/act',
  callers: '/phone/callers',
  leave: '/phone/leave',
  split: '/phone/split',
  burnDown: '/phone/burn-down',
  report: '/phone/report',
  sheet: (whose?: StaffId): string =>
    whose === undefined ? '/phone/sheet' : `/phone/sheet?whose=${encodeURIComponent(whose)}`,
  paper: '/phone/paper',
} as const;
