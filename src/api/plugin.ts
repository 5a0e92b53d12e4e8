import type { FastifyPluginAsync } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { ApiNeeds } from './needs.ts';
import { routes } from './routes.ts';
import { failed, refuse } from './trouble.ts';

/** The local API; register it with the prefix `/api`. */
export function apiPlugin(needs: ApiNeeds): FastifyPluginAsync {
  return async (api) => {
    // Kept by nothing between, whatever the answer: a no may quote what was sent.
    api.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    api.setValidatorCompiler(validatorCompiler);
    api.setSerializerCompiler(serializerCompiler);
    api.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, bytes, done) => {
      done(null, bytes);
    });
    api.setNotFoundHandler((request, reply) => refuse(needs, request, reply, [{ code: 'api.noSuchRoute' }]));
    api.setErrorHandler((error, request, reply) => failed(needs, error, request, reply));
    for (const put of routes) put(api, needs);
  };
}
