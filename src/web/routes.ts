import { paths } from './paths.ts';
import { phoneRoutes } from './phone-routes.ts';
import type { Route } from './route.ts';
import { accessibility, home, saveSettings, settings, signIn, signInPage, signOut } from './routes/account.tsx';
import { act, acts, undoAct } from './routes/acts.tsx';
import {
  applyShare,
  board,
  endAbsence,
  keepRules,
  previewShare,
  registerAbsence,
  rules,
} from './routes/assignment.tsx';
import {
  acceptProposals,
  checkList,
  checkLists,
  decidePairs,
  matchAgain,
  receiveCheckList,
} from './routes/cross-check.tsx';
import { doubles, keepDoublesApart, mergeDoubles, searchDoubles, undoMerge } from './routes/doubles.tsx';
import { earlyLeavers, leaving, noteLeaving, remindSchool } from './routes/early-leavers.tsx';
import { keepFilter, removeFilter } from './routes/filters.tsx';
import { actOnReply, inbound, replyForm, sendReplyForm, takeDownReply } from './routes/inbound.tsx';
import { actOnIntake, intake, intakes, receiveIntake } from './routes/intakes.tsx';
import {
  keepTemplate,
  mailing,
  printLetters,
  returnedMail,
  template,
  templatePages,
  templates,
} from './routes/letters.tsx';
import { enterNavFinding, exportNavList, navMeeting, openNavMeeting } from './routes/nav-meeting.tsx';
import { chooseMany, chooseOne, cleaning, own, previewChoice } from './routes/own.tsx';
import { addTask, changeQuestion, movePlan, moveQuestion, plan, reassignTask, skipPlanned } from './routes/plan.tsx';
import { exportReturns, returns, sendReturns } from './routes/returns.tsx';
import { keepSendingSettings, sendingSettings } from './routes/sending-settings.tsx';
import {
  actOnSending,
  changeSending,
  newSending,
  planSending,
  recipients,
  sending,
  sendingLetter,
  sendings,
  sendingToChange,
  settleRecipient,
} from './routes/sendings.tsx';
import { leaveStaff, staffLeaving } from './routes/staff.tsx';
import { start, startYear } from './routes/start.tsx';
import { completeTask, phase, reopenTask, skipTask, tasks } from './routes/tasks.tsx';
import { forward, year } from './routes/year.tsx';
import { assignYouth, codeYouth, contactYouth, replyToGuide, withdrawContact, youth } from './routes/youth.tsx';
import { assignYouths, searchYouths, youths } from './routes/youths.tsx';

/** Where a youth answers without signing in. */
export const replyFormPath = '/r/:key';

/** Every page and command: verb, path, permission, audit word, handler. */
export const routes: readonly Route[] = [
  { verb: 'GET', path: paths.home, asks: 'nobody', audit: null, handler: home },
  { verb: 'GET', path: paths.signIn, asks: 'nobody', audit: null, handler: signInPage },
  { verb: 'POST', path: paths.signIn, asks: 'nobody', audit: null, handler: signIn },
  { verb: 'POST', path: paths.signOut, asks: 'nobody', audit: null, handler: signOut },
  { verb: 'GET', path: paths.settings, asks: 'nobody', audit: null, handler: settings },
  { verb: 'POST', path: paths.settings, asks: 'nobody', audit: null, handler: saveSettings },
  { verb: 'GET', path: paths.accessibility, asks: 'nobody', audit: null, handler: accessibility },
  { verb: 'GET', path: paths.year, asks: 'signed-in', audit: null, handler: year },
  { verb: 'POST', path: paths.rehearsalForward, asks: 'rehearsal.forward', audit: null, handler: forward },
  { verb: 'GET', path: '/phase/:phase', asks: 'year.see', audit: null, handler: phase },
  { verb: 'GET', path: paths.tasks(), asks: 'tasks.see', audit: null, handler: tasks },
  { verb: 'POST', path: paths.taskComplete, asks: 'tasks.see', audit: null, handler: completeTask },
  { verb: 'POST', path: paths.taskReopen, asks: 'tasks.see', audit: null, handler: reopenTask },
  { verb: 'POST', path: paths.taskSkip, asks: 'tasks.see', audit: null, handler: skipTask },
  { verb: 'GET', path: paths.youths(), asks: 'youths.see', audit: 'youths.list', handler: youths },
  { verb: 'POST', path: paths.youthSearch, asks: 'youths.see', audit: null, handler: searchYouths },
  { verb: 'POST', path: paths.youthsAssign, asks: 'youths.see', audit: null, handler: assignYouths },
  { verb: 'GET', path: '/youth/:case', asks: 'youths.see', audit: 'youth.read', handler: youth },
  { verb: 'POST', path: '/youth/:case/guide', asks: 'youths.see', audit: null, handler: replyToGuide },
  { verb: 'POST', path: '/youth/:case/code', asks: 'youths.see', audit: 'youth.read', handler: codeYouth },
  { verb: 'POST', path: '/youth/:case/contact', asks: 'youths.see', audit: 'youth.read', handler: contactYouth },
  { verb: 'POST', path: '/youth/:case/withdraw-contact', asks: 'youths.see', audit: null, handler: withdrawContact },
  { verb: 'POST', path: '/youth/:case/assign', asks: 'youths.see', audit: null, handler: assignYouth },
  { verb: 'GET', path: paths.own(), asks: 'own.see', audit: 'youths.list', handler: own },
  { verb: 'GET', path: paths.cleaning(), asks: 'own.see', audit: 'youths.list', handler: cleaning },
  { verb: 'POST', path: paths.ownChoose, asks: 'own.see', audit: 'youths.list', handler: chooseOne },
  { verb: 'GET', path: paths.ownPreview, asks: 'own.see', audit: 'youths.list', handler: previewChoice },
  { verb: 'POST', path: paths.ownBulk, asks: 'own.see', audit: null, handler: chooseMany },
  { verb: 'GET', path: paths.assignment(), asks: 'assignment.lead', audit: 'assignment.board', handler: board },
  {
    verb: 'POST',
    path: paths.assignmentPreview,
    asks: 'assignment.lead',
    audit: 'assignment.preview',
    handler: previewShare,
  },
  { verb: 'POST', path: paths.assignmentApply, asks: 'assignment.lead', audit: null, handler: applyShare },
  { verb: 'GET', path: paths.assignmentRules, asks: 'assignment.lead', audit: null, handler: rules },
  { verb: 'POST', path: paths.assignmentRules, asks: 'assignment.lead', audit: null, handler: keepRules },
  { verb: 'POST', path: paths.absences, asks: 'assignment.lead', audit: null, handler: registerAbsence },
  { verb: 'POST', path: paths.absenceEnd, asks: 'assignment.lead', audit: null, handler: endAbsence },
  { verb: 'GET', path: paths.staffLeave(), asks: 'staff.leave', audit: 'assignment.preview', handler: staffLeaving },
  { verb: 'POST', path: paths.staffLeave(), asks: 'staff.leave', audit: 'assignment.preview', handler: leaveStaff },
  { verb: 'POST', path: paths.filterKeep, asks: 'youths.see', audit: null, handler: keepFilter },
  { verb: 'POST', path: paths.filterRemove, asks: 'youths.see', audit: null, handler: removeFilter },
  { verb: 'GET', path: paths.acts, asks: 'youths.see', audit: null, handler: acts },
  { verb: 'GET', path: '/act/:act', asks: 'youths.see', audit: 'act.read', handler: act },
  { verb: 'POST', path: '/act/:act/undo', asks: 'youths.see', audit: null, handler: undoAct },
  { verb: 'GET', path: '/youth/:case/leaving', asks: 'youths.see', audit: 'leaving.read', handler: leaving },
  { verb: 'POST', path: '/youth/:case/leaving', asks: 'youths.see', audit: 'leaving.read', handler: noteLeaving },
  { verb: 'POST', path: '/youth/:case/leaving/reminded', asks: 'youths.see', audit: null, handler: remindSchool },
  { verb: 'GET', path: paths.returns, asks: 'youths.see', audit: 'returns.list', handler: returns },
  { verb: 'POST', path: paths.returnsSent, asks: 'youths.see', audit: 'returns.list', handler: sendReturns },
  { verb: 'POST', path: paths.returnsExport, asks: 'youths.see', audit: 'returns.export', handler: exportReturns },
  { verb: 'GET', path: paths.earlyLeavers(), asks: 'youths.see', audit: 'leavers.list', handler: earlyLeavers },
  { verb: 'GET', path: paths.navMeeting(), asks: 'youths.see', audit: 'nav.list', handler: navMeeting },
  { verb: 'POST', path: paths.navOpen, asks: 'youths.see', audit: null, handler: openNavMeeting },
  { verb: 'POST', path: paths.navEnter, asks: 'youths.see', audit: null, handler: enterNavFinding },
  { verb: 'POST', path: paths.navExport, asks: 'youths.see', audit: 'nav.export', handler: exportNavList },
  { verb: 'GET', path: paths.doubles, asks: 'youths.see', audit: 'doubles.list', handler: doubles },
  { verb: 'POST', path: paths.doublesSearch, asks: 'youths.see', audit: null, handler: searchDoubles },
  { verb: 'POST', path: paths.doublesMerge, asks: 'youths.see', audit: null, handler: mergeDoubles },
  { verb: 'POST', path: paths.doublesApart, asks: 'youths.see', audit: null, handler: keepDoublesApart },
  { verb: 'POST', path: paths.doublesUndo, asks: 'youths.see', audit: null, handler: undoMerge },
  { verb: 'GET', path: paths.sendings, asks: 'sendings.see', audit: null, handler: sendings },
  { verb: 'POST', path: paths.sendings, asks: 'sendings.plan', audit: null, handler: planSending },
  { verb: 'GET', path: paths.sendingSettings, asks: 'sendings.see', audit: null, handler: sendingSettings },
  {
    verb: 'POST',
    path: paths.sendingSettings,
    asks: 'sendings.settings',
    audit: null,
    handler: keepSendingSettings,
  },
  { verb: 'GET', path: paths.sendingNew, asks: 'sendings.plan', audit: null, handler: newSending },
  { verb: 'GET', path: '/sending/:sending', asks: 'sendings.see', audit: 'sending.preview', handler: sending },
  {
    verb: 'POST',
    path: '/sending/:sending/act/:act',
    asks: 'sendings.see',
    audit: 'sending.preview',
    handler: actOnSending,
  },
  {
    verb: 'POST',
    path: '/sending/:sending/settle',
    asks: 'sendings.recipients',
    audit: null,
    handler: settleRecipient,
  },
  { verb: 'GET', path: '/sending/:sending/change', asks: 'sendings.plan', audit: null, handler: sendingToChange },
  { verb: 'POST', path: '/sending/:sending/change', asks: 'sendings.plan', audit: null, handler: changeSending },
  {
    verb: 'GET',
    path: '/sending/:sending/letter/:key',
    asks: 'letters.see',
    audit: 'letters.preview',
    handler: sendingLetter,
  },
  {
    verb: 'GET',
    path: '/sending/:sending/recipients',
    asks: 'sendings.recipients',
    audit: 'sending.recipients',
    handler: recipients,
  },
  { verb: 'GET', path: paths.inbound(), asks: 'inbound.see', audit: 'inbound.list', handler: inbound },
  { verb: 'POST', path: paths.inbound(), asks: 'inbound.see', audit: 'inbound.list', handler: takeDownReply },
  { verb: 'POST', path: '/inbound/:reply/:act', asks: 'inbound.see', audit: 'inbound.list', handler: actOnReply },
  { verb: 'GET', path: replyFormPath, asks: 'nobody', audit: null, handler: replyForm },
  { verb: 'POST', path: replyFormPath, asks: 'nobody', audit: null, handler: sendReplyForm },
  { verb: 'GET', path: paths.templates, asks: 'letters.see', audit: null, handler: templates },
  { verb: 'GET', path: '/template/:template', asks: 'letters.see', audit: 'letters.preview', handler: template },
  {
    verb: 'POST',
    path: '/template/:template',
    asks: 'templates.make',
    audit: 'letters.preview',
    handler: keepTemplate,
  },
  {
    verb: 'GET',
    path: '/template/:template/:version/pages/:case',
    asks: 'letters.see',
    audit: 'letters.preview',
    handler: templatePages,
  },
  { verb: 'GET', path: paths.mailing(), asks: 'letters.mail', audit: 'letters.check', handler: mailing },
  { verb: 'POST', path: paths.lettersPrint, asks: 'letters.mail', audit: 'letters.print', handler: printLetters },
  { verb: 'POST', path: paths.mailReturned, asks: 'mail.take-back', audit: null, handler: returnedMail },
  { verb: 'GET', path: paths.intakes, asks: 'intake.see', audit: null, handler: intakes },
  { verb: 'POST', path: paths.intakes, asks: 'intake.upload', audit: null, handler: receiveIntake },
  { verb: 'GET', path: '/intake/:intake', asks: 'intake.see', audit: 'intake.read', handler: intake },
  { verb: 'POST', path: '/intake/:intake/:act', asks: 'intake.see', audit: null, handler: actOnIntake },
  { verb: 'GET', path: paths.crossCheck, asks: 'cross-check.see', audit: null, handler: checkLists },
  { verb: 'POST', path: paths.crossCheck, asks: 'cross-check.see', audit: null, handler: receiveCheckList },
  { verb: 'GET', path: '/cross-check/:list', asks: 'cross-check.see', audit: 'cross-check.read', handler: checkList },
  { verb: 'POST', path: '/cross-check/:list/decide', asks: 'cross-check.see', audit: null, handler: decidePairs },
  { verb: 'POST', path: '/cross-check/:list/accept', asks: 'cross-check.see', audit: null, handler: acceptProposals },
  { verb: 'POST', path: '/cross-check/:list/again', asks: 'cross-check.see', audit: null, handler: matchAgain },
  { verb: 'GET', path: paths.start, asks: 'run.start', audit: null, handler: start },
  { verb: 'POST', path: paths.start, asks: 'run.start', audit: null, handler: startYear },
  { verb: 'GET', path: paths.plan, asks: 'plan.see', audit: null, handler: plan },
  { verb: 'GET', path: '/plan/change', asks: 'plan.change', audit: null, handler: changeQuestion },
  { verb: 'GET', path: paths.planMove(), asks: 'plan.change', audit: null, handler: moveQuestion },
  { verb: 'POST', path: paths.planMove(), asks: 'plan.change', audit: null, handler: movePlan },
  { verb: 'POST', path: paths.planSkip, asks: 'plan.change', audit: null, handler: skipPlanned },
  { verb: 'POST', path: paths.planAdd, asks: 'plan.change', audit: null, handler: addTask },
  { verb: 'POST', path: paths.planReassign, asks: 'plan.change', audit: null, handler: reassignTask },
  ...phoneRoutes,
];
