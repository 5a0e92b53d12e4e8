import { sql } from 'kysely';
import type { Database } from './open.ts';

/** How often somebody who listens learns of news, ms. */
const between = 200;

/** A sending's progress is news by so many: a page that shows it moves, and is not asked for at every batch. */
const everySoMany = 20;

/**
 * Tells listeners that something was written, by whichever process. Asks the journal only while somebody listens, and once more
 * for each who begins. Versions rise from the moment the process started, so that one remembered from before is older.
 */
export function openLive(db: Database, now: () => number) {
  const listeners = new Set<(version: number) => void>();
  let version = now();
  let seen = '';
  let timer: NodeJS.Timeout | undefined;

  const look = async () => {
    const found = await sql<{ news: string }>`
      select (select coalesce(max(entry_id), 0) from journal) || '/' || (select coalesce(sum(rehearsal_set_at), 0) from run)
        || '/' || (select coalesce(max(changed), 0) from inbound)
        || '/' || (select count(*) / ${everySoMany} from campaign_recipient join campaign using (campaign_id)
          where campaign.state = 'handingOver' and handed_at is not null) as news
    `.execute(db);
    const news = found.rows[0]?.news ?? '';
    if (news !== seen && seen !== '') {
      version += 1;
      for (const listener of listeners) listener(version);
    }
    seen = news;
  };
  const round = () => {
    // A database that is away for a moment is asked again; nobody is told wrong things meanwhile.
    void look()
      .catch(() => undefined)
      .then(() => {
        timer = listeners.size > 0 ? setTimeout(round, between) : undefined;
      });
  };
  return {
    version: () => version,
    subscribe: (listener: (version: number) => void) => {
      listeners.add(listener);
      if (timer === undefined && listeners.size === 1) round();
      return () => {
        listeners.delete(listener);
      };
    },
    close: () => {
      listeners.clear();
      clearTimeout(timer);
    },
  };
}
