import type { Language } from '#domain/language.ts';

/** A text the plan or the template carries in every language the service speaks. */
export type Title = Readonly<Record<Language, string>>;
