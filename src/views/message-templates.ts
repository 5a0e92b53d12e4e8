import type { Actor } from '#domain/access/actor.ts';
import { mayMakeTemplates } from '#domain/access/letters.ts';
import { instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import type { MessageTemplate, MessageTexts, TemplateChannel } from '#domain/message/template.ts';
import type { TemplateAnswer, TemplateHead, TemplatesAnswer } from './answers/letters.ts';
import type { Asking } from './ports.ts';

/** The newest version of each template. */
export async function messageTemplates({ db }: Asking, actor: Actor): Promise<TemplatesAnswer> {
  const rows = await versions(db).distinctOn('template_id').orderBy('template_id').orderBy('version', 'desc').execute();
  return { templates: rows.map(headOf), mayMake: mayMakeTemplates(actor) };
}

/** One version with its texts, the newest where none is named. */
export async function messageTemplate(
  { db }: Asking,
  templateId: string,
  version: number | undefined,
): Promise<TemplateAnswer | undefined> {
  const rows = await versions(db)
    .select('texts')
    .where('template_id', '=', templateId)
    .orderBy('version', 'desc')
    .execute();
  const row = version === undefined ? rows[0] : rows.find((one) => one.version === version);
  // `as`: the desk's templates are kept there.
  return row && { ...headOf(row), texts: row.texts as MessageTexts, versions: rows.map((one) => one.version) };
}

/** The newest version as the domain has it. */
export async function templateNamed(asking: Asking, templateId: string): Promise<MessageTemplate | undefined> {
  return messageTemplate(asking, templateId, undefined);
}

const versions = (db: Asking['db']) =>
  db
    .selectFrom('message_template')
    .leftJoin('staff', 'staff.staff_id', 'message_template.made_by')
    .select(['template_id', 'version', 'channel', 'message_template.name', 'made_at', 'staff.name as made_by']);

const headOf = (row: {
  readonly template_id: string;
  readonly version: number;
  readonly channel: string;
  readonly name: string;
  readonly made_at: number;
  readonly made_by: string | null;
}): TemplateHead => ({
  templateId: row.template_id,
  version: row.version,
  channel: row.channel as TemplateChannel,
  name: row.name,
  // Those that came with the program were made by nobody.
  madeOn: row.made_at === 0 ? undefined : dayOf(instant(row.made_at)),
  madeBy: row.made_by ?? undefined,
});
