import { staff, units } from '#api/wire/people.ts';
import { aligned } from '../align.ts';
import type { Asked } from '../asked.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { type Answered, call, show } from './call.ts';
import { roleIn } from './said.ts';

export async function listStaff(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const names = ['login', 'name', 'roles', 'id'] as const;
  return show(asked, await call(asked, { path: '/staff' }, staff), ({ staff: all }) =>
    aligned(
      names.map((name) => t(`head.${name}`)),
      all
        .filter(({ active }) => active)
        .map(({ login, name, roles, staffId }) => [
          ...[login, name],
          [...new Set(roles.map(({ role, unit }) => roleIn(asked, role) + (unit === null ? '' : ` (${unit})`)))].join(
            ', ',
          ),
          staffId,
        ]),
    ),
  );
}

export async function listUnits(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const names = ['id', 'number', 'name', 'region'] as const;
  return show(asked, await call(asked, { path: '/units' }, units), ({ units: all }) =>
    aligned(
      names.map((name) => t(`head.${name}`)),
      all.map(({ unitId, number, name, region }) => [unitId, number ?? '', name, region]),
    ),
  );
}

/** The id behind a login; null for `none`, undefined where nobody was named. */
export async function staffNamed(
  asked: Asked,
  login: string | undefined,
): Promise<Answered<string | null | undefined>> {
  if (login === undefined || login === 'none') return { ok: true, value: login === 'none' ? null : undefined };
  const answered = await call(asked, { path: '/staff' }, staff);
  if (!answered.ok) return answered;
  const found = answered.value.staff.find(
    (member) => member.login.toLowerCase() === login.toLowerCase() || member.staffId === login,
  );
  if (found) return { ok: true, value: found.staffId };
  const trouble = { exit: exitCodes.refused, code: 'cli.noSuchLogin', text: asked.t('people.noSuchLogin') };
  return { ok: false, trouble };
}
