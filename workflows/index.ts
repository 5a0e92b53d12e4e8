export { bulkAct } from './act.workflow.ts';
export { campaign } from './campaign.workflow.ts';
export { intake } from './intake.workflow.ts';
export { phase } from './phase.workflow.ts';
export { phoneDrive } from './phone-drive.workflow.ts';
export { schoolYear } from './school-year.workflow.ts';
export { youthCase } from './youth.workflow.ts';
