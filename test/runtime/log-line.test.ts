import { expect, it } from 'vitest';
import { logLine } from '#runtime/log-line.ts';

it('a failure is one line with its time and the number its reader was told', () => {
  expect(logLine('api.failed', { route: '/runs/:run', number: 'n-1', error: 'TypeError' }, new Date(0))).toBe(
    '1970-01-01T00:00:00.000Z api.failed route=/runs/:run number=n-1 error=TypeError',
  );
});
