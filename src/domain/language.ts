/** Bokmål, nynorsk, English: what pages and commands speak. A person's own language form is nb or nn. */
export const languages = ['nb', 'nn', 'en'] as const;
export type Language = (typeof languages)[number];
