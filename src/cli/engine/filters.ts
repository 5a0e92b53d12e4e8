import { filters, kept, removed } from '#api/wire/filter.ts';
import { aligned } from '../align.ts';
import { type Asked, isSet, textOf } from '../asked.ts';
import type { ExitCode } from '../exit-code.ts';
import { call, inRun, show } from './call.ts';

export async function list(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  return show(asked, await call(asked, { path: inRun(asked, '/filters') }, filters), (found) =>
    found.filters.length === 0
      ? [t('filters.none')]
      : aligned(
          [t('head.id'), t('head.title'), '', t('head.query')],
          found.filters.map(({ filterId, title, query, staffId }) => [
            ...[filterId, title, t(staffId === null ? 'filter.shared' : 'filter.own'), query],
          ]),
        ),
  );
}

export async function save(asked: Asked): Promise<ExitCode> {
  const [title = ''] = asked.args;
  const body = { title, query: textOf(asked, 'query') ?? '', shared: isSet(asked, 'shared') };
  return show(asked, await call(asked, { path: inRun(asked, '/filters'), body }, kept), (found) => [
    asked.t('filter.kept', { title: found.title, id: found.filterId }),
  ]);
}

export async function remove(asked: Asked): Promise<ExitCode> {
  const path = inRun(asked, `/filters/${encodeURIComponent(asked.args[0] ?? '')}/remove`);
  return show(asked, await call(asked, { path, body: {} }, removed), () => [asked.t('filter.removed')]);
}
