import { isCounted } from '../counting.ts';
import type { CaseRule } from './question.ts';

/** Chosen for the standard letter and not coded yet. Protected persons get no automatic letter at all: they are their caseworker's. */
export const getsStandardLetter: CaseRule = (where) =>
  where.and([
    isCounted('transferCode')(where),
    where('choice', '=', 'standard-letter'),
    where('is_protected', '=', false),
  ]);
