import { type Document, isMap, isScalar, LineCounter, parseDocument, type Scalar, visit } from 'yaml';
import type { z } from 'zod';
import type { Facts, Fault } from '#domain/outcome.ts';
import type { Template } from '#domain/plan/template.ts';
import { shown } from '../fault.ts';
import { datedPlanSchema, planIn } from './dated-plan.ts';
import { templateSchema } from './template-schema.ts';

export type ReadTemplate =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const limit = 1024 * 1024;
/** A template repeats little; more aliases than this is a file made to swell. */
const aliases = 50;
/** A page of faults is enough to begin mending. */
const most = 50;

/** Reads a plan template, an old sheet or a rolled plan in YAML or JSON; every fault with its line and path, and nothing thrown whatever the bytes are. */
export function readTemplate(bytes: Uint8Array): ReadTemplate {
  if (bytes.byteLength === 0) return refused('template.empty', '1', '');
  if (bytes.byteLength > limit) return refused('template.tooLarge', '1', String(bytes.byteLength), { limit });
  const text = decoded(bytes);
  if (text === undefined) return refused('template.notUtf8', '1', beginningOf(new TextDecoder('latin1').decode(bytes)));
  const parsed = parsedYaml(text);
  if ('faults' in parsed) return { ok: false, faults: parsed.faults };
  const dated = planIn(parsed.value);
  const read = dated ? datedPlanSchema.safeParse(dated.plan) : templateSchema.safeParse(parsed.value);
  if (read.success) return { ok: true, template: read.data };
  const faults = read.error.issues.slice(0, most).flatMap((issue) => faultsOf(issue, parsed, dated?.above));
  return { ok: false, faults: faults.slice(0, most) };
}

const refused = (code: string, place: string, found: string, facts?: Facts): ReadTemplate => ({
  ok: false,
  faults: [{ code, place, found: shown(found), ...(facts ? { facts } : {}) }],
});

/** Enough of the file to know it by. */
const beginningOf = (text: string): string => text.slice(0, 60);

function decoded(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

interface Parsed {
  readonly text: string;
  readonly document: Document;
  readonly lines: LineCounter;
  readonly value: unknown;
}

function parsedYaml(text: string): Parsed | { readonly faults: readonly Fault[] } {
  const lines = new LineCounter();
  const beginning = shown(beginningOf(text));
  if (isDeep(text)) return { faults: [{ code: 'template.tooDeep', place: '1', found: beginning }] };
  try {
    // Keys are compared below: the parser compares each with all others, and a large file would take minutes.
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'error',
      schema: 'core',
      uniqueKeys: false,
    });
    const place = (at: number): string => `${lines.linePos(at).line}:${lines.linePos(at).col}`;
    const wrong = [...document.errors, ...document.warnings].map((error): Fault => {
      const found = shown(text.slice(error.pos[0], error.pos[0] + 60));
      return { code: 'template.yaml', place: place(error.pos[0]), found, facts: { problem: error.code } };
    });
    const twice = keysTwice(document).map(
      (key): Fault => ({
        code: 'template.keyTwice',
        place: place(key.range?.[0] ?? 0),
        found: shown(String(key.value)),
      }),
    );
    if (wrong.length + twice.length > 0) return { faults: [...wrong, ...twice].slice(0, most) };
    return { text, document, lines, value: document.toJS({ maxAliasCount: aliases }) };
  } catch (cause) {
    // The parser throws on two kinds of hostile files only: too many aliases, and nesting deeper than the stack.
    const code = cause instanceof ReferenceError ? 'template.swells' : 'template.tooDeep';
    return { faults: [{ code, place: '1', found: beginning, facts: { limit: aliases } }] };
  }
}

/** A template is eight levels deep; two hundred is a file made to exhaust the parser. */
function isDeep(text: string): boolean {
  let level = 0;
  for (const mark of text) {
    if (mark === '[' || mark === '{') level += 1;
    else if (mark === ']' || mark === '}') level -= 1;
    if (level > 200) return true;
  }
  return /(?:[-?:][ \t]+){200}/.test(text);
}

function keysTwice(document: Document): readonly Scalar[] {
  const found: Scalar[] = [];
  visit(document, {
    Map: (_, map) => {
      const keys = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value)) found.push(key);
        keys.add(key.value);
      }
    },
  });
  return found;
}

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue, parsed: Parsed, above: readonly PropertyKey[] = []): readonly Fault[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union') return unionFaults(issue, parsed, path);
  const value = parsed.document.getIn(path.map(step));
  const place = placeOf(path, parsed);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, most).map((key) => ({
      code: 'template.unknownKey',
      place: placeOf([...path, key], parsed),
      found: shown(key),
    }));
  return [{ place, found: foundAt(path, parsed), ...codeOf(issue, value === undefined) }];
}

/** What stands there, as it is written; empty where nothing does. */
function foundAt(path: readonly PropertyKey[], { document, text }: Parsed): string {
  const node = path.length === 0 ? document.contents : document.getIn(path.map(step), true);
  if (isScalar(node)) return shown(String(node.value));
  return isPlaced(node) ? shown(text.slice(node.range[0], Math.min(node.range[1], node.range[0] + 200))) : '';
}

/** Of the ways that did not fit, the one with fewest faults is what the writer most likely meant. */
function unionFaults(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  parsed: Parsed,
  path: readonly PropertyKey[],
): readonly Fault[] {
  const [closest] = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length);
  if (!closest?.length)
    return [
      {
        code: 'template.notOneOf',
        place: placeOf(path, parsed),
        found: foundAt(path, parsed),
        facts: optionsOf(issue),
      },
    ];
  return closest.flatMap((inner) => faultsOf(inner, parsed, path));
}

const optionsOf = (issue: Extract<Issue, { code: 'invalid_union' }>): Facts => ({
  wanted: 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [issue.discriminator ?? ''],
});

const depth = (issues: readonly Issue[]): number => Math.max(0, ...issues.map((issue) => issue.path.length));

function codeOf(issue: Issue, missing: boolean): { readonly code: string; readonly facts?: Facts } {
  if (missing && issue.code !== 'custom') return { code: 'template.missing' };
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'template.wrongType', facts: { wanted: issue.expected } };
    case 'invalid_value':
      return { code: 'template.notOneOf', facts: { wanted: issue.values.map(String) } };
    case 'too_big':
      return { code: 'template.tooMuch', facts: { wanted: Number(issue.maximum) } };
    case 'too_small':
      return { code: 'template.tooLittle', facts: { wanted: Number(issue.minimum) } };
    case 'invalid_format':
      return { code: 'template.wrongForm', facts: { wanted: issue.pattern ?? issue.format } };
    case 'custom':
      return { code: typeof issue.params?.code === 'string' ? issue.params.code : 'template.wrongForm' };
    default:
      return { code: 'template.wrongForm' };
  }
}

const step = (part: PropertyKey): string | number => (typeof part === 'number' ? part : String(part));

/** `12:7 phases[1].tasks[0].due`: line and column of the key, or of what should have held it; then the path. */
function placeOf(path: readonly PropertyKey[], { document, lines }: Parsed): string {
  let at = 0;
  for (let length = 1; length <= path.length; length += 1) {
    const inside = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1).map(step), true);
    const last = path[length - 1];
    const pair = isMap(inside)
      ? inside.items.find(({ key }) => isScalar(key) && String(key.value) === last)
      : undefined;
    const node = pair ? pair.key : document.getIn(path.slice(0, length).map(step), true);
    if (isPlaced(node)) at = node.range[0];
  }
  const { line, col } = lines.linePos(at);
  const name = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
  return name === '' ? `${line}:${col}` : `${line}:${col} ${name}`;
}

const isPlaced = (node: unknown): node is { readonly range: readonly [number, number, number] } =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
