import type { PhoneNumber } from '#views/answers/phone.ts';

/** A mobile `680 53 573`, a fixed line `57 86 12 34`; a number from abroad as it is. */
export function shownNumber({ number, kind }: Pick<PhoneNumber, 'number' | 'kind'>): string {
  const digits = /^\+47(\d{8})$/.exec(number)?.[1];
  if (digits === undefined) return number;
  return kind === 'mobile'
    ? `${digits.slice(0, 3)} ${digits.slice(3, 5)} ${digits.slice(5)}`
    : digits.replace(/(\d\d)(?=\d)/g, '$1 ');
}

/** Where only mobiles are kept. */
export const shownMobile = (number: string): string => shownNumber({ number, kind: 'mobile' });
