import { Worker } from 'node:worker_threads';
import type { LetterPress, Pressed, PressJob } from '#ports/letter-press.ts';
import { letterPress } from './press.ts';

/** So many letters go to a hand at a time: small, so that all hands end together. */
const atOnce = 5;

/**
 * The press with more hands than one, threads that run `hand.ts` as it is built. A letter takes a hundredth of a second in which its thread does nothing
 * else, so this also keeps the pages from waiting. A hand is hired when there is work for it, and keeps no process alive.
 */
export function manyHands(program: string | URL, most: number): LetterPress {
  const hands = handPool(program, most);
  const own = letterPress();
  return {
    press: async (jobs) => {
      const heaps = Array.from({ length: Math.ceil(jobs.length / atOnce) }, (_, index) =>
        jobs.slice(index * atOnce, (index + 1) * atOnce),
      );
      return (await Promise.all(heaps.map((heap) => hands(heap)))).flat();
    },
    bind: own.bind,
  };
}

type Answer = { readonly pressed: readonly Pressed[] } | { readonly failed: string };
type Press = (jobs: readonly PressJob[]) => Promise<readonly Pressed[]>;

/** Gives a heap to a hand that is free; waits for one where all are busy. */
function handPool(program: string | URL, most: number): Press {
  const idle: Worker[] = [];
  const waiting: ((hand: Worker | undefined) => void)[] = [];
  let hired = 0;
  const free = async (): Promise<Worker> => {
    const ready = idle.pop();
    if (ready) return ready;
    if (hired >= most) {
      const given = await new Promise<Worker | undefined>((resolve) => waiting.push(resolve));
      if (given) return given;
    }
    hired += 1;
    // Not with the program's own flags: a loader among them would be loaded twice, and wait for itself.
    return new Worker(program, { execArgv: [] });
  };
  const giveBack = (hand: Worker | undefined) => {
    if (!hand) hired -= 1;
    const next = waiting.shift();
    if (next) next(hand);
    else if (hand) idle.push(hand);
  };
  return async (jobs) => {
    const hand = await free();
    hand.ref();
    const answer = await answerOf(hand, jobs);
    hand.unref();
    giveBack('died' in answer ? undefined : hand);
    if ('pressed' in answer) return answer.pressed;
    throw 'died' in answer ? answer.died : new Error(answer.failed);
  };
}

function answerOf(hand: Worker, jobs: readonly PressJob[]): Promise<Answer | { readonly died: Error }> {
  return new Promise((resolve) => {
    const settle = (answer: Answer | { readonly died: Error }) => {
      hand.off('message', settle).off('error', broke).off('exit', left);
      resolve(answer);
    };
    const broke = (cause: Error) => settle({ died: new Error('a hand of the press died', { cause }) });
    const left = () => settle({ died: new Error('a hand of the press left') });
    hand.on('message', settle).on('error', broke).on('exit', left);
    hand.postMessage(jobs);
  });
}
