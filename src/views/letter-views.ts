import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { RunId } from '#domain/ids.ts';
import { letterCheck, manualLetters } from './letter-check.ts';
import { messageTemplate, messageTemplates } from './message-templates.ts';
import type { Asking } from './ports.ts';
import { printPile } from './print-pile.ts';

/** What is asked of letters before and after they are sent. */
export const letterViews = (asking: Asking) => ({
  check: (actor: Actor, runId: RunId, on: Day, templateId: string | undefined) =>
    letterCheck(asking, { actor, runId, on, templateId }),
  manual: (actor: Actor, runId: RunId, on: Day) => manualLetters(asking, { actor, runId, on }),
  printPile: (actor: Actor, runId: RunId) => printPile(asking, actor, runId),
  templates: (actor: Actor) => messageTemplates(asking, actor),
  template: (templateId: string, version: number | undefined) => messageTemplate(asking, templateId, version),
});
export type LetterViews = ReturnType<typeof letterViews>;
