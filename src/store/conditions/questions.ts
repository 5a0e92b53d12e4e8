import { expressionBuilder, sql } from 'kysely';
import type { Condition } from '#domain/plan/condition.ts';
import { isCounted } from '../counting.ts';
import type { Tables } from '../schema.ts';
import { cardsLeft } from './cards-left.ts';
import { type CaseRule, type Question, youths } from './question.ts';
import { repliesLeft } from './replies-left.ts';
import { staleLeft } from './stale-left.ts';
import { getsStandardLetter } from './standard-letter.ts';

/** One question for each condition the register answers: number and list both come of it. A new one is an entry here. */
export const questions: Readonly<Record<Condition, Question>> = {
  'transfer-list-applied': {
    about: 'others',
    rows: ({ runId }) => sql`
      select null::text as case_id, null::text as staff_id, null::text as unit_id, listed ->> 'id' as track
      from run, jsonb_array_elements(inputs -> 'template' -> 'tracks') as listed
      where run_id = ${runId} and not exists (select from youth_case where youth_case.run_id = ${runId}
        and youth_case.track = listed ->> 'id' and on_list and intake_id is not null)`,
  },
  'no-youth-without-choice': youths((where) =>
    where.and([isCounted('transferCode')(where), where('choice', 'is', null)]),
  ),
  'no-own-contact-without-status': youths((where) =>
    where.and([isCounted('transferCode')(where), where('choice', '=', 'own-contact')]),
  ),
  // Chosen to go back and not yet coded, or coded and not yet sent.
  'every-return-sent': youths((where) =>
    where.or([
      where.and([isCounted('transferCode')(where), where('choice', '=', 'return')]),
      where('return_state', '=', 'queued'),
    ]),
  ),
  // Pairs of which nobody has said whether they are one person.
  'no-uncertain-match': {
    about: 'others',
    rows: ({ runId }) => sql`
      select youth.case_id, null::text as staff_id, youth.unit_id, youth.track
      from cross_check_pair pair join youth_case youth on youth.case_id = pair.case_id join cross_check_list using (list_id)
      where cross_check_list.run_id = ${runId} and pair.band <> 'certain' and pair.decided is null`,
  },
  'no-stale-case-in-own-list': staleLeft,
  'no-transfer-code-uncoded': youths((where) => isCounted('transferCode')(where)),
  // As `lookAtLetters` has the domain say: what has not been looked at is not known to be without.
  'no-address-fault': youths((where) =>
    where.and([getsStandardLetter(where), where('case_id', 'not in', withoutAddressFault)]),
  ),
  'every-letter-handed-over': {
    about: 'others',
    rows: ({ runId }) =>
      toBeSent(runId, 'standard-letter', 'standardLetters', (where) =>
        where.and([isCounted('transferCode')(where), where('choice', '=', 'standard-letter')]),
      ),
  },
  'every-sms-handed-over': {
    about: 'others',
    rows: ({ runId }) =>
      toBeSent(runId, 'sms-round', 'smsSent', (where) =>
        where.and([isCounted('otuk')(where), where('has_mobile', '=', true)]),
      ),
  },
  'every-letter-coded': youths((where) =>
    where.and([isCounted('transferCode')(where), isCounted('standardLetters')(where)]),
  ),
  'every-reply-forwarded': repliesLeft,
  // A sending's list names those it could not reach, and a phone drive has a card for them: who is in neither is noted nowhere.
  'no-missing-mobile-unnoted': youths((where) =>
    where.and([
      isCounted('otuk')(where),
      where('has_mobile', '=', false),
      where('is_protected', '=', false),
      where('case_id', 'not in', namedWithoutMobile),
      where('case_id', 'not in', (from) => from.selectFrom('phone_card').select('phone_card.case_id')),
    ]),
  ),
  'no-card-uncalled': cardsLeft,
};

const namedWithoutMobile = sql<string>`(select case_id from campaign_recipient where reason = 'no-mobile')`;

const withoutAddressFault = sql<string>`(select case_id from letter_look where not has_fault)`;

/**
 * Of a plan's sending: who would get it and has had none, as long as no campaign of the plan is settled; then those of whom nobody can
 * tell. A campaign for some units or named youths does no task of the plan.
 */
const toBeSent = (runId: string, purpose: string, got: 'standardLetters' | 'smsSent', gets: CaseRule) => sql`
  select case_id, null::text as staff_id, unit_id, track from youth_case
  where run_id = ${runId} and not is_protected and ${gets(expressionBuilder<Tables, 'youth_case'>())}
    and not ${isCounted(got)(expressionBuilder<Tables, 'youth_case'>())}
    and not exists (select from campaign where campaign.run_id = ${runId} and ${ofThePlan(purpose)}
      and campaign.settled_at is not null and (filter -> 'tracks' is null or filter -> 'tracks' @> to_jsonb(track)))
  union select open.case_id, null::text, youth_case.unit_id, youth_case.track
  from campaign_recipient as open join campaign using (campaign_id) join youth_case on youth_case.case_id = open.case_id
  where campaign.run_id = ${runId} and ${ofThePlan(purpose)}
    and campaign.settled_at is not null and open.state in ('planned', 'handing-over', 'uncertain')`;

const ofThePlan = (purpose: string) => sql`purpose = ${purpose} and task_id is not null`;
