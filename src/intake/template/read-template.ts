import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Facts, Fault } from '#domain/outcome.ts';
import type { Template } from '#domain/plan/template.ts';
import { shown } from '../fault.ts';
import { templateSchema } from './template-schema.ts';

export type ReadTemplate =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const limit = 1024 * 1024;
/** A template repeats little; more aliases than this is a file made to swell. */
const aliases = 50;

/** Reads a plan template or old sheet in YAML; every fault with its line and path, and nothing thrown whatever the bytes are. */
export function readTemplate(bytes: Uint8Array): ReadTemplate {
  if (bytes.byteLength === 0) return refused('template.empty', '1', '');
  if (bytes.byteLength > limit) return refused('template.tooLarge', '1', String(bytes.byteLength), { limit });
  const text = decoded(bytes);
  if (text === undefined) return refused('template.notUtf8', '1', '');
  const parsed = parsedYaml(text);
  if ('faults' in parsed) return { ok: false, faults: parsed.faults };
  const read = templateSchema.safeParse(parsed.value);
  if (read.success) return { ok: true, template: read.data };
  const faults = read.error.issues.flatMap((issue) => faultsOf(issue, parsed));
  return { ok: false, faults: faults.slice(0, 200) };
}

const refused = (code: string, place: string, found: string, facts?: Facts): ReadTemplate => ({
  ok: false,
  faults: [{ code, place, found: shown(found), ...(facts ? { facts } : {}) }],
});

function decoded(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

interface Parsed {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly value: unknown;
}

function parsedYaml(text: string): Parsed | { readonly faults: readonly Fault[] } {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'silent',
      schema: 'core',
    });
    const wrong = [...document.errors, ...document.warnings].slice(0, 20).map((error): Fault => {
      const { line, col } = lines.linePos(error.pos[0]);
      const found = text.slice(error.pos[0], error.pos[0] + 60);
      return { code: 'template.yaml', place: `${line}:${col}`, found: shown(found), facts: { problem: error.code } };
    });
    if (wrong.length > 0) return { faults: wrong };
    return { document, lines, value: document.toJS({ maxAliasCount: aliases }) };
  } catch (cause) {
    // The parser throws on two kinds of hostile files only: too many aliases, and nesting deeper than the stack.
    const code = cause instanceof ReferenceError ? 'template.swells' : 'template.tooDeep';
    return { faults: [{ code, place: '1', found: '', facts: { limit: aliases } }] };
  }
}

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue, parsed: Parsed): readonly Fault[] {
  if (issue.code === 'invalid_union') return unionFaults(issue, parsed);
  const value = parsed.document.getIn(issue.path.map(step));
  const place = placeOf(issue.path, parsed);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      code: 'template.unknownKey',
      place: placeOf([...issue.path, key], parsed),
      found: shown(key),
    }));
  const found = value === undefined || (typeof value === 'object' && value !== null) ? '' : shown(String(value));
  return [{ place, found, ...codeOf(issue, value === undefined) }];
}

/** Of the ways that did not fit, the one with fewest faults is what the writer most likely meant. */
function unionFaults(issue: Extract<Issue, { code: 'invalid_union' }>, parsed: Parsed): readonly Fault[] {
  const [closest] = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length);
  if (!closest?.length) return [{ code: 'template.notOneOf', place: placeOf(issue.path, parsed), found: '' }];
  return closest.flatMap((inner) => faultsOf({ ...inner, path: [...issue.path, ...inner.path] } as Issue, parsed));
}

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

/** `12:7 phases[1].tasks[0].due`: line and column, then the path. */
function placeOf(path: readonly PropertyKey[], { document, lines }: Parsed): string {
  let at: unknown;
  for (let length = path.length; length >= 0 && !isPlaced(at); length -= 1)
    at = length === 0 ? document.contents : document.getIn(path.slice(0, length).map(step), true);
  const { line, col } = lines.linePos(isPlaced(at) ? at.range[0] : 0);
  const name = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
  return name === '' ? `${line}:${col}` : `${line}:${col} ${name}`;
}

const isPlaced = (node: unknown): node is { readonly range: readonly [number, number, number] } =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
