import type { Exclusion, RecipientState } from '#domain/campaign/recipient.ts';
import type { HandOverBook } from '#ports/campaigns.ts';
import type { Piece } from '#ports/channel.ts';

export interface MemoryRow {
  readonly key: string;
  state: RecipientState;
  claim: string | null;
  claimedAt: number;
  reference: string | null;
  reason: string | null;
}

export interface MemoryHandOvers {
  readonly book: HandOverBook;
  readonly rows: readonly MemoryRow[];
  readonly row: (key: string) => MemoryRow;
  /** As the machine's step writes it. */
  isOpen: boolean;
  /** Facts that came since the list was frozen. */
  readonly late: Map<string, Exclusion | null>;
}

/** Recipients in memory, with the promises of `src/store/campaigns/hand-over.ts`; the contract suite holds the two together. */
export function memoryHandOvers(keys: readonly string[], now: () => number): MemoryHandOvers {
  const rows = keys.map(
    (key): MemoryRow => ({ key, state: 'planned', claim: null, claimedAt: 0, reference: null, reason: null }),
  );
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const row = (key: string): MemoryRow => {
    const found = byKey.get(key);
    if (!found) throw new Error(`no row ${key}`);
    return found;
  };
  const free = { claim: null, claimedAt: 0 };
  const held = (claim: string) => rows.filter((one) => one.claim === claim && one.state === 'handing-over');
  const late = new Map<string, Exclusion | null>();
  const all: MemoryHandOvers = {
    rows,
    row,
    isOpen: true,
    late,
    book: {
      claim: async ({ claim, atMost, on }) => {
        if (!all.isOpen) return 'closed';
        const next = rows.filter(({ state }) => state === 'planned').slice(0, atMost);
        for (const one of next) {
          const reason = late.get(one.key);
          if (reason === undefined) Object.assign(one, { state: 'handing-over', claim, claimedAt: now() });
          else Object.assign(one, { state: reason === null ? 'manual' : 'taken-out', reason });
        }
        const pieces = held(claim).map((one) => pieceOf(one.key, on));
        return { pieces, looked: next.length };
      },
      holds: async (_, claim, claimed) => all.isOpen && held(claim).length === claimed.length,
      release: async (_, claim) => {
        for (const one of held(claim)) Object.assign(one, { state: 'planned', ...free });
      },
      settle: async (_, claim, receipts) => {
        for (const receipt of receipts) {
          const one = row(receipt.key);
          if (receipt.outcome === 'accepted' && ['planned', 'handing-over', 'uncertain'].includes(one.state))
            Object.assign(one, { state: 'handed-over', reference: receipt.reference, ...free });
          if (receipt.outcome === 'refused' && one.claim === claim && one.state === 'handing-over')
            Object.assign(one, { state: 'failed', reason: receipt.why, ...free });
        }
      },
      stranded: async (_, olderThan, atMost) => {
        const claimed = rows.filter(({ state }) => state === 'handing-over').slice(0, atMost);
        const ages = claimed.map((one) => ({ one, age: now() - one.claimedAt }));
        const next = ages.filter(({ age }) => age < olderThan).map(({ age }) => olderThan - age);
        return {
          rows: ages.filter(({ age }) => age >= olderThan).map(({ one }) => ({ key: one.key, claim: one.claim ?? '' })),
          nextIn: next.length > 0 ? Math.min(...next) : null,
        };
      },
      answer: async (_, asked, answers) => {
        for (const { key, claim } of asked) {
          const one = row(key);
          if (one.claim !== claim || one.state !== 'handing-over') continue;
          const said = answers.get(key) ?? { answer: 'cannot-tell' };
          if (said.answer === 'taken') Object.assign(one, { state: 'handed-over', reference: said.reference, ...free });
          else Object.assign(one, { state: said.answer === 'not-taken' ? 'planned' : 'uncertain', ...free });
        }
      },
    },
  };
  return all;
}

const pieceOf = (key: string, on: Piece['on']): Piece => ({
  key,
  runId: 'run',
  caseId: key,
  addressee: 'youth',
  language: 'nb',
  template: { templateId: 'sms', version: 1 },
  on,
});
