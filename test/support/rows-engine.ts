import type { Performer } from '#activities/carry-out.ts';
import { accepted, refused } from '#domain/outcome.ts';
import type { Happening } from '#domain/standing.ts';
import { type Chart, resume, stepFrom } from '#machines/chart.ts';
import { driveChart } from '#machines/phone-drive/machine.ts';
import { youthChart } from '#machines/youth/machine.ts';
import type { Command, Engine } from '#ports/engine.ts';
import type { Database } from '#store/open.ts';
import { stepBook } from '#store/steps/step-book.ts';

/** Charts and steps on a real database, without Temporal: one command at a time for each subject, orders carried out at once. */
export function rowsEngine(db: Database, performers: Readonly<Record<string, Performer>>): Engine {
  const book = stepBook(db);
  const turns = new Map<string, Promise<unknown>>();
  const inTurn = <T>(subject: string, act: () => Promise<T>): Promise<T> => {
    const turn = (turns.get(subject) ?? Promise.resolve()).then(act, act);
    turns.set(subject, turn);
    return turn;
  };

  const take = async ({ subject, commandId, event }: Command): ReturnType<Engine['tell']> => {
    const there = await book.reopen(subject);
    if (!there) throw new Error(`no row for ${subject}`);
    const chart: Chart = subject.startsWith('youth/') ? youthChart : driveChart;
    const snapshot = resume(chart, there.standing);
    const earlier = await book.granted(subject, commandId);
    if (earlier) return accepted(earlier);
    if (!snapshot.can(event as never)) return refused(...chart.whyNot(snapshot, event));
    const { written } = stepFrom(subject, chart, there.standing, snapshot, event);
    await book.write({ ...written, commandId, settles: null });
    for (const order of written.orders) {
      const fact: Happening | null | undefined = await performers[order.name]?.(order.params, order);
      if (fact) await take({ subject, commandId: order.key, event: fact });
    }
    return accepted({ sequence: written.sequence });
  };

  return {
    tellEach: async (commands, heard) => {
      for (const command of commands) await heard(command, await inTurn(command.subject, () => take(command)));
    },
    tell: (command) => inTurn(command.subject, () => take(command)),
    hear: async (command) => void (await inTurn(command.subject, () => take(command))),
    openMany: async (subjects) => subjects.length,
    closeMany: async () => {},
    lookAgain: async () => {},
  };
}
