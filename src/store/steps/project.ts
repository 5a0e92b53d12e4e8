import type { ActFile, IntakeFile, PhaseFile, TaskFile, YearFile } from '#domain/run/files.ts';
import type { Step } from '#domain/standing.ts';
import { projectDrive } from '../phone/project-drive.ts';
import { projectCampaign } from './project-campaign.ts';
import { projectYouth } from './project-youth.ts';
import type { Asking, Projection } from './projection.ts';

/** Brings the kind's own row up to date with a step. */
export function project(ask: Asking, step: Step): Projection {
  const kind = step.subject.slice(0, step.subject.indexOf('/'));
  switch (kind) {
    case 'youth':
      return projectYouth(ask, step);
    case 'task':
      return projectTask(ask, step);
    case 'phase':
      return projectPhase(ask, step);
    case 'year':
      return projectYear(ask, step);
    case 'intake':
      return projectIntake(ask, step);
    case 'act':
      return projectAct(ask, step);
    case 'campaign':
      return projectCampaign(ask, step);
    case 'drive':
      return projectDrive(ask, step);
    default:
      throw new Error(`no projection for subjects like ${step.subject}`);
  }
}

// `as` in this file: a step's context is the file of its kind, put there by that kind's machine.

function projectTask(ask: Asking, { snapshot }: Step): Projection {
  const file = snapshot.context as unknown as TaskFile;
  const { work, timeliness } = snapshot.value as { readonly work: string; readonly timeliness: string };
  const row = ask
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
    .where('task_id', '=', file.taskId);
  return { rows: [row] };
}

function projectPhase(ask: Asking, { snapshot }: Step): Projection {
  const file = snapshot.context as unknown as PhaseFile;
  const { value } = snapshot;
  const state = typeof value === 'string' ? value : String((value as { readonly active: string }).active);
  const row = ask
    .updateTable('phase')
    .set({ state, opens_at: file.opensAt, closes_at: file.closesAt, closed_at: file.closedAt })
    .where('run_id', '=', file.runId)
    .where('phase_id', '=', file.phaseId);
  return { rows: [row] };
}

function projectYear(ask: Asking, { snapshot }: Step): Projection {
  const file = snapshot.context as unknown as YearFile;
  const row = ask
    .updateTable('run')
    .set({ state: String(snapshot.value), plan_version: file.planVersion })
    .where('run_id', '=', file.runId);
  return { rows: [row] };
}

function projectIntake(ask: Asking, { snapshot }: Step): Projection {
  const file = snapshot.context as unknown as IntakeFile;
  const row = ask
    .updateTable('intake')
    .set({ state: String(snapshot.value) })
    .where('intake_id', '=', file.intakeId);
  return { rows: [row] };
}

function projectAct(ask: Asking, { snapshot }: Step): Projection {
  const file = snapshot.context as unknown as ActFile;
  const row = ask
    .updateTable('act')
    .set({ state: String(snapshot.value) })
    .where('act_id', '=', file.actId);
  return { rows: [row] };
}
