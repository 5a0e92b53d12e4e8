import type { FastifyPluginAsync } from 'fastify';
import type { ApiNeeds } from './needs.ts';

/** The local API; register it with the prefix `/api`. */
export function apiPlugin(needs: ApiNeeds): FastifyPluginAsync {
  return async (api) => {
    api.get('/health', async () => ({ ok: true, at: needs.now() }));
  };
}
