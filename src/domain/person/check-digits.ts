const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1] as const;
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1] as const;

/** How eleven digits stand to the two modulus-11 checks: right today, right only by the rule from 2032, or wrong. */
export type CheckDigits = 'right' | 'right-from-2032' | 'wrong';

/** Judges both check digits. From 2032 a first remainder of 0–3 is valid, the second stays 0 (population register, PID). */
export function judgeCheckDigits(text: string): CheckDigits {
  if (remainder(text, secondWeights) !== 0) return 'wrong';
  const first = remainder(text, firstWeights);
  if (first === 0) return 'right';
  return first <= 3 ? 'right-from-2032' : 'wrong';
}

function remainder(text: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * Number(text[place]), 0) % 11;
}
