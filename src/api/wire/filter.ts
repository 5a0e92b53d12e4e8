import { z } from 'zod';
import { list } from './basic.ts';

const saved = z.object({
  filterId: z.string(),
  title: z.string(),
  query: z.string(),
  /** Null for everybody's. */
  staffId: z.string().nullable(),
});
export const filters = z.object({ filters: list(saved) });
export const filterGiven = z.strictObject({
  title: z.string().max(200),
  query: z.string().max(1000).default(''),
  shared: z.boolean().default(false),
});
export const kept = saved;
export const removed = z.object({ filterId: z.string() });
