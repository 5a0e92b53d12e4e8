/** What a person may be asked to do in a run; given per run and per unit (process.md, the people). */
export const roles = [
  'process_owner',
  'system_owner',
  'super_user',
  'adviser',
  'office_staff',
  'review_group',
  'manager',
  'admissions_office',
] as const;
export type Role = (typeof roles)[number];

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);
