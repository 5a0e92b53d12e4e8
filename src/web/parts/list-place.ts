import type { ListPlace } from '#views/answers/phase.ts';
import type { PageContext } from '../page-context.ts';
import { paths } from '../paths.ts';

/** The list behind a number, for those who may open it. */
export function listHref(c: PageContext, place: ListPlace): string | undefined {
  switch (place.page) {
    case 'youths':
      return c.may('youths.see') ? paths.youths(place.filter) : undefined;
    case 'cleaning':
      return c.may('own.see') ? paths.cleaning(place.filter) : undefined;
    case 'replies':
      return c.may('inbound.see') ? paths.inbound('not-passed-on', undefined, undefined, place.unit) : undefined;
    case 'cross-check':
      if (!c.may('cross-check.see')) return undefined;
      return place.listId === undefined ? paths.crossCheck : paths.checkList(place.listId, 'undecided');
  }
}
