import type { Client } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { moveWorkflows } from '#adapters/temporal/rehearsal-clock.ts';

const [start, target] = [Date.parse('2026-11-26T08:00:00Z'), Date.parse('2026-12-05T08:00:00Z')];

/** A server with one workflow: `at` says where its clock is and what is under way, by the real seconds since it was asked first. */
function server(at: (second: number, moves: number) => { readonly now: number; readonly isInTurn?: boolean }) {
  let moves = 0;
  // `as`: only what a move asks for is here.
  const client = {
    options: { namespace: 'test' },
    workflowService: {
      updateWorkflowExecutionOptions: async () => {
        moves += 1;
      },
      describeWorkflowExecution: async () => {
        const { now, isInTurn } = at((Date.now() - start) / 1000, moves);
        return {
          workflowExtendedInfo: { timeSkippingInfo: { currentTime: msToTs(now) } },
          ...(isInTurn && { pendingWorkflowTask: {} }),
        };
      },
    },
  } as unknown as Client;
  return { client, moves: () => moves };
}

describe('the clock of a rehearsal’s workflow', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: start });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is asked again where the server has forgotten it', async () => {
    const { client, moves } = server((_, asked) => ({ now: asked < 2 ? start : target }));
    const moved = moveWorkflows(client, ['phase/run/transfer'], target);

    await vi.advanceTimersByTimeAsync(10_000);

    await moved;
    expect(moves()).toBe(2);
  });

  it('is not asked again while a long turn is under way, which each asking would make the server refuse', async () => {
    const { client, moves } = server((second) => (second < 40 ? { now: start, isInTurn: true } : { now: target }));
    const moved = moveWorkflows(client, ['phase/run/transfer'], target);

    await vi.advanceTimersByTimeAsync(41_000);

    await moved;
    expect(moves()).toBe(1);
  });

  it('is left where it has come already', async () => {
    const { client, moves } = server(() => ({ now: target }));

    await moveWorkflows(client, ['phase/run/transfer'], target);

    expect(moves()).toBe(0);
  });
});
