import { z } from 'zod';
import { list } from './basic.ts';

export const health = z.object({ ok: z.literal(true), at: z.number() });
export const signInGiven = z.strictObject({ login: z.string().min(1).max(200), password: z.string().max(1000) });
export const session = z.object({ token: z.string(), expiresAt: z.number() });
export const signedOut = z.object({ ok: z.literal(true) });

const grant = z.object({ role: z.string(), unit: z.string().nullable() });
export const me = z.object({
  staffId: z.string(),
  name: z.string(),
  roles: list(grant),
  run: z.string().optional(),
});
export const units = z.object({
  units: list(z.object({ unitId: z.string(), number: z.string().nullable(), name: z.string(), region: z.string() })),
});
export const staff = z.object({
  staff: list(
    z.object({
      staffId: z.string(),
      login: z.string(),
      name: z.string(),
      active: z.boolean(),
      roles: list(grant),
    }),
  ),
});
