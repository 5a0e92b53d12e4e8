import type { Day } from '../calendar/day.ts';
import { assertNever } from '../outcome.ts';
import { type CaseFile, codingStateOf } from '../youth/case-file.ts';
import type { PartEvent, PartType } from './act.ts';

/** Events that touch what a part did: one of them since means that somebody has edited it, and undoing leaves it. */
const touching: Readonly<Record<PartType, readonly string[]>> = {
  'status.set': ['status.set', 'status.takenBack', 'choice.made', 'choice.takenBack', 'return.sent'],
  'choice.made': ['choice.made', 'choice.takenBack', 'status.set', 'status.takenBack', 'return.sent'],
  'case.assigned': ['case.assigned'],
  // The machine itself keeps an entry that a code may rest on.
  'contact.registered': ['contact.withdrawn'],
};

export const isTouchedBy = (part: PartType, since: string): boolean => touching[part].includes(since);

/** What takes a part back: `before` is the case as it stood when the part was done, `sequence` the part's number in its journal. */
export function takingBack(
  event: PartEvent,
  { before, sequence, on }: { readonly before: CaseFile; readonly sequence: number; readonly on: Day },
): { readonly type: string; readonly [key: string]: unknown } {
  const { type } = event;
  switch (type) {
    case 'status.set':
      return { type: 'status.takenBack', on, restore: codingStateOf(before) };
    case 'choice.made':
      return {
        type: 'choice.takenBack',
        on,
        restore: before.choice,
        ...(event.coding === undefined ? {} : { coding: codingStateOf(before) }),
        ...(before.deadlines.choice === undefined ? {} : { choiceBy: before.deadlines.choice }),
      };
    case 'case.assigned':
      return { type, unitId: before.unitId, caseworkerId: before.caseworkerId };
    case 'contact.registered': {
      const { channel, direction, answeredBy, says, minor } = event;
      const entry = { on: event.on, channel, direction, answeredBy, says, ...(minor === undefined ? {} : { minor }) };
      return { type: 'contact.withdrawn', on, entry, of: sequence };
    }
    default:
      return assertNever(type);
  }
}
