import type { CodingQuestion } from '../coding/questions.ts';
import type { ActivityKind, Reason, Statement } from '../coding/situation.ts';

/** A box on the form and what a tick says in the coding guide's own words. */
export type ReplyChoice =
  | { readonly says: 'activity'; readonly kind: ActivityKind | null }
  | { readonly says: 'reason'; readonly reason: Reason }
  | { readonly says: 'statement'; readonly statement: Statement };

export interface ReplyQuestion {
  readonly question: Extract<CodingQuestion, 'now' | 'contact'>;
  /** By the name of the box, in the order they are printed. */
  readonly choices: Readonly<Record<string, ReplyChoice>>;
}

const activity = (kind: ActivityKind | null): ReplyChoice => ({ says: 'activity', kind });
const reason = (which: Reason): ReplyChoice => ({ says: 'reason', reason: which });
const statement = (which: Statement): ReplyChoice => ({ says: 'statement', statement: which });

/**
 * The reply form's questions: those of the coding guide a youth can answer alone. Illness and childcare are asked about in a talk, not on
 * a sheet that lies about (domain notes §4.3); a tick is never a code by itself.
 */
export const replyQuestions = [
  {
    question: 'now',
    choices: {
      school: activity('school'),
      'private-school': activity('private-school'),
      apprentice: activity('apprentice'),
      work: activity('work'),
      measure: activity('measure'),
      nothing: activity(null),
      abroad: reason('abroad'),
      'moved-county': reason('moved-county'),
      military: reason('military'),
    },
  },
  {
    question: 'contact',
    choices: { yes: statement('wants-follow-up'), no: statement('no-to-ot') },
  },
] as const satisfies readonly ReplyQuestion[];

/** Days from the letter to the day an answer is asked for: the SMS round comes two weeks after the letters (process, phase 5). */
export const replyDays = 14;
