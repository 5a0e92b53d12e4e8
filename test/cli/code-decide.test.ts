import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideLines } from '#cli/code-decide.ts';
import { defaultSettings } from '#domain/coding/rule.ts';
import type { Language } from '#domain/language.ts';

async function answers(lines: readonly string[], language?: Language): Promise<readonly unknown[]> {
  const given = (async function* () {
    yield* lines;
  })();
  const out: unknown[] = [];
  for await (const line of decideLines(given, language, defaultSettings)) out.push(JSON.parse(line));
  return out;
}

const told = JSON.stringify({
  on: '2026-10-01',
  born: '2009-03-02',
  transfer: 'OSON',
  from: 'OTUK',
  to: 'OTNO',
  contacts: [{ on: '2026-09-20', channel: 'sms', direction: 'out', answeredBy: 'youth', says: 'no-to-offer' }],
  atFirstContact: 'none',
  activity: null,
  reasons: [],
  viaOt: null,
});

describe('code decide', () => {
  it('answers a situation with the verdict, the code, what it counts as, the rules and the codes that fit', async () => {
    const [answer] = await answers([told]);

    expect(answer).toEqual({
      verdict: 'refused',
      code: 'OTNO',
      reportCode: 'OTNO',
      mainGroup: 4,
      targetGroup: true,
      rules: expect.arrayContaining([
        {
          id: 'declined-needs-explicit-no',
          verdict: 'refused',
          why: 'Å takke nei til ett tilbud er ikke å takke nei til OT.',
          source: 'Udir, OTTO-samling okt. 2015',
        },
      ]),
      fits: expect.arrayContaining(['OTOV']),
    });
  });

  it.each([
    ['nn', 'Å takke nei til eitt tilbod er ikkje å takke nei til OT.'],
    ['en', 'Declining one offer is not declining the service.'],
  ] as const)('says why in %s', async (language, why) => {
    expect(JSON.stringify(await answers([told], language))).toContain(why);
  });

  it('leaves no hole and no id of ours in the words', async () => {
    const lines = ['OTAR', 'OTEV', 'OTUK', 'OTSY', 'OTIF', 'OTAP', 'OTOV', 'OTAR_IM', 'OTFA_IM', 'ELGS_IM', 'OSON'].map(
      (to) =>
        JSON.stringify({
          on: '2026-10-01',
          from: 'OTUK',
          to,
          transfer: 'OSON',
          activity: { kind: 'private-school' },
          atFirstContact: 'in-work',
          reasons: ['registered-by-mistake'],
        }),
    );
    const said = JSON.stringify(
      (await answers(lines, 'en')).map((one) => (one as { rules: { why: string }[] }).rules.map(({ why }) => why)),
    );

    expect(said).not.toMatch(/[{}]|private-school|in-work|registered-by/);
  });

  it('registers the twin when via OT is answered no', async () => {
    const line = { on: '2026-10-01', from: 'OTOV', to: 'OTAR', activity: { kind: 'work' }, viaOt: 'no' };

    expect(await answers([JSON.stringify(line)])).toMatchObject([
      { verdict: 'allowed', code: 'OTAR_IM', reportCode: 'OTAR_IM', mainGroup: 5, targetGroup: false },
    ]);
  });

  it('needs nothing but the day, and takes fields it does not know', async () => {
    const lines = ['{"on":"2026-10-01"}', '{"on":"2026-10-01","to":"OTUK","case":"c-17","activity":{}}'];

    expect(await answers(lines)).toMatchObject([
      { verdict: 'refused', code: null, reportCode: null, mainGroup: null, targetGroup: null },
      { verdict: 'allowed', code: 'OTUK' },
    ]);
  });

  it('says what stood in a line it cannot read, and goes on', async () => {
    const lines = [
      '{"on":',
      '',
      '   ',
      '[]',
      '{"to":"OTUK"}',
      '{"on":"2026-02-30"}',
      '\uFEFF{"on":"2026-10-01","to":"OTUK"}\r',
    ];

    expect(await answers(lines)).toMatchObject([
      { error: { line: 1, found: '"{\\"on\\":"', wanted: 'one JSON object on the line' } },
      { error: { line: 4, found: '[]' } },
      { error: { line: 5, at: 'on', found: 'nothing', wanted: 'YYYY-MM-DD, a day that exists' } },
      { error: { line: 6, at: 'on', found: '"2026-02-30"' } },
      { verdict: 'allowed' },
    ]);
  });

  it.each([
    [{ born: '2030-01-01' }, 'born', '"2030-01-01"'],
    [{ from: 'OTXX' }, 'from', '"OTXX"'],
    [{ transfer: 'OTUK' }, 'transfer', '"OTUK"'],
    [{ to: 7 }, 'to', '7'],
    [{ contacts: [{ channel: 'fax' }] }, 'contacts[0].channel', '"fax"'],
    [{ contacts: {} }, 'contacts', '{}'],
    [{ activity: { kind: 'measure', runBy: ['state'] } }, 'activity.runBy[0]', '"state"'],
    [{ reasons: ['tired'] }, 'reasons[0]', '"tired"'],
    [{ viaOt: true }, 'viaOt', 'true'],
    [{ atFirstContact: 'work' }, 'atFirstContact', '"work"'],
  ])('places the fault in %j', async (part, at, found) => {
    expect(await answers([JSON.stringify({ on: '2026-10-01', ...part })])).toMatchObject([
      { error: { line: 1, at, found } },
    ]);
  });

  it('answers a line of brackets without end, and goes on', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(
      await answers([deep, `{"on":"2026-10-01","contacts":[${deep}]}`, '{"on":"2026-10-01","to":"OTUK"}']),
    ).toMatchObject([
      { error: { line: 1, at: '', found: '[…' } },
      { error: { line: 2, at: 'contacts[0]', found: '[…' } },
      { verdict: 'allowed' },
    ]);
  });

  it('names all faults of a line, and shows no national id', async () => {
    const [answer] = await answers(['{"on":"x","to":1,"from":"01410099123"}']);

    expect(answer).toMatchObject({ error: { at: 'on', more: [{ at: 'from' }, { at: 'to' }] } });
    expect(JSON.stringify(answer)).not.toContain('01410099123');
  });

  it('answers every line there is something on, whatever stands there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.string(), fc.json())), async (lines) => {
        expect(await answers(lines)).toHaveLength(
          lines.filter((line) => line.replace(/^\uFEFF/, '').trim() !== '').length,
        );
      }),
      { numRuns: 200 },
    );
  });
});
