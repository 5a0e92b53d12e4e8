import type { PartState } from '#domain/act/act.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { RecipientState } from '#domain/campaign/recipient.ts';
import type { CaseId, IntakeId, PhaseId, TaskId } from '#domain/ids.ts';
import type { Language } from '#domain/language.ts';
import type { CleaningFilter } from '#views/answers/cleaning.ts';
import type { CheckShow } from '#views/answers/cross-check.ts';
import type { LeaverFilter } from '#views/answers/early-leavers.ts';
import type { InboundShow } from '#views/answers/inbound.ts';
import type { IntakeKind } from '#views/answers/intake.ts';
import type { AreaChoice } from '#views/answers/nav.ts';
import type { OwnFilter } from '#views/answers/own.ts';
import type { TaskScope } from '#views/answers/tasks.ts';
import type { YouthFilter } from '#views/answers/youths.ts';

type Query = Readonly<Record<string, string | number | undefined>>;

const withQuery = (path: string, query: Query): string => {
  const said = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[key, String(value)]],
  );
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said).toString()}`;
};
const part = encodeURIComponent;

/** Every address of the web. None carries a name or a number of a person. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  signInTo: (path: string): string => withQuery('/sign-in', { to: path === '/' ? undefined : path }),
  signOut: '/sign-out',
  settings: '/settings',
  accessibility: '/accessibility',
  live: '/live',
  mark: '/mark.svg',
  /** For the engine's own pages. */
  codec: '/codec/decode',
  year: '/year',
  phase: (phase: PhaseId, task?: TaskId): string =>
    `/phase/${part(phase)}${task === undefined ? '' : `#${taskAnchor(task)}`}`,
  taskComplete: '/task/complete',
  taskReopen: '/task/reopen',
  taskSkip: '/task/skip',
  tasks: (scope?: TaskScope, page?: number): string =>
    withQuery('/tasks', { whose: scope, page: page === 1 ? undefined : page }),
  youths: (filter: YouthFilter = {}): string => withQuery('/youths', { ...filter }),
  youthSearch: '/youths/search',
  youthsAssign: '/youths/assign',
  youth: (id: CaseId): string => `/youth/${part(id)}`,
  youthGuide: (id: CaseId): string => `/youth/${part(id)}/guide`,
  youthCode: (id: CaseId): string => `/youth/${part(id)}/code`,
  youthContact: (id: CaseId): string => `/youth/${part(id)}/contact`,
  youthWithdraw: (id: CaseId): string => `/youth/${part(id)}/withdraw-contact`,
  youthAssign: (id: CaseId): string => `/youth/${part(id)}/assign`,
  own: (filter: OwnFilter = {}, at?: { readonly caseId: string; readonly choice: string }): string =>
    withQuery('/own', { ...filter, at: at?.caseId, choice: at?.choice }),
  cleaning: (filter: CleaningFilter = {}): string => withQuery('/own/cleaning', { ...filter }),
  ownChoose: '/own/choose',
  ownPreview: '/own/preview',
  ownBulk: '/own/bulk',
  assignment: (
    shown: { readonly unit?: string | undefined; readonly from?: string | undefined; readonly page?: number } = {},
  ): string => withQuery('/assignment', { ...shown }),
  assignmentPreview: '/assignment/preview',
  assignmentApply: '/assignment/apply',
  assignmentRules: '/assignment/rules',
  absences: '/assignment/absences',
  staffLeave: (staff?: string): string => withQuery('/staff/leave', { staff }),
  absenceEnd: '/assignment/absences/end',
  filterKeep: '/youths/filters/keep',
  filterRemove: '/youths/filters/remove',
  acts: '/act',
  act: (id: string, shown?: PartState, page?: number): string => withQuery(`/act/${part(id)}`, { show: shown, page }),
  actUndo: (id: string): string => `/act/${part(id)}/undo`,
  returns: '/returns',
  returnsSent: '/returns/sent',
  returnsExport: '/returns/export',
  earlyLeavers: (filter: LeaverFilter = {}): string => withQuery('/early-leavers', { ...filter }),
  leaving: (id: CaseId, text?: Language): string => withQuery(`/youth/${part(id)}/leaving`, { text }),
  leavingReminded: (id: CaseId): string => `/youth/${part(id)}/leaving/reminded`,
  navMeeting: (area?: Pick<AreaChoice, 'kind' | 'id'>, meeting?: string): string =>
    withQuery('/nav-meeting', { area: area && `${area.kind}:${area.id}`, meeting }),
  navOpen: '/nav-meeting/open',
  navEnter: '/nav-meeting/enter',
  navExport: '/nav-meeting/export',
  doubles: '/doubles',
  doublesSearch: '/doubles/search',
  doublesMerge: '/doubles/merge',
  doublesApart: '/doubles/apart',
  doublesUndo: '/doubles/undo',
  sendings: '/sendings',
  sendingNew: '/sendings/new',
  sendingSettings: '/sendings/settings',
  sending: (id: string, nth?: number): string => withQuery(`/sending/${part(id)}`, { nth }),
  sendingAct: (id: string, act: 'approve' | 'preview' | 'withdraw' | 'stop' | 'resume' | 'end'): string =>
    `/sending/${part(id)}/act/${act}`,
  sendingChange: (id: string): string => `/sending/${part(id)}/change`,
  /** What one recipient's letter looks like, as it prints. */
  sendingLetter: (id: string, key: string): string => `/sending/${part(id)}/letter/${part(key)}`,
  sendingSettle: (id: string): string => `/sending/${part(id)}/settle`,
  recipients: (id: string, state?: RecipientState, page?: number): string =>
    withQuery(`/sending/${part(id)}/recipients`, { state, page }),
  inbound: (shown?: InboundShow, reply?: string, page?: number, unit?: string): string =>
    withQuery('/inbound', {
      show: shown === 'waiting' ? undefined : shown,
      unit,
      reply,
      page: page === 1 ? undefined : page,
    }),
  inboundAct: (
    reply: string,
    act: 'register' | 'search' | 'take' | 'let-go' | 'set-aside' | 'bring-back' | 'done',
  ): string => `/inbound/${part(reply)}/${act}`,
  /** As it is printed on the letter, with the key that opens it. */
  replyForm: (key: string, sent = false): string => withQuery(`/r/${part(key)}`, { sent: sent ? 1 : undefined }),
  templates: '/templates',
  template: (id: string, version?: number, nth?: number): string =>
    withQuery(`/template/${part(id)}`, { version, nth }),
  templatePages: (id: string, version: number, youth: CaseId): string =>
    `/template/${part(id)}/${version}/pages/${part(youth)}`,
  mailing: (on?: Day): string => withQuery('/letters', { on }),
  lettersPrint: '/letters/print',
  mailReturned: '/letters/returned',
  intakes: '/intake',
  intake: (id: IntakeId, shown?: IntakeKind | 'faults', page?: number): string =>
    withQuery(`/intake/${part(id)}`, { show: shown, page }),
  intakeAct: (id: IntakeId, act: 'approve' | 'apply' | 'undo' | 'reject'): string => `/intake/${part(id)}/${act}`,
  crossCheck: '/cross-check',
  checkList: (id: string, shown?: CheckShow, page?: number): string =>
    withQuery(`/cross-check/${part(id)}`, { show: shown, page }),
  checkDecide: (id: string): string => `/cross-check/${part(id)}/decide`,
  checkAccept: (id: string): string => `/cross-check/${part(id)}/accept`,
  checkAgain: (id: string): string => `/cross-check/${part(id)}/again`,
  start: '/start',
  plan: '/plan',
  planMove: (key?: string, to?: Day): string => withQuery('/plan/move', { key, to }),
  planChange: (key: string): string => withQuery('/plan/change', { key }),
  planSkip: '/plan/skip',
  planAdd: '/plan/add',
  planReassign: '/plan/reassign',
  rehearsalForward: '/rehearsal/forward',
} as const;

/** A task id as an element's id: `review.nav-meeting@unit:12` has characters a selector cannot hold. */
export const taskAnchor = (task: TaskId): string => `task-${task.replaceAll(/[^\w-]/g, '_')}`;

/** Only back to ourselves: one slash, then not another, and nothing a browser would strip or turn (tab, newline, backslash). */
export const isOurPath = (path: string): boolean => /^\/(?!\/)[!-[\]-~]*$/.test(path);
