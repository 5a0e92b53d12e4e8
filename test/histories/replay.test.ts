import { Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';
import { workflowOf } from '#workflows/messages.ts';
import { dataConverter, quiet, workflowBundle } from '../support/engine.ts';
import { type KeptHistory, keptHistories, read } from './kept.ts';

const kept = keptHistories();
const again = 'made anew by: AARSHJUL_RECORD=1 npx vitest run test/histories (see README.md there)';

/** Runs histories through the workflows as they are now; gives what went wrong, by name. */
async function replayed(histories: readonly KeptHistory[]): Promise<Readonly<Record<string, string>>> {
  const wrong: Record<string, string> = {};
  const results = Worker.runReplayHistories(
    { workflowBundle: await workflowBundle(), dataConverter },
    histories.map(({ name, history }) => ({ workflowId: name, history })),
  );
  for await (const { workflowId, error } of results) if (error) wrong[workflowId] = error.message;
  return wrong;
}

describe('workflows that are under way', () => {
  beforeAll(quiet);

  it('run on under the workflows as they are now', async () => {
    expect(await replayed(kept), again).toEqual({});
  });

  it('are kept for each kind, as it begins, as it begins anew, and as it goes on from there', () => {
    const begins = kept.flatMap(({ history }) => history.events?.[0]?.workflowExecutionStartedEventAttributes ?? []);
    const typesOf = (is: (begin: (typeof begins)[number]) => boolean) =>
      new Set(begins.filter(is).map(({ workflowType }) => workflowType?.name));
    const endsAnew = kept.filter(({ history }) =>
      history.events?.some((one) => one.workflowExecutionContinuedAsNewEventAttributes),
    );

    const kinds = new Set<string>(Object.values(workflowOf));
    expect(typesOf((begin) => !begin.continuedExecutionRunId)).toEqual(kinds);
    expect(typesOf((begin) => Boolean(begin.continuedExecutionRunId))).toEqual(kinds);
    expect(endsAnew.length).toBeGreaterThanOrEqual(kinds.size);
  });

  it('would stop if an act of theirs were another', async () => {
    const others = kept.map(({ name, text }) =>
      read(name, text.replace('"name":"carryOut"', '"name":"somethingElse"')),
    );
    const withOrders = kept.filter(({ text }) => text.includes('"name":"carryOut"')).map(({ name }) => name);

    expect(withOrders.length).toBeGreaterThan(2);
    expect(Object.keys(await replayed(others)).sort()).toEqual(withOrders);
  });

  it('would stop if a new act came before one of theirs', async () => {
    const withOrders = kept.filter(({ text }) => text.includes('"name":"carryOut"'));

    const lacking = withOrders.map(({ name, text }) => read(name, withoutFirstOrder(text)));

    expect(Object.keys(await replayed(lacking)).sort()).toEqual(withOrders.map(({ name }) => name));
  });
});

interface Written {
  readonly eventId: string;
  readonly activityTaskScheduledEventAttributes?: unknown;
  readonly activityTaskStartedEventAttributes?: { readonly scheduledEventId: string };
  readonly activityTaskCompletedEventAttributes?: { readonly scheduledEventId: string };
}

/** The history of a workflow that did not give its first order, which today's gives. */
function withoutFirstOrder(text: string): string {
  const { events } = JSON.parse(text) as { readonly events: readonly Written[] };
  const order = events.find((event) => event.activityTaskScheduledEventAttributes)?.eventId;
  const isOfOrder = ({ eventId, activityTaskStartedEventAttributes: started, ...event }: Written): boolean =>
    [eventId, started?.scheduledEventId, event.activityTaskCompletedEventAttributes?.scheduledEventId].includes(order);
  const left = events.filter((event) => !isOfOrder(event));
  const numbers = new Map(left.map(({ eventId }, index) => [eventId, String(index + 1)]));
  return JSON.stringify({ events: left }, (key, value) =>
    key.toLowerCase().endsWith('eventid') ? (numbers.get(value) ?? value) : value,
  );
}
