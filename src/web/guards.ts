import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import statics from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sessionMark } from './browser-session.ts';
import type { WebAssets, WebConfig } from './needs.ts';

export const largestFile = 25 * 1024 * 1024;

/** What stands between the world and the routes: policy, cookies, forgery, size, tempo. */
export async function guard(web: FastifyInstance, config: WebConfig, assets: WebAssets): Promise<void> {
  await web.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        // The design system draws its check marks with masks that are data addresses.
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: config.secure ? { maxAge: 31_536_000 } : false,
  });
  await web.register(compress, { global: true, threshold: 1024, encodings: ['gzip', 'identity'] });
  await web.register(cookie);
  await web.register(formbody, { bodyLimit: 1024 * 1024 });
  await web.register(multipart, {
    attachFieldsToBody: true,
    limits: { fileSize: largestFile, files: 1, fields: 20, fieldSize: 10_000 },
  });
  await web.register(csrf, {
    sessionPlugin: '@fastify/cookie',
    cookieKey: 'aarshjul-form',
    cookieOpts: { path: '/', httpOnly: true, sameSite: 'strict', secure: config.secure },
    csrfOpts: { hmacKey: config.secret, userInfo: true },
    getUserInfo: sessionMark,
    getToken: tokenIn,
  });
  await web.register(rateLimit, { global: false });
  await web.register(statics, { root: assets.folder, prefix: '/a/', maxAge: '365d', immutable: true, index: false });
}

/** As a form carries it, with or without a file. */
function tokenIn({ body }: FastifyRequest): string | undefined {
  if (typeof body !== 'object' || body === null || !('_csrf' in body)) return undefined;
  const token = body._csrf;
  if (typeof token === 'string') return token;
  return typeof token === 'object' && token !== null && 'value' in token && typeof token.value === 'string'
    ? token.value
    : undefined;
}

/** A browser says where a request comes from; one from another site is never ours. */
export const isFromElsewhere = ({ headers }: FastifyRequest): boolean => {
  const site = headers['sec-fetch-site'];
  return site === 'cross-site' || site === 'same-site';
};
