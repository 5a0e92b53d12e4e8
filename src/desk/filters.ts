import type { Actor } from '#domain/access/actor.ts';
import { maySeeYouths, mayShareFilter } from '#domain/access/may.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import { sortKey } from '#domain/person/name-keys.ts';
import { filterToKeep, type SavedFilter } from '#domain/youth/saved-filter.ts';
import type { SavedFilters } from '#ports/saved-filters.ts';
import { deny } from './commands.ts';

export interface KeepWish {
  /** The filter's id: the same wish twice is one filter. */
  readonly commandId: string;
  readonly title: string;
  readonly query: string;
  /** For everybody, not for oneself alone. */
  readonly isShared: boolean;
}

/** Keeping views of the list of youths under a name; neither the name nor the view may tell of a person. */
export const filterDesk = ({ savedFilters }: { readonly savedFilters: SavedFilters }) => ({
  /** One's own and everybody's. */
  of: (actor: Actor) => savedFilters.of(actor.staffId),
  keep: async (actor: Actor, wish: KeepWish): Promise<Outcome<SavedFilter>> => {
    if (!maySeeYouths(actor) || (wish.isShared && !mayShareFilter(actor))) return deny();
    const kept = filterToKeep(wish.title, wish.query);
    if (!kept.ok) return kept;
    const words = sortKey({ first: '', last: kept.value.title })
      .split(/[\s,]+/)
      .filter((word) => word.length > 1);
    if (await savedFilters.namesYouth(words)) return refused({ code: 'filter.namesYouth' });
    const filter = { filterId: wish.commandId, staffId: wish.isShared ? null : actor.staffId, ...kept.value };
    const others = await savedFilters.of(actor.staffId);
    if (others.some(({ filterId }) => filterId === filter.filterId)) return accepted(filter);
    const outcome = await savedFilters.keep(filter);
    return outcome === 'kept' ? accepted(filter) : refused({ code: 'filter.taken', facts: { title: filter.title } });
  },
  remove: async (
    actor: Actor,
    { filterId }: { readonly filterId: string },
  ): Promise<Outcome<{ readonly filterId: string }>> => {
    const found = (await savedFilters.of(actor.staffId)).find((filter) => filter.filterId === filterId);
    if (!found) return accepted({ filterId });
    if (found.staffId === null && !mayShareFilter(actor)) return deny();
    await savedFilters.remove(filterId, found.staffId);
    return accepted({ filterId });
  },
});
