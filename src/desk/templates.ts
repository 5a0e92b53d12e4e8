import type { Actor } from '#domain/access/actor.ts';
import {
  faultsOfTemplate,
  type MessageTexts,
  refuseTemplate,
  stopsTemplate,
  type TemplateChannel,
  type TemplateFault,
} from '#domain/message/template.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import type { Templates } from '#ports/templates.ts';
import type { Wish } from './commands.ts';

export interface TemplateWish extends Wish {
  readonly templateId: string;
  readonly channel: TemplateChannel;
  readonly name: string;
  readonly texts: MessageTexts;
}
export interface KeptTemplate {
  readonly templateId: string;
  /** 0 when it was only tried. */
  readonly version: number;
  /** Words that may tell too much: for a person to look at. */
  readonly warnings: readonly TemplateFault[];
}

/** Keeps a new version, unless something in it could not be sent. */
export async function keepTemplate(
  { templates }: { readonly templates: Templates },
  actor: Actor,
  wish: TemplateWish,
): Promise<Outcome<KeptTemplate>> {
  const { templateId, channel, name, texts } = wish;
  const newest = await templates.newest(templateId);
  if (newest && newest.channel !== channel) return refused({ code: 'template.otherChannel' });
  const faults = faultsOfTemplate({ channel, texts });
  if (faults.some(stopsTemplate)) return refuseTemplate(faults);
  if (wish.dryRun) return accepted({ templateId, version: 0, warnings: faults });
  const said = { templateId, channel, name, texts, at: Date.now(), by: actor.staffId, key: wish.commandId };
  return accepted({ templateId, version: await templates.keep(said), warnings: faults });
}
