import type { Asked } from './asked.ts';
import { decimalIn } from './decimal.ts';

/** Long work as a reader sees it: a bar with rate and time left on a terminal, a plain line now and then elsewhere. */
export interface Progress {
  readonly at: (done: number, total: number) => void;
  readonly end: () => void;
}

const redrawEvery = 100;
const plainLineEvery = 5_000;
const barWidth = 24;

export function startProgress(asked: Asked, what: string, now: () => number = Date.now): Progress {
  const { stderr } = asked.streams;
  const isTerminal = stderr.isTTY === true && asked.streams.env.TERM !== 'dumb';
  const began = now();
  let first: number | undefined;
  let said = isTerminal ? 0 : began;
  let wasDrawn = false;
  const sentence = (done: number, total: number) => {
    const seconds = (now() - began) / 1000;
    const rate = seconds > 0 ? (done - (first ?? 0)) / seconds : 0;
    const left = rate > 0 ? Math.ceil((total - done) / rate) : undefined;
    const facts = { what, done, total, rate: decimalIn(asked, rate, rate < 10 ? 1 : 0) };
    return left === undefined
      ? asked.t('progress.begun', facts)
      : asked.t('progress.going', { ...facts, left: clock(left) });
  };
  return {
    at: (done, total) => {
      first ??= done;
      if (now() - said < (isTerminal ? redrawEvery : plainLineEvery)) return;
      said = now();
      wasDrawn = true;
      const text = sentence(done, total);
      if (isTerminal) stderr.write(`\r\u001B[K${bar(done, total)} ${text}`);
      else asked.say(text);
    },
    end: () => {
      if (isTerminal && wasDrawn) stderr.write('\r\u001B[K');
    },
  };
}

function bar(done: number, total: number): string {
  const filled = total > 0 ? Math.min(barWidth, Math.round((done / total) * barWidth)) : 0;
  return `[${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}]`;
}

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
