import { expect, it } from 'vitest';
import { explain } from '#texts/explain.ts';

it('a refusal says days as they are written, and where a sending stands by its name', () => {
  expect(explain('nb', 'youth.dayAhead', { on: '2026-10-02', today: '2026-10-01' })).toContain('fre 02.10.2026');
  expect(explain('nn', 'campaign.notNow', { state: 'handingOver' })).toContain('blir send');
  expect(explain('nb', 'campaign.noTrack', { tracks: ['osonn'], there: ['oson', 'others'] })).toContain('oson, others');
});
