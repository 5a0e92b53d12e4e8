import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely';
import type { Count, Template, Words } from '#domain/plan/template.ts';
import type { Campaigns } from '#ports/campaigns.ts';
import type { Channels } from '#ports/channel.ts';
import type { CrossChecks } from '#ports/cross-checks.ts';
import type { Intakes } from '#ports/intakes.ts';
import type { MessageFactsBook } from '#ports/message-facts.ts';
import type { MessageWriter } from '#ports/message-writer.ts';
import type { Register } from '#ports/register.ts';
import type { Runs } from '#ports/runs.ts';
import type { Templates } from '#ports/templates.ts';
import type { isLeft, leftOf } from '#store/conditions/left.ts';
import type { Tables } from '#store/schema.ts';

/** The tables, to be asked and never written. */
export type Tabled = Kysely<Tables>;

/** A condition on a youth's case, to be put into any question. */
export type CaseRule = (where: ExpressionBuilder<Tables, 'youth_case'>) => Expression<SqlBool>;

/** What the questions need beside the tables. */
export interface ViewPorts {
  /** The real clock, UTC ms. */
  readonly now: () => number;
  /** A note as it was written. */
  readonly openText: (sealed: string) => string;
  readonly runs: Pick<Runs, 'clock' | 'planVersion'>;
  readonly register: Pick<Register, 'readPersonOf'>;
  /** The blind index of a national id: the same number gives the same index. */
  readonly indexOf: (nationalId: string) => string;
  readonly intakes: Pick<Intakes, 'preview'>;
  readonly campaigns: Pick<Campaigns, 'settings'>;
  readonly channels: Channels;
  /** Templates of letters and SMS. */
  readonly messages: Pick<Templates, 'newestOfEach'>;
  readonly messageFacts: MessageFactsBook;
  readonly messageWriter: Pick<MessageWriter, 'values'>;
  readonly crossChecks: Pick<CrossChecks, 'rows'>;
  /** Which cases a counter counts: the store's own rule, so that what is frozen and what is shown are one. */
  readonly isCounted: (count: Count) => CaseRule;
  /** How many are left of some conditions, by whose they are, and which: the store's own questions, as the engine hears them. */
  readonly conditions: {
    readonly leftOf: typeof leftOf;
    readonly isLeft: typeof isLeft;
  };
  /** Cases somebody must have an eye on: the store's own rule, as sharing out takes them. */
  readonly isOpenCase: CaseRule;
  /** What the counters are called. */
  readonly countNames: Readonly<Record<Count, Words>>;
  /** What a year can be started from. */
  readonly templates: readonly Template[];
}

/** What every question is asked with. */
export interface Asking {
  readonly db: Tabled;
  readonly ports: ViewPorts;
}
