import type { Transaction } from 'kysely';
import { type IntakePreview, type PreviewKind, type PreviewRow, previewKinds } from '#ports/intakes.ts';
import { insertMany } from '../insert-many.ts';
import type { Database } from '../open.ts';
import type { Tables } from '../schema.ts';
import type { Sealing } from '../sealing.ts';
import type { PlanSummary } from './plan-list.ts';

/** Rows on a page, and in one sealed part. */
const pageSize = 50;

/** Keeps the rows of a preview, in place of those that were there. */
export async function writePreview(
  tx: Transaction<Tables>,
  sealing: Sealing,
  intakeId: string,
  rows: Readonly<Record<PreviewKind, readonly PreviewRow[]>>,
): Promise<void> {
  await tx.deleteFrom('intake_preview').where('intake_id', '=', intakeId).execute();
  await insertMany(
    tx,
    'intake_preview',
    previewKinds.flatMap((kind) =>
      pagesOf(rows[kind]).map((page, part) => ({
        intake_id: intakeId,
        kind,
        part,
        rows_sealed: sealing.sealJson(page),
      })),
    ),
  );
}

export async function readPreview(
  db: Database,
  sealing: Sealing,
  intakeId: string,
  kind: PreviewKind,
  page: number,
): Promise<IntakePreview | undefined> {
  const intake = await db.selectFrom('intake').selectAll().where('intake_id', '=', intakeId).executeTakeFirst();
  if (!intake) return undefined;
  const part = await db
    .selectFrom('intake_preview')
    .select('rows_sealed')
    .where('intake_id', '=', intakeId)
    .where('kind', '=', kind)
    .where('part', '=', page)
    .executeTakeFirst();
  // `as` here and below: only `receive` and `replan` write the summary, and only `writePreview` the rows.
  const { counts, concerns } = intake.summary as PlanSummary;
  return {
    intakeId,
    runId: intake.run_id,
    fileName: intake.file_name,
    format: intake.format ?? '',
    receivedAt: intake.received_at,
    receivedBy: intake.received_by,
    state: intake.state,
    counts,
    concerns,
    kind,
    page,
    pageSize,
    rows: part ? (sealing.openJson(part.rows_sealed) as readonly PreviewRow[]) : [],
  };
}

function pagesOf(rows: readonly PreviewRow[]): readonly (readonly PreviewRow[])[] {
  const pages: (readonly PreviewRow[])[] = [];
  for (let from = 0; from < rows.length; from += pageSize) pages.push(rows.slice(from, from + pageSize));
  return pages;
}
