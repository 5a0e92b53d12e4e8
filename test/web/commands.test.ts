import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { schoolYear } from '#domain/calendar/school-year.ts';
import { runId } from '#domain/ids.ts';
import { isOurPath } from '#web/paths.ts';
import { type Client, client, signedIn } from './support/client.ts';
import { type Fixture, fixture } from './support/fixture.ts';

let site: Fixture;
let reader: Client;
beforeAll(async () => {
  site = await fixture();
  reader = await signedIn(site, { language: 'en' });
});
beforeEach(() => {
  site.told.length = 0;
  site.reads.length = 0;
});
afterAll(() => site.web.close());

describe('signing in', () => {
  it('somebody unknown is sent to sign in, and back to where the link led', async () => {
    const unknown = client(site);

    const sent = await unknown.get('/youths?list=otuk');

    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/sign-in?to=%2Fyouths%3Flist%3Dotuk']);
    const landed = await unknown.post('/sign-in?to=%2Fyouths%3Flist%3Dotuk', { staff: 'staff-1' }, '/sign-in');
    expect(landed.headers.location).toBe('/youths?list=otuk');
  });

  it('a wrong password says no more than that the two do not match, and keeps the name that was typed', async () => {
    const answer = await client(site).post('/sign-in', { login: 'jakob', password: 'feil' }, '/sign-in');

    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('value="jakob"');
    expect(answer.body).not.toContain('feil"');
  });

  it('the right password opens a session, and signing out ends it', async () => {
    const one = client(site);
    const opened = await one.post('/sign-in', { login: 'jakob', password: 'riktig' }, '/sign-in');
    const token = one.cookies.get('aarshjul') ?? '';

    await one.post('/sign-out', {});

    expect(opened.headers.location).toBe('/year');
    expect((await client(site, { aarshjul: token }).get('/year')).statusCode).toBe(303);
  });

  it('many attempts in a minute are stopped', async () => {
    const own = await fixture({ triesPerMinute: 20 });
    const answers: number[] = [];
    for (let at = 0; at < 22; at += 1)
      answers.push((await client(own).post('/sign-in', { login: 'jakob', password: `${at}` }, '/sign-in')).statusCode);

    expect(answers.slice(-2)).toEqual([429, 429]);
    await own.web.close();
  });
});

describe('forms', () => {
  it('without the token of the form nothing is done', async () => {
    const answer = await site.web.inject({
      method: 'POST',
      url: '/task/complete',
      cookies: Object.fromEntries(reader.cookies),
      payload: { task: 'review.update-contacts' },
    });

    expect([answer.statusCode, site.told]).toEqual([403, []]);
  });

  it("another's token is worth nothing", async () => {
    const other = await signedIn(site);
    const token = /name="_csrf" value="([^"]+)"/.exec((await other.get('/accessibility')).body)?.[1] ?? '';

    const answer = await site.web.inject({
      method: 'POST',
      url: '/task/complete',
      cookies: Object.fromEntries(reader.cookies),
      payload: { task: 'review.update-contacts', _csrf: token },
    });

    expect([answer.statusCode, site.told]).toEqual([403, []]);
  });

  it('a form from another site is refused whatever it carries', async () => {
    const { body } = await reader.get('/accessibility');
    const token = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
    const answer = await site.web.inject({
      method: 'POST',
      url: '/task/complete',
      cookies: Object.fromEntries(reader.cookies),
      headers: { 'sec-fetch-site': 'cross-site' },
      payload: { task: 'x', _csrf: token },
    });

    expect([answer.statusCode, site.told]).toEqual([403, []]);
  });

  it('a task is completed once for each form, and the receipt is said once', async () => {
    const done = await reader.post('/task/complete', {
      task: 'review.update-contacts',
      command: 'wish-0000-1',
      back: '/phase/review',
    });
    const first = await reader.get('/phase/review');
    const second = await reader.get('/phase/review');

    expect([done.statusCode, done.headers.location]).toEqual([303, '/phase/review']);
    expect(site.told).toEqual([
      {
        command: 'tasks.complete',
        wish: { commandId: 'wish-0000-1', runId: 'run-2026', taskId: 'review.update-contacts' },
      },
    ]);
    expect([first.body.includes('The task is completed'), second.body.includes('The task is completed')]).toEqual([
      true,
      false,
    ]);
  });

  it("a receipt is its reader's own, and a refresh in another window does not take it", async () => {
    const other = await signedIn(site, { language: 'en' });
    await reader.post('/task/reopen', { task: 'review.update-contacts', back: '/phase/review' });

    const refreshed = await reader.get('/year', { 'x-refresh': '1' });
    const others = await other.get('/year');
    const own = await reader.get('/year');

    const has = ({ body }: { body: string }) => body.includes('The task is reopened');
    expect([has(refreshed), has(others), has(own)]).toEqual([false, false, true]);
  });

  it.each([
    ['//evil.example', false],
    ['/\\evil.example', false],
    ['/\t/evil.example', false],
    ['https://evil.example', false],
    ['/year', true],
    ['/youths?list=otuk&unit=unit-1', true],
  ])('one is sent back to %j only when it is ours', async (back, ours) => {
    expect(isOurPath(back)).toBe(ours);
    const answer = await reader.post('/settings', { scheme: 'dark', back });

    expect(answer.headers.location).toBe(ours ? back : '/');
  });
});

describe('two years at once', () => {
  it('one looks at the year one has chosen, until one chooses the one that goes on', async () => {
    const { run } = site.state;
    if (!run) throw new Error('a year is shown here');
    const before = { ...run, runId: runId('before'), schoolYear: schoolYear('2025-2026') };
    const next = { ...run, runId: runId('next'), schoolYear: schoolYear('2027-2028'), rehearsal: true };
    const beside = { state: 'running', isCurrent: false };
    const own = await fixture({
      otherRuns: [
        { ...before, ...beside, title: 'Fjoråret', state: 'closed' },
        { ...next, ...beside, title: '2027-2028' },
      ],
    });
    const one = await signedIn(own, { language: 'en' });
    // Which year the page stands in, by what it says is chosen.
    const chosen = async () => {
      const { body } = await one.get('/settings');
      return ['before', 'current'].filter((id) =>
        new RegExp(`<input[^>]*value="${id}"[^>]*checked|<input[^>]*checked[^>]*value="${id}"`).test(body),
      );
    };

    const { body } = await one.get('/settings');
    expect(body).toContain('2025–2026 · Fjoråret · closed');
    expect(body).toContain('>2027–2028 · rehearsal<');
    await one.post('/settings', { run: 'no-such-year' });
    const first = await chosen();
    await one.post('/settings', { run: 'before' });
    const then = await chosen();
    await one.post('/settings', { run: 'current' });

    expect([first, then, await chosen()]).toEqual([['current'], ['before'], ['current']]);
    await own.web.close();
  });

  it('where there is only one, there is nothing to choose', async () => {
    expect((await reader.get('/settings')).body).not.toContain('School year shown');
  });
});

describe('searching', () => {
  it('a name that is searched for stands in no address and follows the session', async () => {
    const found = await reader.post('/youths/search', { text: 'Åse' });
    const list = await reader.get('/youths?list=all');
    await reader.post('/youths/search', { text: '' });

    expect(found.headers.location).toBe('/youths?list=all');
    expect(list.body).toContain('value="Åse"');
    expect((await reader.get('/youths')).body).not.toContain('value="Åse"');
  });

  it('only what an address may say is taken from it', async () => {
    const { body } = await reader.get('/youths?list=nonsense&name=Isak&code=OTUK&sort=drop+table');

    const addresses = [...body.matchAll(/href="(\/youths[^"]*)"/g)].map(([, address]) => address);
    expect(addresses).toContain('/youths?code=OTUK&amp;sort=age');
    expect(addresses.filter((address) => /Isak|nonsense|drop/.test(address ?? ''))).toEqual([]);
  });
});

describe('a bulk act', () => {
  it('on those ticked is one command a youth', async () => {
    const answer = await reader.post('/youths/assign', {
      case: ['case-1', 'case-2'],
      to: 'staff-2',
      command: 'bulk-0001',
    });

    expect(answer.statusCode).toBe(303);
    expect(site.told.map(({ wish }) => [wish.commandId, wish.caseId, wish.caseworkerId])).toEqual([
      ['bulk-0001-case-1', 'case-1', 'staff-2'],
      ['bulk-0001-case-2', 'case-2', 'staff-2'],
    ]);
  });

  it('on the whole list counts the list again, and says the number', async () => {
    await reader.post('/youths/assign', { all: '1', filter: 'list=otuk&code=OTUK', to: '' });

    expect(site.told).toHaveLength(1141);
    expect((await reader.get('/youths')).body).toContain('1,141 youths have been assigned');
  });

  it('on nobody says so and does nothing', async () => {
    const answer = await reader.post('/youths/assign', { to: 'staff-2' });

    expect([answer.statusCode, site.told]).toEqual([409, []]);
    expect(answer.body).toContain('Select at least one youth.');
  });
});

describe('the coding guide', () => {
  it('keeps what is answered out of every address and forgets it with the case', async () => {
    const answered = await reader.post('/youth/case-6/guide', { question: 'reasons', answer: ['ill'] });
    const own = await reader.get('/youth/case-6');
    const next = await reader.get('/youth/case-7');

    expect(answered.headers.location).toBe('/youth/case-6#guide');
    expect(own.body).toContain('<b>Ill or in an institution</b>');
    expect(next.body).not.toContain('<b>Ill or in an institution</b>');
  });

  it('sets a code with what was answered, as one wish', async () => {
    await reader.post('/youth/case-6/guide', { 'start-over': '1' });
    await reader.post('/youth/case-6/guide', { question: 'now', answer: ['work'] });
    await reader.post('/youth/case-6/guide', { question: 'via-ot', answer: ['yes'] });
    await reader.post('/youth/case-6/code', { code: 'OTAR', command: 'code-0001' });

    expect(site.told).toEqual([
      {
        command: 'youths.code',
        wish: {
          commandId: 'code-0001',
          caseId: 'case-6',
          to: 'OTAR',
          activity: { kind: 'work', runBy: [] },
          viaOt: 'yes',
        },
      },
    ]);
  });

  it('shows the rule when the desk says no, with what was chosen still there', async () => {
    const answer = await reader.post('/youth/case-6/code', { code: 'OTNO' });

    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('coding.explicit-no.missing');
  });

  it('a contact after today comes back with its fault beside the day and the note as typed', async () => {
    const answer = await reader.post('/youth/case-6/contact', {
      on: '2026-12-24',
      channel: 'phone',
      note: 'ringte to gonger',
    });

    expect([answer.statusCode, site.told]).toEqual([422, []]);
    expect(answer.body).toContain('id="contact-on-error"');
    expect(answer.body).toContain('ringte to gonger');
  });
});

describe('the plan', () => {
  it('a move is tried before it is done, and done with a reason', async () => {
    const question = await reader.get('/plan/move?key=transfer.others.closes&to=2026-09-28');
    const told = [...site.told];
    const done = await reader.post('/plan/move', {
      key: 'transfer.others.closes',
      to: '2026-09-28',
      reason: 'Skulen spurde',
    });

    expect([question.statusCode, told]).toEqual([200, []]);
    expect(done.headers.location).toBe('/plan');
    expect(site.told[0]?.wish).toEqual({
      kind: 'move-date',
      key: 'transfer.others.closes',
      to: '2026-09-28',
      reason: 'Skulen spurde',
    });
  });

  it('a change without a reason is refused on the page itself', async () => {
    const answer = await reader.post('/plan/skip', { task: 'planning.meeting-spring', reason: ' ' });

    expect([answer.statusCode, site.told]).toEqual([422, []]);
    expect(answer.body).toContain('plan.reasonMissing');
  });
});

it('an uploaded file is read by its bytes and its name', async () => {
  const { body } = await reader.get('/intake');
  const token = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
  const boundary = 'x-boundary';
  const part = (head: string, text: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n${text}\r\n`;
  const payload = `${part('name="_csrf"', token)}${part('name="declared"', '2000')}${part('name="file"; filename="oson.csv"', 'a;b')}--${boundary}--\r\n`;

  const answer = await site.web.inject({
    method: 'POST',
    url: '/intake',
    cookies: Object.fromEntries(reader.cookies),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  });

  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/intake/intake-1']);
  expect(site.told[0]?.wish).toEqual({ fileName: 'oson.csv', size: 3 });
});

it('the rows of the year have names, which do not look like keys to press', async () => {
  const { body } = await reader.get('/year');

  expect(body).toContain('class="row-name"');
  expect(body).not.toContain('class="key"');
});

it('a list that nobody wants is discarded from its own page', async () => {
  const { body } = await reader.get('/intake/intake-1');
  const answer = await reader.post('/intake/intake-1/reject', {}, '/intake/intake-1');

  expect(body).toContain('Discard the list');
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/intake/intake-1']);
  expect(site.told.map(({ command }) => command)).toEqual(['intakes.reject']);
});

describe('who may see what', () => {
  it('a page that shows persons leaves a read entry with the cases it showed', async () => {
    await reader.get('/youth/case-6');
    await reader.get('/youths');
    await reader.get('/year');

    expect(site.reads.map(({ what, route, subjects }) => [what, route, subjects.length])).toEqual([
      ['youth.read', 'GET /youth/:case', 1],
      ['youths.list', 'GET /youths', 50],
    ]);
  });

  it('a manager sees the year and its numbers, without links to names', async () => {
    const own = await fixture({ roles: ['manager'] });
    const manager = await signedIn(own, { language: 'en' });

    const year = await manager.get('/year');
    const youths = await manager.get('/youths');

    expect([year.statusCode, youths.statusCode]).toEqual([200, 403]);
    expect(year.body).not.toContain('href="/youths');
    expect(own.reads).toEqual([]);
    await own.web.close();
  });

  it('a case one may not see is no different from one that does not exist', async () => {
    expect((await reader.get('/youth/case-of-another-unit')).statusCode).toBe(404);
    expect(site.reads).toEqual([]);
  });
});

describe('when something is wrong', () => {
  it('a broken store gives a page that says so, and a log line without a person', async () => {
    const own = await fixture();
    const one = await signedIn(own, { language: 'nn' });
    own.state.fails = true;

    const answer = await one.get('/year');

    expect(answer.statusCode).toBe(500);
    expect(answer.body).toContain('Noko gjekk gale');
    expect(`${answer.body}${own.said.join()}`).not.toContain('Gran');
    expect(own.said[0]).toContain('web.failed');
    await own.web.close();
  });

  it('before the first year everything leads to where one can be started', async () => {
    const own = await fixture({ run: undefined });
    const one = await signedIn(own, { language: 'en' });

    expect((await one.get('/year')).body).toContain('href="/start"');
    expect((await one.get('/tasks')).headers.location).toBe('/year');
    expect((await one.get('/start')).statusCode).toBe(200);
    await own.web.close();
  });
});

describe('sharing out', () => {
  it('is looked at first; what was ticked and how many were shown go along to the doing', async () => {
    const own = await fixture();
    const one = await signedIn(own);
    const sent = { from: 'staff-2', unit: 'unit-1', way: 'to:staff-3', tasks: '1' };

    const preview = await one.post('/assignment/preview', { ...sent, case: 'case-1' }, '/assignment');
    const applied = await one.post('/assignment/apply', { ...sent, expected: '33' }, '/assignment?from=staff-2');

    expect(preview.statusCode).toBe(200);
    expect(preview.body).toContain('name="expected" value="33"');
    expect(preview.body).toContain('name="case" value="case-1"');
    expect(own.reads).toContainEqual(
      expect.objectContaining({ what: 'assignment.preview', subjects: ['case-0', 'case-1'] }),
    );
    expect(applied.headers.location).toMatch(/^\/act\//);
    expect(own.told.at(-1)).toMatchObject({
      command: 'assignment.share',
      wish: {
        from: 'staff-2',
        unit: 'unit-1',
        way: { kind: 'one', staffId: 'staff-3' },
        withTasks: true,
        expected: 33,
      },
    });
    await own.web.close();
  });

  it('keeps rules in order, and says who is away', async () => {
    const own = await fixture();
    const one = await signedIn(own);

    await one.post('/assignment/rules', { act: 'up', place: '3' }, '/assignment/rules');
    await one.post('/assignment/rules', { act: 'intake-on' }, '/assignment/rules');
    const away = { staff: 'staff-1', substitute: 'staff-2', first: '2026-11-05', last: '2026-11-06' };
    await one.post('/assignment/absences', away, '/assignment');
    const half = await one.post('/assignment/absences', { ...away, last: '' }, '/assignment');

    const [moved, on, absent] = own.told.map(({ wish }) => wish);
    const kinds = ['unit', 'postcode', 'municipality'].map((kind) => ({ when: { kind } }));
    expect(moved).toMatchObject({ rules: kinds });
    expect(on?.onIntake).toBe(true);
    expect(absent).toMatchObject({ staffId: 'staff-1', substituteId: 'staff-2', from: '2026-11-05', to: '2026-11-06' });
    expect([half.statusCode, own.told.length]).toEqual([409, 3]);
    await own.web.close();
  });

  it('changes no rule by its place when the list is another one than was shown', async () => {
    const own = await fixture();
    const one = await signedIn(own);
    const { body } = await one.get('/assignment/rules');
    const seen = /name="seen" value="([^"]+)"/.exec(body)?.[1] ?? '';

    const stale = await one.post(
      '/assignment/rules',
      { act: 'remove', place: '1', seen: 'another' },
      '/assignment/rules',
    );
    await one.post('/assignment/rules', { act: 'remove', place: '1', seen }, '/assignment/rules');

    expect([stale.statusCode, stale.body.includes('assignment.rulesChanged')]).toEqual([409, true]);
    expect(own.told).toHaveLength(1);
    await own.web.close();
  });

  it('shows what is open with somebody who leaves, and ends nothing while youths would stand alone', async () => {
    const own = await fixture();
    const one = await signedIn(own, { language: 'en' });

    const looked = await one.get('/staff/leave?staff=staff-2&way=evenly');
    const alone = await one.post('/staff/leave', { staff: 'staff-2', way: 'none' }, '/assignment');
    const left = await one.post('/staff/leave', { staff: 'staff-2', way: 'to:staff-3', open: '1' }, '/assignment');

    expect([looked.statusCode, looked.body.includes('Left with nobody: 1 youth')]).toEqual([200, true]);
    expect([alone.statusCode, own.told.length]).toEqual([422, 1]);
    expect(left.headers.location).toBe('/act/act-1');
    expect(own.told).toMatchObject([
      {
        command: 'staff.leave',
        wish: { staffId: 'staff-2', way: { kind: 'one', staffId: 'staff-3' }, leaveOpen: true },
      },
    ]);
    await own.web.close();
  });

  it('is for those who lead', async () => {
    const own = await fixture({ roles: ['adviser'] });
    const one = await signedIn(own);

    expect((await one.get('/assignment')).statusCode).toBe(403);
    expect((await one.get('/staff/leave')).statusCode).toBe(403);
    await own.web.close();
  });
});

it('every answer forbids what is not ours', async () => {
  const { headers } = await reader.get('/year');

  expect(headers['content-security-policy']).toBe(
    "default-src 'none';script-src 'self';style-src 'self';font-src 'self';img-src 'self' data:;connect-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none'",
  );
  expect(headers['cache-control']).toBe('no-store');
});

describe('the own list', () => {
  it('a letter is chosen at once, and what it causes is said when one comes back', async () => {
    const answer = await reader.post('/own/choose', { one: 'case-7', back: '/own?track=oson' }, '/own');

    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/own?track=oson']);
    expect(site.told).toMatchObject([
      { command: 'youths.choose', wish: { caseId: 'case-7', choice: 'standard-letter' } },
    ]);
    expect((await reader.get('/own')).body).toContain('gets the standard letter');
  });

  it('a return carries its code with the reason, and without one the rule is named on the list', async () => {
    const sent = { one: 'case-7', choice: 'return', list: '/own?state=waiting' };
    const without = await reader.post('/own/choose', sent, '/own');
    const answer = await reader.post('/own/choose', { ...sent, to: 'Feil' }, '/own');

    expect(without.statusCode).toBe(422);
    expect(without.body).toContain('choice.needsReturnCode');
    expect(answer.headers.location).toBe('/own?state=waiting');
    expect(site.told[0]?.wish.coding).toEqual({ to: 'Feil', reasons: ['registered-by-mistake'] });
  });

  it('a look at a choice for many changes nothing, names those it would not touch, and says the exact number', async () => {
    const { body } = await reader.get('/own/preview?choice=own-contact&all=1&track=oson');
    const unsaid = await reader.get('/own/preview?choice=own-contact&all=1');

    expect(site.told).toEqual([]);
    expect(body).toContain('Own contact for 119');
    // Without a track the list settles on one, and the number is of that one too.
    expect(unsaid.body).toContain('Own contact for 119');
    expect(body).toContain('choice.needsStatus');
    expect(site.reads.at(-1)).toMatchObject({ what: 'youths.list', subjects: ['case-7'] });
  });

  it('a choice for the whole list carries the filter and is counted again where it is done, as one act', async () => {
    const form = { choice: 'standard-letter', all: '1', track: 'oson', state: 'waiting' };
    const answer = await reader.post('/own/bulk', form, '/own/preview?choice=standard-letter&all=1&track=oson');

    const [told] = site.told;
    expect(told).toMatchObject({
      command: 'acts.begin',
      wish: { kind: 'choice', because: { choice: 'standard-letter', filter: 'track=oson&state=waiting' } },
    });
    expect(told?.wish.parts).toHaveLength(120);
    expect(answer.headers.location).toBe(`/act/${told?.wish.commandId}`);
  });

  it('an act is undone from its page', async () => {
    await reader.post('/act/act-1/undo', {}, '/act/act-1');

    expect(site.told).toMatchObject([{ command: 'acts.undo', wish: { actId: 'act-1' } }]);
  });
});
