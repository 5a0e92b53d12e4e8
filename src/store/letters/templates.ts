import { type Kysely, sql } from 'kysely';
import type { MessageTemplate, MessageTexts, TemplateChannel } from '#domain/message/template.ts';
import type { Templates } from '#ports/templates.ts';
import type { Database } from '../open.ts';
import type { Tables } from '../schema.ts';

/** Templates on our database. */
export const templates = (db: Database): Templates => ({
  keep: ({ templateId, channel, name, texts, at, by, key }) =>
    db.transaction().execute(async (tx) => {
      // Two at once would take the same number.
      await sql`lock table message_template in share row exclusive mode`.execute(tx);
      const before = await versions(tx, templateId).where('kept_as', '=', key).executeTakeFirst();
      if (before) return before.version;
      const newest = await versions(tx, templateId).orderBy('version', 'desc').executeTakeFirst();
      const version = (newest?.version ?? 0) + 1;
      const said = { template_id: templateId, version, channel, name, texts: JSON.stringify(texts) };
      await tx
        .insertInto('message_template')
        .values({ ...said, made_at: at, made_by: by, kept_as: key })
        .execute();
      return version;
    }),
  find: async ({ templateId, version }) => {
    const row = await versions(db, templateId).where('version', '=', version).executeTakeFirst();
    return row && asTemplate(row);
  },
  newest: async (templateId) => {
    const row = await versions(db, templateId).orderBy('version', 'desc').executeTakeFirst();
    return row && asTemplate(row);
  },
  newestOfEach: async () => {
    const rows = await db
      .selectFrom('message_template')
      .distinctOn('template_id')
      .select(['template_id', 'version', 'channel', 'name', 'texts'])
      .orderBy('template_id')
      .orderBy('version', 'desc')
      .execute();
    return rows.map(asTemplate);
  },
});

const versions = (db: Kysely<Tables>, templateId: string) =>
  db
    .selectFrom('message_template')
    .select(['template_id', 'version', 'channel', 'name', 'texts'])
    .where('template_id', '=', templateId);

/** The versions a county starts from, kept when a house opens; those that are there stay as they are. */
export async function keepStandardTemplates(db: Database, standard: readonly MessageTemplate[]): Promise<void> {
  await db
    .insertInto('message_template')
    .values(
      standard.map(({ templateId, version, channel, name, texts }) => ({
        template_id: templateId,
        version,
        channel,
        name,
        texts: JSON.stringify(texts),
        made_at: 0,
        made_by: null,
        kept_as: 'standard',
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

// `as`: the columns hold what `keep` and `keepStandardTemplates` put there.
const asTemplate = (row: {
  readonly template_id: string;
  readonly version: number;
  readonly channel: string;
  readonly name: string;
  readonly texts: unknown;
}): MessageTemplate => ({
  templateId: row.template_id,
  version: row.version,
  channel: row.channel as TemplateChannel,
  name: row.name,
  texts: row.texts as MessageTexts,
});
