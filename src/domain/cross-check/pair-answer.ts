/** What a person says of a pair. */
export const pairAnswers = ['same', 'not-same'] as const;
export type PairAnswer = (typeof pairAnswers)[number];
