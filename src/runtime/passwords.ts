import { hash, verify } from '@node-rs/argon2';
import { type StaffId, staffId } from '#domain/ids.ts';
import type { StaffBook } from '#ports/staff.ts';

/** argon2id, 19 MiB, two rounds: about ten milliseconds here. */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** Checks a login; an unknown one costs as much time as a known one, so that nobody learns who works here. */
export function signInWith(staff: StaffBook) {
  const nobody = hash('nobody has this password');
  return async (login: string, password: string): Promise<StaffId | undefined> => {
    const found = await staff.byLogin(login);
    const isRight = await verify(found?.passwordHash ?? (await nobody), password).catch(() => false);
    return isRight && found?.passwordHash && found.member.active ? staffId(found.member.staffId) : undefined;
  };
}
