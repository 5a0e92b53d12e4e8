import type { Actor } from '#domain/access/actor.ts';
import { mayCode } from '#domain/access/may.ts';
import type { Day } from '#domain/calendar/day.ts';
import { accepted, type Outcome, type Refusal, refused } from '#domain/outcome.ts';
import type { Returns } from '#ports/returns.ts';
import type { DeskPorts, Wish } from './commands.ts';
import { act } from './youths.ts';

interface Ports extends DeskPorts {
  readonly returns: Returns;
}
export interface SentWish extends Wish {
  readonly cases: readonly string[];
  /** The day they were sent; the run's today where it is left out. */
  readonly on?: Day;
  /** Proof: a reference, where it was sent. Kept sealed. */
  readonly reference?: string;
}

/** How many were noted as sent, and who was not, with why. */
export interface SentBack {
  readonly sent: number;
  readonly refused: readonly { readonly caseId: string; readonly refusals: readonly Refusal[] }[];
}

/** The return queue: what goes back to VIGO, or by way of the admissions office to another county. */
export const returnsDesk = (ports: Ports) => ({
  sent: (actor: Actor, wish: SentWish) => sent(ports, actor, wish),
});

/** One command a youth: one that is refused does not stop the others. */
async function sent(ports: Ports, actor: Actor, wish: SentWish): Promise<Outcome<SentBack>> {
  const cases = [...new Set(wish.cases)];
  if (cases.length === 0) return refused({ code: 'queues.nobody' });
  const no: { caseId: string; refusals: readonly Refusal[] }[] = [];
  for (const caseId of cases) {
    const own = { ...wish, caseId, commandId: `${wish.commandId}-${caseId}` };
    const told = await act(ports, actor, own, mayCode, 'return.sent', {});
    if (!told.ok) no.push({ caseId, refusals: told.refusals });
    else if (wish.reference !== undefined && !wish.dryRun)
      await ports.returns.keepReference({ caseId, sequence: told.value.sequence, text: wish.reference });
  }
  const [first] = no;
  return first && no.length === cases.length
    ? refused(...first.refusals)
    : accepted({ sent: cases.length - no.length, refused: no });
}
