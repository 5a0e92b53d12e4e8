import { caseId, staffId, unitId } from '#domain/ids.ts';
import { type YouthFilter, youthLists, youthSorts } from '#views/answers/youths.ts';
import {
  type AskedInRun,
  back,
  commandOf,
  go,
  many,
  one,
  oneOf,
  refusedWith,
  type Sent,
  type Shown,
  show,
} from '../asked.ts';
import type { ChosenYouths } from '../needs.ts';
import { youthsWords } from '../pages/youths/words.ts';
import { YouthsPage } from '../pages/youths/youths-page.tsx';
import { number } from '../parts/numbers.ts';
import { paths } from '../paths.ts';

/** What the session keeps of a search: the words must not stand in an address. */
const searchKey = 'search';
const searchedIn = (kept: AskedInRun['kept']): string | undefined => {
  const text = kept[searchKey];
  return typeof text === 'string' && text !== '' ? text : undefined;
};

export async function youths({ c, needs, actor, run, query, kept }: AskedInRun): Promise<Shown> {
  const filter = filterFrom(query);
  const answer = await needs.views.youths(actor, run.runId, filter, searchedIn(kept), run.today);
  const saved = await needs.desk.filters.of(actor);
  const seen = answer.rows.map((row) => row.caseId);
  return show(<YouthsPage c={c} youths={answer} saved={saved} whole={one(query, 'all') === '1'} />, seen);
}

/** Keeps the words and looks among everybody; an empty search forgets them. */
export async function searchYouths(asked: AskedInRun): Promise<Shown> {
  const text = one(asked.body, 'text')?.slice(0, 80);
  await asked.keep({ [searchKey]: text });
  return go(text === undefined ? back(asked, paths.youths()) : paths.youths({ list: 'all' }));
}

const together = 20;

/** One command a youth: one that is refused does not stop the others, and all are counted. */
export async function assignYouths(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, run } = asked;
  const t = youthsWords(c.language);
  const choice = choiceFrom(asked);
  const chosen = await needs.views.chosen(actor, run.runId, choice, run.today);
  if (chosen.length === 0) return refusedWith([{ code: 'web.noneChosen' }]);
  const to = one(asked.body, 'to');
  const command = commandOf(asked);
  let assigned = 0;
  for (let at = 0; at < chosen.length; at += together) {
    const outcomes = await Promise.all(
      chosen.slice(at, at + together).map((youth) =>
        needs.desk.youths.assign(actor, {
          commandId: `${command}-${youth.caseId}`,
          caseId: youth.caseId,
          unitId: youth.unitId,
          caseworkerId: to === undefined ? null : staffId(to),
        }),
      ),
    );
    assigned += outcomes.filter(({ ok }) => ok).length;
  }
  const n = number(c.language, assigned);
  const refused = chosen.length - assigned;
  const receipt =
    refused === 0
      ? t('receipt.assigned', { n })
      : t('receipt.assigned-some', { n, refused: number(c.language, refused) });
  return go(back(asked, paths.youths()), receipt);
}

/** «All» carries the filter and is counted again here, never the ids of a page. */
function choiceFrom({ body, kept }: AskedInRun): ChosenYouths {
  if (one(body, 'all') !== '1') return { cases: many(body, 'case').map(caseId) };
  const query = new URLSearchParams(one(body, 'filter') ?? '');
  const sent = Object.fromEntries([...query.keys()].map((key) => [key, query.getAll(key)]));
  return { filter: filterFrom(sent), searched: searchedIn(kept) };
}

/** Only what the address may say; anything else is dropped. */
export function filterFrom(query: Sent): YouthFilter {
  const list = oneOf(youthLists, one(query, 'list'));
  const sort = oneOf(youthSorts, one(query, 'sort'));
  const code = one(query, 'code');
  const unit = one(query, 'unit');
  const transfer = one(query, 'transfer');
  const caseworker = one(query, 'caseworker');
  const frozen = one(query, 'frozen');
  const page = Number(one(query, 'page') ?? 1);
  return {
    ...(list === undefined ? {} : { list }),
    ...(code === undefined ? {} : { code }),
    ...(unit === undefined ? {} : { unit: unitId(unit) }),
    ...(transfer === undefined ? {} : { transfer }),
    ...(caseworker === undefined ? {} : { caseworker: caseworker === 'none' ? 'none' : staffId(caseworker) }),
    ...(frozen === undefined ? {} : { frozen }),
    ...(sort === undefined ? {} : { sort }),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  };
}
