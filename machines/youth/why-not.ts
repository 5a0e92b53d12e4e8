import type { AnyMachineSnapshot } from 'xstate';
import { refusalsOf } from '#domain/coding/decide.ts';
import type { Refusal } from '#domain/outcome.ts';
import type { Happening } from '#domain/standing.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import { whyNotChoice } from '#domain/youth/choice.ts';
import { withoutContact } from '#domain/youth/withdrawn-contact.ts';
import type { YouthEvent } from './events.ts';
import { judged } from './guards.ts';

/** Why a youth's case does not take an event: the rules by name, or that it is not the time for it. */
export function whyNot(snapshot: AnyMachineSnapshot, happening: Happening): readonly Refusal[] {
  // `as`: this chart's snapshots and events are its machine's.
  const file = snapshot.context as CaseFile;
  const event = happening as YouthEvent;
  if (event.type === 'contact.withdrawn')
    return withoutContact(file, event.entry)
      ? [{ code: 'youth.codeRestsOnContact', facts: { code: file.status ?? '' } }]
      : [{ code: 'youth.noSuchContact' }];
  if (event.type === 'choice.made') return whyNotChoice(file, event);
  if (event.type !== 'status.set') return [{ code: 'youth.notNow', facts: { event: event.type } }];
  return refusalsOf(judged(file, event));
}
