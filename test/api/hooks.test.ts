import Fastify from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { kannelLine } from '#adapters/sms/kannel/kannel-line.ts';
import { smsHooks } from '#api/hooks.ts';
import { refused } from '#domain/outcome.ts';
import type { SmsNews } from '#ports/sms-line.ts';

const secret = 'a-secret-of-some-length-1';
const line = kannelLine({
  ...{ url: new URL('http://127.0.0.1:1/'), username: 'u', password: 'p', sender: '2012', callback: undefined },
});

async function hooks(hear?: Parameters<typeof smsHooks>[0]['hear']) {
  const heard: SmsNews[] = [];
  const said: string[] = [];
  const web = Fastify();
  onTestFinished(() => web.close());
  const keep = async (news: SmsNews) => {
    heard.push(news);
    return { ok: true, value: { heard: 1 } } as const;
  };
  const say = (event: string, facts: object) => said.push(`${event} ${JSON.stringify(facts)}`);
  await web.register(
    smsHooks({ secret, read: line.readCallback, hear: hear ?? keep, today: () => '2026-10-20', say }),
    { prefix: '/hooks' },
  );
  const post = (path: string, payload = '') =>
    web.inject({ method: 'POST', url: path, payload, headers: { 'content-type': 'text/plain; charset="UTF-8"' } });
  return { heard, said, post, get: (url: string) => web.inject({ method: 'GET', url }) };
}

describe('where SMS providers bring what they have', () => {
  it('hears a delivery report and an answer, and logs no person', async () => {
    const { heard, said, post, get } = await hooks();
    const report = await get(`/hooks/sms/${secret}?key=k1&state=1`);
    const answer = await post(`/hooks/sms/${secret}?from=4790000777&id=x1`, 'Ja, æ jobber');

    expect([report.statusCode, answer.statusCode]).toEqual([200, 200]);
    expect(heard).toEqual([
      { reports: [{ key: 'k1', reference: null, state: 'delivered', why: 'dlr 1' }], incoming: [] },
      { reports: [], incoming: [{ externalId: 'kannel-x1', from: '+4790000777', text: 'Ja, æ jobber' }] },
    ]);
    expect(said.join(' ')).not.toMatch(/777|jobber|k1/);
  });

  it.each(['wrong', secret.slice(0, -1), `${secret}x`, ''])(
    'is an address that does not exist for «%s»',
    async (given) => {
      const { heard, post } = await hooks();
      const answer = await post(`/hooks/sms/${encodeURIComponent(given)}?from=47900&id=1`, 'Ja');

      expect(answer.statusCode).toBe(404);
      expect(heard).toEqual([]);
    },
  );

  it('does not answer for what could not be kept, so that it is brought again', async () => {
    const noYear = await hooks(async () => refused({ code: 'reply.noYear' }));
    const broken = await hooks(() => Promise.reject(new Error('90000777 wrote Ja')));

    expect((await noYear.post(`/hooks/sms/${secret}?from=47900&id=1`, 'Ja')).statusCode).toBe(503);
    expect((await broken.post(`/hooks/sms/${secret}?from=47900&id=1`, 'Ja')).statusCode).toBe(503);
    expect(broken.said.join(' ')).not.toContain('777');
  });

  it('says that it cannot read what it cannot read', async () => {
    const { post } = await hooks();

    expect((await post(`/hooks/sms/${secret}`, 'hello')).statusCode).toBe(400);
  });
});
