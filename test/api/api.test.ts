import { describe, expect, it } from 'vitest';
import { refused } from '#domain/outcome.ts';
import { asking, fixture, local } from './fixture.ts';

describe('who asks', () => {
  it('is nobody without a token, with an unknown one, or with one that is over', async () => {
    const { api } = await fixture();

    expect((await api.inject({ url: '/api/me' })).statusCode).toBe(401);
    const wrong = await api.inject({ url: '/api/me', headers: { authorization: `Bearer ${local}x` } });
    expect(wrong.statusCode).toBe(401);
    expect(wrong.json()).toEqual({ refusals: [{ code: 'api.signIn', text: expect.stringContaining('Logg inn') }] });
  });

  it('is whom the machine owner names, by login or by role, else the default', async () => {
    const given = await fixture();

    const byDefault = await given.api.inject({ url: '/api/me', headers: { authorization: `Bearer ${local}` } });
    expect(byDefault.json()).toMatchObject({ staffId: 'owner', roles: [{ role: 'process_owner', unit: null }] });
    expect((await asking(given, 'adviser').get('/me')).json()).toMatchObject({ staffId: 'adviser' });
    expect((await asking(given, 'system_owner').get('/me')).json()).toMatchObject({ staffId: 'system' });
  });

  it.each(['nobody', 'left'])('«%s» does not work here', async (login) => {
    expect((await asking(await fixture(), login).get('/me')).statusCode).toBe(403);
  });

  it('is the one who signed in, as nobody else, until signing out', async () => {
    const { api } = await fixture();
    const signIn = (password: string) =>
      api.inject({ method: 'POST', url: '/api/sign-in', payload: { login: 'adviser', password } });

    expect((await signIn('wrong')).statusCode).toBe(401);
    const { token } = (await signIn('right')).json<{ token: string }>();
    const authorization = `Bearer ${token}`;
    expect((await api.inject({ url: '/api/me', headers: { authorization } })).json()).toMatchObject({
      staffId: 'adviser',
    });
    const other = await api.inject({ url: '/api/me', headers: { authorization, 'x-aarshjul-as': 'owner' } });
    expect(other.statusCode).toBe(403);
    await api.inject({ method: 'POST', url: '/api/sign-out', headers: { authorization }, payload: {} });
    expect((await api.inject({ url: '/api/me', headers: { authorization } })).statusCode).toBe(401);
  });
});

describe('access and the read log', () => {
  const runId = 'current';

  it.each([
    ['manager', 'POST', `/runs/${runId}/youths`],
    ['owner', 'GET', `/runs/${runId}/youths/case-7`],
    ['adviser', 'GET', `/runs/${runId}/intakes`],
    ['manager', 'POST', `/runs/${runId}/intakes`],
    ['adviser', 'POST', `/runs/${runId}/plan`],
    ['system', 'POST', '/runs'],
    ['adviser', 'POST', `/runs/${runId}/forward`],
    ['adviser', 'POST', `/runs/${runId}/close`],
  ] as const)('%s may not %s %s, whatever is sent', async (as, verb, url) => {
    const given = await fixture();
    const answer = verb === 'GET' ? await asking(given, as).get(url) : await asking(given, as).post(url, { odd: 1 });

    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ refusals: [{ code: 'access.notAllowed' }] });
    expect(given.told).toEqual([]);
    expect(given.reads).toEqual([]);
  });

  it('keeps who saw which youths, before the answer goes', async () => {
    const given = await fixture();
    const list = await asking(given, 'adviser').post('/runs/current/youths', { list: 'otuk', search: 'Kari' });
    await asking(given, 'adviser').get('/runs/current/youths/case-7');
    await asking(given, 'adviser').post('/runs/current/youths/case-7/decide', { to: 'OTNO' });
    await asking(given, 'system').get('/runs/current/intakes/intake-1');

    const seen = list.json<{ rows: { caseId: string }[] }>().rows.map((row) => row.caseId);
    expect(seen.length).toBeGreaterThan(0);
    expect(given.reads).toEqual([
      expect.objectContaining({
        staffId: 'adviser',
        what: 'youths.list',
        route: 'POST /api/runs/:run/youths',
        subjects: seen,
      }),
      expect.objectContaining({ what: 'youth.read', subjects: ['case-7'] }),
      expect.objectContaining({ what: 'youth.read', subjects: ['case-7'] }),
      expect.objectContaining({ staffId: 'system', what: 'intake.read' }),
    ]);
  });

  it('logs nothing for a youth that is not there, and tells no more than that', async () => {
    const given = await fixture();
    const answer = await asking(given, 'adviser').get('/runs/current/youths/case-8');

    expect(answer.statusCode).toBe(404);
    expect(given.reads).toEqual([]);
  });
});

describe('questions', () => {
  it.each([
    '/health',
    '/runs',
    '/runs/current',
    '/runs/current/plan',
    '/runs/current/tasks?scope=all',
    '/units',
    '/staff',
  ])('%s is answered as its schema says', async (url) => {
    const answer = await asking(await fixture()).get(url);

    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('a phase that is not there, a run that is not there and a year not begun are 404', async () => {
    const given = await fixture();
    expect((await asking(given).get('/runs/current/phases/nowhere')).statusCode).toBe(404);
    expect((await asking(given).get('/runs/another')).statusCode).toBe(404);
    expect((await asking(given).get('/nowhere')).json()).toMatchObject({ refusals: [{ code: 'api.noSuchRoute' }] });
    expect((await asking(await fixture({ hasRun: false })).get('/runs/current')).json()).toMatchObject({
      refusals: [{ code: 'api.noRun' }],
    });
  });

  it('what a view gives beyond the schema does not go out', async () => {
    const given = await fixture();
    const answer = await asking(given, 'adviser').get('/runs/current/youths/case-7');

    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json()).not.toHaveProperty('file');
    expect(answer.json()).not.toHaveProperty('caseworkers');
  });
});

describe('commands', () => {
  it('carry the wish number of the client, and one is made where there is none', async () => {
    const given = await fixture();
    const { post } = asking(given);
    await post('/runs/current/tasks/letters.send/complete', {}, { 'idempotency-key': 'my-own-wish-1' });
    await post('/runs/current/tasks/letters.send/complete', { dryRun: true });
    await post('/runs/current/tasks/letters.send/complete', {}, { 'idempotency-key': 'no good' });

    expect(given.told.map(({ wish }) => [wish.commandId, wish.taskId, wish.dryRun])).toEqual([
      ['my-own-wish-1', 'letters.send', false],
      ['made-here-0001', 'letters.send', true],
      ['made-here-0001', 'letters.send', false],
    ]);
  });

  it('answer with their number in the journal and nothing of the machine', async () => {
    const answer = await asking(await fixture(), 'adviser').post('/runs/current/youths/case-7/code', { to: 'OTOV' });

    expect(answer.json()).toEqual({ sequence: 7 });
  });

  it.each([
    ['owner', '/runs', { schoolYear: '2026-2027' }, 'runs.start'],
    ['owner', '/runs/current/plan', { change: { kind: 'skip-task', task: 'a.b', reason: 'x' } }, 'runs.changePlan'],
    ['owner', '/runs/current/close', {}, 'runs.close'],
    ['owner', '/runs/current/reopen', { reason: 'x' }, 'runs.reopen'],
    ['owner', '/runs/current/tasks/a.b/skip', { reason: 'x' }, 'tasks.skip'],
    ['owner', '/runs/current/tasks/a.b@unit:1/reopen', {}, 'tasks.reopen'],
    ['owner', '/runs/current/tasks/a.b/assign', { staff: null }, 'tasks.assign'],
    [
      'adviser',
      '/runs/current/youths/case-7/contact',
      { channel: 'phone', direction: 'out' },
      'youths.registerContact',
    ],
    ['adviser', '/runs/current/youths/case-7/assign', { caseworker: null }, 'youths.assign'],
    ['adviser', '/runs/current/youths/case-7/choose', { choice: 'return' }, 'youths.choose'],
    ['system', '/runs/current/intakes/i/apply', {}, 'intakes.apply'],
    ['system', '/runs/current/intakes/i/undo', {}, 'intakes.undo'],
    ['owner', '/runs/current/intakes/i/approve', {}, 'intakes.approve'],
    [
      'system',
      '/runs/current/sendings',
      { title: 'SMS 1', channel: 'sms', purpose: 'sms-round', template: { templateId: 'sms', version: 1 } },
      'campaigns.plan',
    ],
    [
      'system',
      '/runs/current/templates',
      { templateId: 'x', channel: 'sms', name: 'X', texts: {} },
      'letters.keepTemplate',
    ],
    ['system', '/runs/current/mail/returned', { key: '7KQF-2M9T' }, 'letters.returned'],
    ['adviser', '/runs/current/mail/returned', { key: '7KQF-2M9T' }, 'letters.returned'],
    ['system', '/runs/current/letters/preview', { caseId: 'case-7', templateId: 'x' }, 'letters.preview'],
    ['system', '/runs/current/letters/print', {}, 'letters.print'],
    ['system', '/runs/current/letterhead', { web: 'x' }, 'letters.writeCountyHead'],
    ['system', '/runs/current/letterhead/office', { unit: 'u' }, 'letters.writeOfficeHead'],
    ['system', '/runs/current/sendings/s/preview', {}, 'campaigns.preview'],
    ['owner', '/runs/current/sendings/s/approve', { list: 1, fingerprint: 'mark' }, 'campaigns.approve'],
    ['owner', '/runs/current/sendings/s/withdraw', {}, 'campaigns.withdrawApproval'],
    ['system', '/runs/current/sendings/s/stop', {}, 'campaigns.stop'],
    ['owner', '/runs/current/sendings/s/resume', {}, 'campaigns.resume'],
    ['owner', '/runs/current/sendings/s/end', {}, 'campaigns.end'],
    ['system', '/runs/current/sendings/s/settle-uncertain', { key: 's.1.0', as: 'again' }, 'campaigns.settleUncertain'],
  ] as const)('%s POST %s reaches the desk', async (as, url, body, command) => {
    const given = await fixture();
    const answer = await asking(given, as).post(url, body);

    expect(answer.statusCode, answer.body).toBe(200);
    expect(given.told.map((one) => one.command)).toEqual([command]);
  });

  it('an assignment keeps what it does not name', async () => {
    const given = await fixture();
    await asking(given, 'adviser').post('/runs/current/youths/case-7/assign', { unit: 'unit-9' });

    expect(given.told[0]?.wish).toMatchObject({ unitId: 'unit-9', caseworkerId: expect.any(String) });
  });

  it('a list goes up as it is, with its name and how it is read outside the address', async () => {
    const given = await fixture({
      command: { ok: true, value: { outcome: 'received', intakeId: 'i-1', counts: { create: 2 }, approval: [] } },
    });
    const answer = await given.api.inject({
      method: 'POST',
      url: '/api/runs/current/intakes',
      headers: {
        authorization: `Bearer ${local}`,
        'x-aarshjul-as': 'system',
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent('C:\\lister\\søkere.csv'),
        'x-list-sheet': encodeURIComponent('Søkere høst'),
        'x-list-columns': encodeURIComponent('{"Hvem":"fullName"}'),
      },
      payload: Buffer.from('Navn;Født\n'),
    });

    expect(answer.json()).toEqual({ intakeId: 'i-1', already: false, counts: { create: 2 }, approval: [] });
    expect(given.told[0]?.wish).toMatchObject({
      fileName: 'søkere.csv',
      readAs: { sheet: 'Søkere høst', columns: { Hvem: 'fullName' } },
    });
    expect(Buffer.from(given.told[0]?.wish.bytes as Uint8Array).toString()).toBe('Navn;Født\n');
  });
});

describe('a no', () => {
  it('of a rule is 409 with code, facts, source and words in the language asked for', async () => {
    const no = { code: 'rehearsal.realClock', facts: { a: 1 }, source: 'Udir' };
    const given = await fixture({ command: refused(no) });
    const answer = await asking(given).post('/runs/current/forward', { to: '2026-12-01' }, { 'accept-language': 'nn' });

    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toEqual({ refusals: [{ ...no, text: expect.any(String) }] });
  });

  it('of a year for a unit that is not there names the unit', async () => {
    const answer = await asking(await fixture()).post('/runs', { schoolYear: '2026-2027', units: ['nope'] });

    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ refusals: [{ code: 'api.noSuchUnit', facts: { units: ['nope'] } }] });
  });

  it('of a file that cannot be read is 422, of something missing 404, of access 403', async () => {
    const status = async (code: string) =>
      (await asking(await fixture({ command: refused({ code }) })).post('/runs/current/close')).statusCode;

    expect(await status('intake.file.document')).toBe(422);
    expect(await status('intake.needsApproval')).toBe(409);
    expect(await status('access.notFound')).toBe(404);
    expect(await status('access.notAllowed')).toBe(403);
  });

  it('of the form tells place, found and wanted, and shows no number of a person', async () => {
    const given = await fixture();
    const { post } = asking(given, 'adviser');
    const faults = async (url: string, body: object) => {
      const answer = await post(url, body);
      expect(answer.statusCode, answer.body).toBe(422);
      return answer.json<{ faults: unknown }>().faults;
    };

    expect(await faults('/runs/current/youths', { list: 'nowhere' })).toEqual([
      { place: 'list', found: '"nowhere"', wanted: expect.stringContaining('otuk|mine') },
    ]);
    expect(await faults('/runs/current/youths', { fnr: '01020312345' })).toEqual([
      { place: 'fnr', found: 'fnr', wanted: 'et felt som finnes her' },
    ]);
    expect(await faults('/runs/current/youths/case-7/code', { to: 'OTOV', on: '01020312345' })).toEqual([
      { place: 'on', found: '"********"', wanted: 'YYYY-MM-DD' },
    ]);
    expect(await faults('/runs/current/youths/case-7/code', {})).toHaveLength(1);
    expect(given.told).toEqual([]);
  });

  it('of something that is not JSON is a fault too', async () => {
    const { api } = await fixture();
    const headers = { authorization: `Bearer ${local}`, 'content-type': 'application/json' };
    const answer = await api.inject({ method: 'POST', url: '/api/runs/current/close', headers, payload: '{bad' });

    expect(answer.statusCode).toBe(422);
  });

  it('of the world is a number that is in the log, and nothing of what broke', async () => {
    const broken = async () => {
      throw new Error('row of Kari Prøve is gone');
    };
    const given = await fixture({ views: { year: broken } });
    const answer = await asking(given).get('/runs/current');

    expect(answer.statusCode).toBe(500);
    const { failure } = answer.json<{ failure: { number: string } }>();
    expect(given.said).toEqual([expect.stringContaining(failure.number)]);
    expect(answer.body + given.said.join('')).not.toContain('Kari');
  });
});
