import { z } from 'zod';
import { maySeeYouths } from '#domain/access/may.ts';
import { accepted } from '#domain/outcome.ts';
import { inRun } from '../serve.ts';
import { id } from '../wire/basic.ts';
import * as wire from '../wire/filter.ts';

/** Views of the list of youths, kept under a name. */
export const filterRoutes = [
  inRun('GET', '/runs/:run/filters', maySeeYouths, null, {
    params: z.object({ run: id }),
    answer: wire.filters,
    act: async ({ needs, actor }) => accepted({ filters: await needs.desk.filters.of(actor) }),
  }),
  inRun('POST', '/runs/:run/filters', maySeeYouths, null, {
    params: z.object({ run: id }),
    body: wire.filterGiven,
    answer: wire.kept,
    act: ({ needs, actor, body, commandId }) =>
      needs.desk.filters.keep(actor, { commandId, title: body.title, query: body.query, isShared: body.shared }),
  }),
  inRun('POST', '/runs/:run/filters/:filter/remove', maySeeYouths, null, {
    params: z.object({ run: id, filter: id }),
    answer: wire.removed,
    act: ({ needs, actor, params }) => needs.desk.filters.remove(actor, { filterId: params.filter }),
  }),
];
