import type { Desk } from '#desk/desk.ts';
import type { Runs } from '#ports/runs.ts';
import type { SmsGateway } from '#ports/sms-gateway.ts';
import type { SmsLine } from '#ports/sms-line.ts';

/** The line the settings chose, and the one that sends to nobody. */
export interface SmsLines {
  readonly line: SmsLine;
  readonly pretend: SmsLine;
  /** So long after a claim no call to the chosen line can be under way any more, ms. */
  readonly calmAfter: number;
}

/** A gateway, and how long after a claim no call to it can be under way any more, ms. */
export interface Gateway {
  readonly gateway: SmsGateway;
  readonly calmAfter: number;
}
export type Gateways = (runId: string) => Promise<Gateway>;

/** The pretend gateway is in the process itself: a call of a dead one is over at once. */
const pretendCalm = 1_000;

/**
 * Which gateway a run's SMS go by. A rehearsal, and a county of made-up people whose numbers may be somebody's, have the pretend one,
 * whatever the settings say.
 */
export function gatewaysOf(
  { line, pretend, calmAfter }: SmsLines,
  runs: Pick<Runs, 'clock'>,
  isInvented: () => Promise<boolean>,
): Gateways {
  return async (runId) => {
    const { isRehearsal } = await runs.clock(runId);
    return isRehearsal || (await isInvented())
      ? { gateway: pretend.gateway, calmAfter: pretendCalm }
      : { gateway: line.gateway, calmAfter };
  };
}

/** What providers tell us, by their own connection or brought to our door. */
export function listening({ line, pretend }: SmsLines, hear: Desk['replies']['hear']['news']) {
  const hearAll = async (news: Parameters<typeof hear>[0]) => {
    const heard = await hear(news);
    if (!heard.ok) throw new Error('what the provider brought was not kept');
  };
  const lines = pretend === line ? [line] : [line, pretend];
  return {
    readCallback: line.readCallback,
    /** From now on what they say on their own connection is heard. */
    listen: () => {
      for (const each of lines) each.listen(hearAll);
    },
    close: async () => {
      for (const each of lines) await each.close();
    },
  };
}
