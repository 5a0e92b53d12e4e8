import { expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import { mergeableOf, mergeFiles, partFiles } from '#domain/youth/merge.ts';
import { noPhases, virtualCounty, youth } from '../support/virtual-county.ts';

const on = day('2026-10-01');

it('a youth who came twice is one case, whose other half knows where it went, and can be two again', async () => {
  const county = await virtualCounty({ inputs: noPhases() });
  county.addYouth('fictive', 'OSON');
  county.addYouth('real', 'OESL');
  // `as`: a youth's context is a case file.
  const file = (id: string) => county.world.book.context(youth(id)) as CaseFile;
  const call = { on, channel: 'phone', direction: 'out', answeredBy: 'youth', says: 'wants-follow-up' };
  await county.says(youth('fictive'), 'contact.registered', call);
  await county.says(youth('fictive'), 'status.set', {
    on,
    to: 'OTOV',
    age: { minor: true, target: 'covered' },
    override: null,
  });
  const before = mergeableOf(file('real'));
  const { now } = mergeFiles(file('real'), file('fictive'));

  const merged = await county.says(youth('real'), 'case.merged', {
    on,
    mergeId: 'merge',
    away: 'fictive',
    before,
    now,
  });

  expect(merged).toMatchObject({ accepted: true });
  expect(county.state(youth('real'))).toMatchObject({ coding: 'followedUp', contact: 'proved', leaving: 'incomplete' });
  expect(file('fictive').mergedInto).toBe('real');

  const parted = partFiles(file('real'), before, now);
  await county.says(youth('real'), 'case.parted', { on, mergeId: 'merge', away: 'fictive', now: parted });

  expect(county.state(youth('real'))).toMatchObject({ coding: 'transferred', contact: 'none', leaving: 'incomplete' });
  expect(file('fictive')).toMatchObject({ mergedInto: null, status: 'OTOV', contacts: [{ answeredBy: 'youth' }] });
});

it('a youth who was sent back and is sent again has a case that is open again, and so has one that is coded anew', async () => {
  const county = await virtualCounty({ inputs: noPhases() });
  for (const id of ['again', 'anew']) {
    county.addYouth(id, 'OSON');
    await county.says(youth(id), 'status.set', {
      ...{
        on,
        to: 'Feil',
        age: { minor: true, target: 'covered' },
        override: null,
        reasons: ['registered-by-mistake'],
      },
    });
    await county.says(youth(id), 'return.sent', { on });
    expect(county.state(youth(id))).toMatchObject({ returned: 'sent' });
  }

  await county.says(youth('again'), 'transfer.received', { on, transfer: 'OSNP' });
  await county.says(youth('anew'), 'status.set', {
    ...{ on, to: 'OTUK', age: { minor: true, target: 'covered' }, override: null },
  });

  expect(county.state(youth('again'))).toMatchObject({ returned: 'none', coding: 'outside' });
  expect(county.state(youth('anew'))).toMatchObject({ returned: 'none', coding: 'unknown' });
});
