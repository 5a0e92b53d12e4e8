import type { ListedPerson } from '#domain/cross-check/person.ts';

/** A row's name as the list writes it, in one line. */
export const nameIn = ({ fullName, firstName, middleName, lastName }: ListedPerson): string =>
  fullName ?? [firstName, middleName, lastName].filter((part) => part !== undefined && part !== '').join(' ');
