import { sql, type Transaction } from 'kysely';
import type { OpenOrder, Recorded, Reopening, Standing, Step } from '#domain/standing.ts';
import type { Database } from '../open.ts';
import type { Tables } from '../schema.ts';
import { project } from './project.ts';
import type { Projection } from './projection.ts';
import { fingerprint, statement } from './statement.ts';

/** Writes one step whole, or tells why it is there already. See `Recorded` for the three outcomes. */
export async function writeStep(db: Database, step: Step): Promise<Recorded> {
  const projection = project(db, step);
  if (!projection.afterwards && (await isWritten(db, step, projection))) return { outcome: 'written' };
  return db.transaction().execute((tx) => writeIn(tx, step));
}

/** Several steps in one transaction, in order. */
export async function writeSteps(db: Database, steps: readonly Step[]): Promise<readonly Recorded[]> {
  const [only, another] = steps;
  if (only && !another) return [await writeStep(db, only)];
  return db.transaction().execute(async (tx) => {
    const recorded: Recorded[] = [];
    for (const step of steps) recorded.push(await writeIn(tx, step));
    return recorded;
  });
}

/**
 * Most steps are the next one: they need no look before, for the journal takes no line that is there already or has no standing. False,
 * with nothing written, where it is not, or where the engine of `notIn` has the subject.
 */
export async function isWritten(db: Database, step: Step, projection: Projection, notIn?: string): Promise<boolean> {
  try {
    await statement(db, step, projection, notIn).execute(db);
    return true;
  } catch (cause) {
    // Nothing is written. Who looks first finds out why, and meets what stands against it for other reasons again.
    if (breaksIntegrity(cause)) return false;
    throw cause;
  }
}

/** Class 23 of SQL's states. */
const breaksIntegrity = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && cause.code.startsWith('23');

async function writeIn(tx: Transaction<Tables>, step: Step): Promise<Recorded> {
  const standing = await lockStanding(tx, step);
  if (!standing) throw new Error(`no row for ${step.subject}: a subject is written before it is opened`);
  const isNext = standing.sequence === step.sequence - 1;
  // Where the row moved while its lock was waited for, what was read beside it is older than the row.
  const earlier = isNext ? sameStep(step, standing) : await earlierStep(tx, step);
  if (earlier !== undefined) return { outcome: 'repeat', sequence: earlier, there: await reopenWith(tx, step.subject) };
  if (!isNext) return { outcome: 'overtaken', there: await reopenWith(tx, step.subject) };

  const projection = project(tx, step);
  await statement(tx, step, projection).execute(tx);
  await projection.afterwards?.(tx);
  return { outcome: 'written' };
}

/** The standing for us alone, with the journal line that may be this very step's. */
const lockStanding = (tx: Transaction<Tables>, step: Step) =>
  tx
    .selectFrom('standing')
    .leftJoin(earlierLine(tx, step).as('line'), (join) => join.onTrue())
    .select([
      'standing.sequence',
      'line.sequence as line',
      'line.fingerprint as fingerprint',
      'line.command_id as command_id',
    ])
    .where('standing.subject', '=', step.subject)
    .forUpdate('standing')
    .executeTakeFirst();

/** The number this very step has already: the same command at any place, or the same event at this one. */
async function earlierStep(tx: Transaction<Tables>, step: Step): Promise<number | undefined> {
  const line = await earlierLine(tx, step).executeTakeFirst();
  return line && sameStep(step, { ...line, line: line.sequence });
}

const earlierLine = (tx: Transaction<Tables>, step: Step) =>
  tx
    .selectFrom('journal')
    .select(['sequence', 'fingerprint', 'command_id'])
    .where('journal.subject', '=', step.subject)
    .where((where) =>
      step.commandId === null
        ? where('sequence', '=', step.sequence)
        : where.or([where('command_id', '=', step.commandId), where('sequence', '=', step.sequence)]),
    )
    .orderBy(sql`case when command_id = ${step.commandId} then 0 else 1 end`)
    .limit(1);

interface Line {
  readonly line: number | null;
  readonly fingerprint: string | null;
  readonly command_id: string | null;
}

function sameStep(step: Step, { line, fingerprint: written, command_id }: Line): number | undefined {
  if (line === null) return undefined;
  const same = step.commandId === null ? written === fingerprint(step) : command_id === step.commandId;
  return same ? line : undefined;
}

export async function settleOrder(db: Database | Transaction<Tables>, key: string): Promise<void> {
  await db.updateTable('orders').set({ state: 'settled' }).where('order_key', '=', key).execute();
}

async function reopenWith(tx: Transaction<Tables>, subject: string): Promise<Reopening> {
  const there = await reopen(tx, subject);
  if (!there) throw new Error(`no row for ${subject}`);
  return there;
}

/** Where a subject stands, with its unsettled orders; undefined when it was never written. */
export async function reopen(db: Database | Transaction<Tables>, subject: string): Promise<Reopening | undefined> {
  const row = await db
    .selectFrom('standing')
    .select(['sequence', 'input', 'snapshot', 'rule_version'])
    .where('subject', '=', subject)
    .executeTakeFirst();
  if (!row) return undefined;
  const orders = await db
    .selectFrom('orders')
    .select(['order_key', 'name', 'params', 'ordered_at'])
    .where('subject', '=', subject)
    .where('state', '<>', 'settled')
    .orderBy('ordered_at')
    .execute();
  return { standing: standingOf(row), orders: orders.map(openOrder) };
}

export function standingOf(row: {
  readonly sequence: number;
  readonly input: Standing['input'];
  readonly snapshot: unknown;
  readonly rule_version: number;
}): Standing {
  return {
    sequence: row.sequence,
    input: row.input,
    // `as`: the column holds what `writeStep` put there.
    snapshot: row.snapshot as Standing['snapshot'],
    ruleVersion: row.rule_version,
  };
}

export const openOrder = (row: {
  readonly order_key: string;
  readonly name: string;
  readonly params: OpenOrder['params'];
  readonly ordered_at: number;
}): OpenOrder => ({ key: row.order_key, name: row.name, params: row.params, at: row.ordered_at });
