import { assertNever } from '../outcome.ts';
import type { Finding, Lint } from './finding.ts';
import type { Plan, PlannedDate } from './plan.ts';
import { datesOf } from './plan-dates.ts';
import type { OrderRule } from './template.ts';

interface Pair {
  readonly id: 'F3' | 'F4' | 'F5' | 'order';
  readonly later: string;
  readonly earlier: string;
}

/** F3, F4, F5 from the plan's order rules, and every task that is due before what it waits for. */
export function lintOrder(plan: Plan, known: Lint): readonly Finding[] {
  const dates = datesOf(plan);
  const tasks = plan.phases.flatMap((phase) => phase.tasks);
  const skipped = new Set(tasks.filter((task) => task.skipped !== undefined).map((task) => task.key));
  const ruled = plan.order.map(pairOf);
  const names = new Set(ruled.map((pair) => `${pair.later} ${pair.earlier}`));
  const waits = tasks
    .flatMap((task) => task.dependsOn.map((key): Pair => ({ id: 'order', later: task.key, earlier: key })))
    .filter((pair) => !names.has(`${pair.later} ${pair.earlier}`));
  const backwards = plan.phases.flatMap((phase) => phase.windows.flatMap(closedBeforeItOpens));
  const pairs = [...ruled, ...waits].filter((pair) => !skipped.has(pair.later) && !skipped.has(pair.earlier));
  return [...pairs.flatMap((pair) => wrongOrder(pair, dates, known)), ...backwards];
}

function pairOf(rule: OrderRule): Pair {
  switch (rule.kind) {
    case 'output-after-work':
      return { id: 'F3', later: rule.output, earlier: rule.work };
    case 'mailing-after-list':
      return { id: 'F4', later: rule.mailing, earlier: rule.list };
    case 'mailing-after-check':
      return { id: 'F5', later: rule.mailing, earlier: rule.check };
    default:
      return assertNever(rule);
  }
}

function wrongOrder(pair: Pair, dates: ReadonlyMap<string, PlannedDate>, known: Lint): readonly Finding[] {
  const later = dates.get(pair.later);
  const earlier = dates.get(pair.earlier);
  if (!later || !earlier || later.lost || earlier.lost || later.day >= earlier.day) return [];
  const atRisk = pair.id === 'F5' && known.atRisk !== undefined ? { atRisk: known.atRisk } : {};
  return [
    {
      id: pair.id,
      severity: pair.id === 'F5' ? 'warning' : 'error',
      where: pair.later,
      dates: [later.day, earlier.day],
      facts: { later: pair.later, laterDay: later.day, earlier: pair.earlier, earlierDay: earlier.day, ...atRisk },
      proposal: earlier.day,
    },
  ];
}

function closedBeforeItOpens(window: {
  readonly opens: PlannedDate;
  readonly closes: PlannedDate;
}): readonly Finding[] {
  const { opens, closes } = window;
  if (closes.lost || opens.lost || closes.day >= opens.day) return [];
  const facts = { opensDay: opens.day, closesDay: closes.day };
  return [
    {
      id: 'window-backwards',
      severity: 'error',
      where: closes.key,
      dates: [closes.day, opens.day],
      facts,
      proposal: opens.day,
    },
  ];
}
