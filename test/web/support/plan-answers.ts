import { readFileSync } from 'node:fs';
import { schoolYear } from '#domain/calendar/school-year.ts';
import { intakeId } from '#domain/ids.ts';
import type { PlanChange } from '#domain/plan/change.ts';
import { changePlan } from '#domain/plan/change-plan.ts';
import { lintPlan } from '#domain/plan/lint-plan.ts';
import { roles } from '#domain/plan/role.ts';
import { type PlanInputs, rollForward } from '#domain/plan/roll-forward.ts';
import { readTemplate } from '#intake/template/read-template.ts';
import type { IntakeAnswer, IntakesAnswer } from '#views/answers/intake.ts';
import type { PlanAnswer } from '#views/answers/plan.ts';
import type { StartAnswer, StartChoice } from '#views/answers/start.ts';
import { staff, units } from './people-answers.ts';
import { today } from './year-answer.ts';

const read = readTemplate(readFileSync(new URL('../../../templates/vigo-otto.yaml', import.meta.url)));
if (!read.ok) throw new Error('the template cannot be read');

export const inputs: PlanInputs = {
  template: read.template,
  schoolYear: schoolYear('2026-2027'),
  units: units.map(({ id }) => id),
  people: staff.map(({ id }) => ({ staff: id, roles: roles.map((role) => ({ role })) })),
};

export function thePlan(): PlanAnswer {
  const plan = rollForward(inputs);
  return { today, plan, findings: lintPlan(plan), staff, units, mayChange: true };
}

export const tried = (change: PlanChange) => changePlan(inputs, change);

export const theStart = (chosen: StartChoice | undefined): StartAnswer => ({
  today,
  templates: [{ id: 'vigo-otto', title: inputs.template.title, version: 1 }],
  schoolYears: ['2026-2027', '2027-2028'],
  started: ['2026-2027'],
  units: units.map((unit) => ({ ...unit, region: 'Nord' })),
  people: roles.map((role, index) => ({ role, staff: index === 5 ? [] : staff })),
  chosen,
  inputs: chosen && { ...inputs, schoolYear: schoolYear(chosen.schoolYear) },
});

const head = {
  intakeId: intakeId('intake-1'),
  file: 'OSON-2026-08-25.xlsx',
  format: 'XLSX',
  received: today,
  by: 'Jakob Amundsen Berntsen',
  state: 'previewed',
  counts: { create: 1204, change: 2, same: 780, gone: 61, faults: 2 },
} as const;

export const theIntakes: IntakesAnswer = {
  today,
  mayUpload: true,
  earlier: [
    head,
    { ...head, intakeId: intakeId('intake-0'), file: 'vigo-feed.json', format: 'VIGO', state: 'applied' },
  ],
};

export const theIntake = (shown: IntakeAnswer['shown'] = 'change'): IntakeAnswer => ({
  ...head,
  today,
  concerns: [{ code: 'intake.shrinks', facts: { gone: 61 } }],
  refusals: [],
  columns: [
    { heading: 'Fødselsnr', field: 'nationalId' },
    { heading: 'Etternavn, fornavn', field: 'name' },
    { heading: 'Kjæledyr', field: undefined },
  ],
  shown,
  rows: [
    {
      row: 14,
      kind: 'change',
      name: 'Amalie Nordskaug',
      unit: 'Nordvik',
      fields: [
        { field: 'address', from: 'Storgata 1', to: 'Fjordvegen 9' },
        { field: 'mobiles', from: undefined, to: '680 50 123' },
      ],
    },
    {
      row: 92,
      kind: 'change',
      name: 'Bjørn Løken',
      unit: 'Skogdal',
      fields: [{ field: 'email', from: 'x@example.org', to: undefined }],
    },
  ],
  faults: [
    { row: 7, column: 'Fødselsnr', place: 'B7', code: 'intake.nationalId.tooShort', found: '0203091234' },
    { row: 8, column: 'Postnr', place: 'F8', code: 'intake.postcode', found: '' },
  ],
  page: 1,
  pageSize: 50,
  approvedBy: undefined,
  applied: undefined,
  keptByUndo: 0,
  mayApprove: true,
  mayApply: true,
  mayUndo: false,
  mayReject: true,
});
