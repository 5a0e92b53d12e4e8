import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { maySeeNumbers } from '#domain/access/may.ts';
import { accepted, refused } from '#domain/outcome.ts';
import { open, signedIn } from '../serve.ts';
import { hashOf } from '../standing.ts';
import { health, me, session, signedOut, signInGiven, staff, units } from '../wire/people.ts';

const hour = 3_600_000;

/** Who is in, who works here, and that the engine answers. */
export const accountRoutes = [
  open('GET', '/health', {
    answer: health,
    act: async ({ needs }) => accepted({ ok: true as const, at: needs.now() }),
  }),
  open('POST', '/sign-in', {
    body: signInGiven,
    answer: session,
    act: async ({ needs, body }) => {
      const found = await needs.signIn(body.login, body.password);
      if (found === undefined) return refused({ code: 'api.wrongPassword' });
      const token = randomBytes(32).toString('base64url');
      const createdAt = needs.now();
      const expiresAt = createdAt + needs.config.sessionHours * hour;
      await needs.sessions.open(hashOf(token), { staffId: found, createdAt, expiresAt, kept: {} });
      return accepted({ token, expiresAt });
    },
  }),
  signedIn('POST', '/sign-out', () => true, {
    body: z.strictObject({}),
    answer: signedOut,
    act: async ({ needs, standing }) => {
      if (standing.session !== undefined) await needs.sessions.end(standing.session);
      return accepted({ ok: true as const });
    },
  }),
  signedIn('GET', '/me', () => true, {
    answer: me,
    act: async ({ actor, standing }) =>
      accepted({
        staffId: actor.staffId,
        name: standing.name,
        roles: actor.grants.map(({ role, unitId }) => ({ role, unit: unitId })),
        run: standing.run?.runId,
      }),
  }),
  signedIn('GET', '/units', maySeeNumbers, {
    answer: units,
    act: async ({ needs }) => accepted({ units: await needs.staff.units() }),
  }),
  signedIn('GET', '/staff', maySeeNumbers, {
    answer: staff,
    act: async ({ needs }) =>
      accepted({
        staff: (await needs.staff.everybody()).map(({ grants, ...member }) => ({
          ...member,
          roles: grants.map(({ role, unitId }) => ({ role, unit: unitId })),
        })),
      }),
  }),
];
