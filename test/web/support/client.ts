import type { LightMyRequestResponse } from 'fastify';
import type { Fixture } from './fixture.ts';

/** A browser without a screen: keeps cookies, finds the form's token, posts as forms do. */
export interface Client {
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<LightMyRequestResponse>;
  readonly post: (
    path: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
    from?: string,
  ) => Promise<LightMyRequestResponse>;
  readonly cookies: Map<string, string>;
}

export function client(site: Fixture, given: Readonly<Record<string, string>> = {}): Client {
  const cookies = new Map(Object.entries(given));
  const remember = (answer: LightMyRequestResponse) => {
    for (const { name, value } of answer.cookies)
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    return answer;
  };
  const get: Client['get'] = async (path, headers = {}) =>
    remember(await site.web.inject({ method: 'GET', url: path, cookies: Object.fromEntries(cookies), headers }));
  return {
    cookies,
    get,
    post: async (path, fields, from = '/accessibility') => {
      const { body } = await get(from);
      const token = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
      const sent = new URLSearchParams({ _csrf: token });
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) sent.append(name, one);
      return remember(
        await site.web.inject({
          method: 'POST',
          url: path,
          cookies: Object.fromEntries(cookies),
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          payload: sent.toString(),
        }),
      );
    },
  };
}

/** Signed in as the first of the demo's people. */
export async function signedIn(site: Fixture, given: Readonly<Record<string, string>> = {}): Promise<Client> {
  const made = client(site, given);
  await made.post('/sign-in', { staff: 'staff-1' }, '/sign-in');
  return made;
}
