import { type ActCounts, type PartState, partStates } from '#domain/act/act.ts';
import type { Refusal } from '#domain/outcome.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import { type Acts, type NewAct, partCommand, undoCommand } from '#ports/acts.ts';
import type { MemoryBook } from './memory-book.ts';

/** Bulk acts in memory over a memory book: what `src/store/acts` is over our database. A part is done when its case has its step. */
export function memoryActs(book: MemoryBook): Acts {
  const kept = new Map<
    string,
    { readonly act: NewAct; readonly aside: Map<string, [PartState, readonly Refusal[]]> }
  >();

  const actOf = (actId: string) => {
    const found = kept.get(actId);
    if (!found) throw new Error(`no act ${actId}`);
    return found;
  };
  const stepOf = (commandId: string, caseId: string) =>
    book.steps(`youth/${caseId}`).find((step) => step.commandId === commandId);
  const stateOf = (actId: string, caseId: string): PartState => {
    const aside = actOf(actId).aside.get(caseId);
    if (aside) return aside[0];
    if (stepOf(undoCommand(actId, caseId), caseId)) return 'undone';
    return stepOf(partCommand(actId, caseId), caseId) ? 'done' : 'waiting';
  };
  const partsIn = (actId: string, state: PartState, after: number, atMost: number) =>
    actOf(actId)
      .act.parts.map((part, index) => ({ ...part, place: index + 1 }))
      .filter(({ caseId, place }) => place > after && stateOf(actId, caseId) === state)
      .slice(0, atMost);

  return {
    begin: async (act) => {
      if (kept.has(act.actId)) return;
      const refused = act.parts.flatMap(({ caseId, refusals }): [string, [PartState, readonly Refusal[]]][] =>
        refusals ? [[caseId, ['refused', refusals]]] : [],
      );
      kept.set(act.actId, { act, aside: new Map(refused) });
      const none = { done: 0, refused: 0, undone: 0, kept: 0, deadlines: {} };
      const { actId, runId, kind, parts } = act;
      book.add(`act/${actId}`, { actId, runId, kind, parts: parts.length, ...none });
    },
    head: async (actId) => {
      const { act } = actOf(actId);
      return { actId, runId: act.runId, at: act.at, doer: { by: act.by } };
    },
    waiting: async (actId, after, atMost) => partsIn(actId, 'waiting', after, atMost),
    refuse: async (actId, caseId, why) => void actOf(actId).aside.set(caseId, ['refused', why]),
    done: async (actId, after, atMost) =>
      partsIn(actId, 'done', after, atMost).map((part) => {
        const subject = `youth/${part.caseId}`;
        const sequence = stepOf(partCommand(actId, part.caseId), part.caseId)?.sequence ?? 0;
        const { snapshot, input } = book.standingAt(subject, sequence - 1);
        return {
          ...part,
          sequence,
          // `as`: a youth's context is a case file.
          before: (snapshot?.context ?? input) as unknown as CaseFile,
          since: book
            .steps(subject)
            .slice(sequence)
            .map(({ event }) => ({ type: event.type, at: event.at, by: event.doer.by })),
        };
      }),
    keep: async (actId, caseId, why) => void actOf(actId).aside.set(caseId, ['kept', why]),
    // No tasks go with acts here.
    tasks: async () => [],
    noteTask: async () => {},
    counts: async (actId) => {
      const states = actOf(actId).act.parts.map(({ caseId }) => stateOf(actId, caseId));
      const counted = partStates.map((state) => [state, states.filter((each) => each === state).length]);
      // `as`: a count for each state there is.
      return Object.fromEntries(counted) as ActCounts;
    },
  };
}
