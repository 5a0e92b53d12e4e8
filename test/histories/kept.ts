import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { temporal } from '@temporalio/proto';

export type History = temporal.api.history.v1.IHistory;
export interface KeptHistory {
  /** `youth-1`, `youth-2`: the runs of one workflow in order. */
  readonly name: string;
  readonly history: History;
  /** As it is written, for those who want to change it. */
  readonly text: string;
}

const folder = new URL('./runs/', import.meta.url);

export const keptHistories = (): readonly KeptHistory[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => read(file.replace('.json', ''), readFileSync(new URL(file, folder), 'utf8')));

export const read = (name: string, text: string): KeptHistory => ({
  name,
  text,
  history: historyFromJSON(JSON.parse(text)),
});

/** Keeps a history without what tells of the machine it was made on. */
export function keep(name: string, history: History): void {
  mkdirSync(folder, { recursive: true });
  const plain = JSON.stringify(JSON.parse(historyToJSON(history)), withoutMachine);
  writeFileSync(new URL(`${name}.json`, folder), `${plain}\n`);
}

const withoutMachine = (key: string, value: unknown): unknown => (key === 'identity' ? 'test' : value);
