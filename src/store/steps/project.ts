import type { Transaction } from 'kysely';
import type { ActFile, IntakeFile, PhaseFile, TaskFile, YearFile } from '#domain/run/files.ts';
import type { Step } from '#domain/standing.ts';
import { projectDrive } from '../phone/project-drive.ts';
import type { Tables } from '../schema.ts';
import { projectCampaign } from './project-campaign.ts';
import { projectYouth } from './project-youth.ts';

/** Brings the kind's own row up to date with a step, in the step's transaction. */
export async function project(tx: Transaction<Tables>, step: Step): Promise<void> {
  const kind = step.subject.slice(0, step.subject.indexOf('/'));
  switch (kind) {
    case 'youth':
      return projectYouth(tx, step);
    case 'task':
      return projectTask(tx, step);
    case 'phase':
      return projectPhase(tx, step);
    case 'year':
      return projectYear(tx, step);
    case 'intake':
      return projectIntake(tx, step);
    case 'act':
      return projectAct(tx, step);
    case 'campaign':
      return projectCampaign(tx, step);
    case 'drive':
      return projectDrive(tx, step);
    default:
      throw new Error(`no projection for subjects like ${step.subject}`);
  }
}

// `as` in this file: a step's context is the file of its kind, put there by that kind's machine.

async function projectTask(tx: Transaction<Tables>, { snapshot }: Step): Promise<void> {
  const file = snapshot.context as unknown as TaskFile;
  const { work, timeliness } = snapshot.value as { readonly work: string; readonly timeliness: string };
  await tx
    .updateTable('task')
    .set({
      state: work,
      timeliness,
      due_on: file.dueOn,
      staff_id: file.staffId,
      done_at: file.doneAt,
      done_by: file.doneBy,
      skip_reason: file.skipReason,
    })
    .where('run_id', '=', file.runId)
    .where('task_id', '=', file.taskId)
    .execute();
}

async function projectPhase(tx: Transaction<Tables>, { snapshot }: Step): Promise<void> {
  const file = snapshot.context as unknown as PhaseFile;
  const { value } = snapshot;
  const state = typeof value === 'string' ? value : String((value as { readonly active: string }).active);
  await tx
    .updateTable('phase')
    .set({ state, opens_at: file.opensAt, closes_at: file.closesAt, closed_at: file.closedAt })
    .where('run_id', '=', file.runId)
    .where('phase_id', '=', file.phaseId)
    .execute();
}

async function projectYear(tx: Transaction<Tables>, { snapshot }: Step): Promise<void> {
  const file = snapshot.context as unknown as YearFile;
  await tx
    .updateTable('run')
    .set({ state: String(snapshot.value), plan_version: file.planVersion })
    .where('run_id', '=', file.runId)
    .execute();
}

async function projectIntake(tx: Transaction<Tables>, { snapshot }: Step): Promise<void> {
  const file = snapshot.context as unknown as IntakeFile;
  await tx
    .updateTable('intake')
    .set({ state: String(snapshot.value) })
    .where('intake_id', '=', file.intakeId)
    .execute();
}

async function projectAct(tx: Transaction<Tables>, { snapshot }: Step): Promise<void> {
  const file = snapshot.context as unknown as ActFile;
  await tx
    .updateTable('act')
    .set({ state: String(snapshot.value) })
    .where('act_id', '=', file.actId)
    .execute();
}
