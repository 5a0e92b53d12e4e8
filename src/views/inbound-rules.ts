import { type ExpressionBuilder, sql } from 'kysely';
import { ownersFor } from '#domain/access/actor.ts';
import type { Tables } from '#store/schema.ts';
import type { InboundShow } from './answers/inbound.ts';
import type { InboundAsk } from './inbound-ask.ts';
import { reachOf, within } from './reach.ts';

export type WhereReply = ExpressionBuilder<Tables, 'inbound'>;

/** Nobody among those it could be from is out of the reader's reach. */
export const isSeen =
  ({ actor }: Pick<InboundAsk, 'actor'>) =>
  (where: WhereReply) =>
    where.not(
      where.exists(
        where
          .selectFrom('inbound_candidate')
          .innerJoin('youth_case', 'youth_case.case_id', 'inbound_candidate.case_id')
          .select('youth_case.case_id')
          .whereRef('inbound_candidate.inbound_id', '=', 'inbound.inbound_id')
          // `as`: a rule on a case may stand in any question that has the case in it. Nobody's case gives no answer, which is no yes.
          .where(
            (inner) =>
              sql<boolean>`(${within(reachOf(actor))(inner as unknown as ExpressionBuilder<Tables, 'youth_case'>)}) is not true`,
          ),
      ),
    );

/** Forwarded is what the reader's own youths have said and nobody has dealt with. */
export function isShown(
  show: InboundShow,
  { actor }: Pick<InboundAsk, 'actor'>,
): (where: WhereReply) => ReturnType<WhereReply['and']> {
  const owners = ownersFor(actor);
  return (where) => {
    switch (show) {
      case 'waiting':
        return where.and([where('inbound.state', '=', 'waiting')]);
      case 'not-passed-on':
        return where.or([
          where('inbound.state', '=', 'waiting'),
          where.and([
            where('inbound.state', '=', 'registered'),
            where('inbound.done_at', 'is', null),
            where.exists(ownCase(where).where('own.caseworker_id', 'is', null)),
          ]),
        ]);
      case 'registered':
        return where.and([where('inbound.state', '=', 'registered')]);
      case 'set-aside':
        return where.and([where('inbound.state', '=', 'set-aside')]);
      case 'forwarded':
        return where.and([
          where('inbound.state', '=', 'registered'),
          where('inbound.done_at', 'is', null),
          where.exists(ownCase(where).where('own.caseworker_id', 'in', [...owners])),
        ]);
    }
  };
}

const ownCase = (where: WhereReply) =>
  where.selectFrom('youth_case as own').select('own.case_id').whereRef('own.case_id', '=', 'inbound.case_id');

/** Of the youth whose it is, or else of the first it could be from: as the register counts what is not passed on. */
export const isOfUnit =
  ({ unit }: Pick<InboundAsk, 'unit'>) =>
  (where: WhereReply) =>
    unit === undefined
      ? where.val(true)
      : where.exists(
          where
            .selectFrom('youth_case as first')
            .select('first.case_id')
            .where('first.unit_id', '=', unit)
            .where(
              'first.case_id',
              '=',
              sql<string>`coalesce(inbound.case_id, (select min(could.case_id) from inbound_candidate could
                where could.inbound_id = inbound.inbound_id))`,
            ),
        );
