import type { Asked } from './asked.ts';

/** A number with decimals as the reader writes it: `0,6`, in English `0.6`. */
export const decimalIn = ({ language }: Pick<Asked, 'language'>, n: number, digits: number): string =>
  language === 'en' ? n.toFixed(digits) : n.toFixed(digits).replace('.', ',');
