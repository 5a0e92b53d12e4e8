import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';
import { type DirectedGraphNode, toDirectedGraph } from 'xstate/graph';
import { ordersOf } from './explore.ts';

/** A machine as a page: what it is for, its drawing, and what its orders are. Made from the machine alone. */
export function draw(machine: AnyStateMachine, title: string, about: string): string {
  const graph = toDirectedGraph(machine);
  const orders = ordersOf(machine);
  return [
    `# ${title}`,
    '',
    about,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...(machine.root.type === 'parallel' ? boxOf(graph, orders) : inside(graph, orders)).map((line) => `  ${line}`),
    '```',
    '',
    ...(orders.length > 0 ? [`Orders it gives: ${orders.map((order) => `\`${order}\``).join(', ')}.`, ''] : []),
    'What only notes something and stays where it is, is left out.',
    'Drawn from the machine by `AARSHJUL_DRAW=1 npx vitest run test/machines/drawings.test.ts`; do not edit by hand.',
    '',
  ].join('\n');
}

/** Of a box with states in it: where it begins, its states, and the ways between them. */
function inside(node: DirectedGraphNode, orders: readonly string[]): readonly string[] {
  const { id, type, initial } = node.stateNode;
  const first = initial?.target?.[0];
  const own = waysOf(node, orders);
  return [
    ...(type === 'parallel' || !first ? [] : [`[*] --> ${nameOf(first.id)}`]),
    ...node.children.flatMap((child, index) => [
      ...(type === 'parallel' && index > 0 ? ['--'] : []),
      ...boxOf(child, orders),
    ]),
    ...(own.inside.length > 0 ? [`state "any of these" as ${nameOf(id)}_any`, ...own.inside] : []),
    ...node.children.flatMap((child) => waysOf(child, orders).outside),
  ];
}

function boxOf(node: DirectedGraphNode, orders: readonly string[]): readonly string[] {
  const { key, id } = node.stateNode;
  const head = `state "${key}" as ${nameOf(id)}`;
  return node.children.length === 0 ? [head] : [`${head} {`, ...inside(node, orders).map((line) => `  ${line}`), '}'];
}

interface Way {
  readonly source: AnyStateNode;
  readonly target: AnyStateNode;
  readonly transition: AnyTransitionDefinition;
}

/** Ways from a state; those that lead into its own box begin at "any of these", since a drawing cannot show them otherwise. */
function waysOf({ stateNode, edges }: DirectedGraphNode, orders: readonly string[]) {
  const atOnce = (stateNode.always ?? []).flatMap((transition) =>
    (transition.target ?? []).map((target): Way => ({ source: stateNode, target, transition })),
  );
  const ways = [...atOnce, ...edges].filter(
    ({ source, target, transition }) => source !== target || ordersIn(transition, orders).length > 0,
  );
  const leadsInside = ({ target }: Way): boolean => target.id.startsWith(`${stateNode.id}.`);
  const lines = (some: readonly Way[], from: string) => [
    ...new Set(some.map((way) => `${from} --> ${nameOf(way.target.id)}${wordsOf(way.transition, orders)}`)),
  ];
  return {
    inside: lines(ways.filter(leadsInside), `${nameOf(stateNode.id)}_any`),
    outside: lines(
      ways.filter((way) => !leadsInside(way)),
      nameOf(stateNode.id),
    ),
  };
}

const ordersIn = ({ actions }: AnyTransitionDefinition, orders: readonly string[]): readonly string[] =>
  actions.map(nameIn).filter((name) => orders.includes(name));

function wordsOf(transition: AnyTransitionDefinition, orders: readonly string[]): string {
  const guard = nameIn(transition.guard);
  const given = ordersIn(transition, orders);
  const words = [
    String(transition.eventType),
    guard === '' ? '' : `[${guard}]`,
    given.length > 0 ? `/ ${given.join(', ')}` : '',
  ].filter((word) => word !== '');
  return words.length > 0 ? `: ${words.join(' ')}` : '';
}

/** An action's or guard's name. */
function nameIn(thing: unknown): string {
  if (typeof thing === 'string') return thing;
  if (typeof thing === 'function') throw new Error('a machine holds names only: this one has a guard written in place');
  if (typeof thing === 'object' && thing !== null && 'type' in thing) return String(thing.type);
  return '';
}

const nameOf = (id: string): string => id.replaceAll('.', '_');
