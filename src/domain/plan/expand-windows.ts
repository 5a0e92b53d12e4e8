import type { Anchor, DateRule, OrderRule, PhaseRule, TaskRule, Template, Words } from './template.ts';

/** A task of one window, with the key the rest of the plan knows it by. */
export interface KeyedTask {
  readonly key: string;
  readonly rule: TaskRule;
  readonly window?: string;
}

export interface KeyedPhase {
  readonly rule: PhaseRule;
  readonly tasks: readonly KeyedTask[];
}

export interface KeyedTemplate {
  readonly phases: readonly KeyedPhase[];
  readonly anchors: readonly Anchor[];
  readonly order: readonly OrderRule[];
}

interface Variant {
  readonly key: string;
  readonly family?: string;
  readonly window?: string;
}

/** Writes out the tasks that stand once for each window of their phase, and everything that points to them. */
export function expandWindows(template: Template): KeyedTemplate {
  const families = familiesOf(template);
  const variants = (key: string): readonly Variant[] => families.get(key) ?? [{ key }];
  const keysOf = (key: string): readonly string[] => variants(key).map((variant) => variant.key);
  return {
    phases: template.phases.map((phase) => ({
      rule: phase,
      tasks: phase.tasks.flatMap((task) => keyedTasks(phase, task, variants)),
    })),
    anchors: template.anchors.map((anchor) =>
      anchor.kind === 'completion' ? { ...anchor, of: anchor.of.flatMap(keysOf) } : anchor,
    ),
    order: template.order.flatMap((rule) => orderRules(rule, variants)),
  };
}

type Variants = (key: string) => readonly Variant[];

function familiesOf(template: Template): ReadonlyMap<string, readonly Variant[]> {
  const found = new Map<string, readonly Variant[]>();
  for (const phase of template.phases)
    for (const { id, eachWindow } of phase.tasks) {
      const key = `${phase.id}.${id}`;
      if (eachWindow)
        found.set(
          key,
          eachWindow.map((window) => ({ key: `${key}-${window}`, family: phase.id, window })),
        );
    }
  return found;
}

function keyedTasks(phase: PhaseRule, task: TaskRule, variants: Variants): readonly KeyedTask[] {
  return variants(`${phase.id}.${task.id}`).map((self) => {
    const window = phase.windows.find(({ id }) => id === self.window);
    const track = task.track ?? window?.track;
    return {
      key: self.key,
      rule: {
        ...task,
        title: window?.title === undefined ? task.title : inWindowTitle(task.title, window.title),
        ...(track === undefined ? {} : { track }),
        due: inWindow(task.due, self),
        dependsOn: task.dependsOn.flatMap((key) => alike(self, variants(key)).map((variant) => variant.key)),
      },
      ...(self.window === undefined ? {} : { window: self.window }),
    };
  });
}

/** Two tasks that do the same in two windows are told apart by their names, wherever they stand. */
const inWindowTitle = (task: Words, window: Words): Words => ({
  nb: `${task.nb} – ${window.nb}`,
  nn: `${task.nn} – ${window.nn}`,
  en: `${task.en} – ${window.en}`,
});

/** The one of the same window (of the same phase, or a window called the same in another); else all of them. */
function alike(self: Variant, others: readonly Variant[]): readonly Variant[] {
  const same = others.filter((other) => self.window !== undefined && other.window === self.window);
  return same.length > 0 ? same : others.filter((other) => other.family === undefined || other.family !== self.family);
}

function inWindow(rule: DateRule, self: Variant): DateRule {
  if (rule.kind !== 'offset' || self.window === undefined || !rule.anchor.startsWith('window.')) return rule;
  return { ...rule, anchor: `${self.family}.${self.window}.${rule.anchor.slice('window.'.length)}` };
}

function orderRules(rule: OrderRule, variants: Variants): readonly OrderRule[] {
  switch (rule.kind) {
    case 'output-after-work':
      return variants(rule.output).flatMap((output) =>
        alike(output, variants(rule.work)).map((work) => ({ ...rule, output: output.key, work: work.key })),
      );
    case 'mailing-after-list':
      return variants(rule.mailing).flatMap((mailing) =>
        alike(mailing, variants(rule.list)).map((list) => ({ ...rule, mailing: mailing.key, list: list.key })),
      );
    case 'mailing-after-check':
      return variants(rule.mailing).flatMap((mailing) =>
        alike(mailing, variants(rule.check)).map((check) => ({ ...rule, mailing: mailing.key, check: check.key })),
      );
  }
}
