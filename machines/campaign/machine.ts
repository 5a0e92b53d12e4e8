import { assign, setup } from 'xstate';
import type { CampaignFile } from '#domain/campaign/campaign-file.ts';
import type { Chart } from '../chart.ts';
import * as change from './changes.ts';
import type { CampaignEvent } from './events.ts';
import * as guards from './guards.ts';
import { whyNot } from './why-not.ts';

interface ListParams {
  readonly campaignId: string;
  readonly runId: string;
  readonly list: number;
}
interface PageParams extends ListParams {
  readonly page: number;
}

/** A sending of letters or SMS: listed, looked at, approved by somebody else, handed over a page at a time, stopped and taken up again. */
export const campaignMachine = setup({
  types: { context: {} as CampaignFile, events: {} as CampaignEvent, input: {} as CampaignFile },
  guards: {
    mayBeApproved: guards.mayBeApproved,
    wasApproved: guards.wasApproved,
    isUntouched: guards.isUntouched,
    isRegretOver: guards.isRegretOver,
    isTime: guards.isTime,
    isThisList: guards.isThisList,
    isDay: guards.isDay,
    hasMore: guards.hasMore,
    isLast: guards.isLast,
    hasMoreToNote: guards.hasMoreToNote,
    isAgain: guards.isAgain,
  },
  actions: {
    /** Order: name every recipient and every one who is left out, with the reason; answers `recipients.frozen`. */
    freezeRecipients: (_, _params: ListParams) => {},
    /** Order: hand over the next page, each piece claimed before it goes; answers `page.handedOver` or `hours.ended`. */
    handOverPage: (_, _params: PageParams) => {},
    /** Order: tell the youths' cases that they were written to; answers `contacts.noted`. */
    noteContacts: (_, _params: ListParams) => {},
    /** Order: code who got the standard letter OTUK, as one act that can be undone. */
    codeRecipients: (_, _params: ListParams) => {},
    noteChange: assign(change.changed),
    noteNewList: assign(change.begunAnew),
    noteList: assign(change.frozen),
    noteApproval: assign(change.approved),
    forgetApproval: assign(change.unapproved),
    noteWaiting: assign(change.waiting),
    noteNextTime: assign(change.waitingAgain),
    notePage: assign(change.pageBegun),
    noteFollowUp: assign(change.noted),
    noteSettled: assign(change.settledOne),
    rest: assign(change.atRest),
    forgetDeadline: assign(change.forgotten),
  },
}).createMachine({
  id: 'campaign',
  initial: 'planned',
  context: ({ input }) => input,
  on: { 'deadline.passed': { actions: 'forgetDeadline' } },
  states: {
    planned: {
      on: { 'preview.asked': preview(), 'campaign.changed': { actions: 'noteChange' }, 'campaign.stopped': 'stopped' },
    },
    /** The list is being made. */
    freezing: {
      on: {
        'recipients.frozen': { guard: 'isThisList', target: 'previewed', actions: 'noteList' },
        'campaign.stopped': 'stopped',
      },
    },
    previewed: {
      on: {
        'preview.asked': preview(),
        'campaign.changed': changedTo(),
        'campaign.approved': { guard: 'mayBeApproved', target: 'approved', actions: 'noteApproval' },
        'campaign.stopped': 'stopped',
      },
    },
    /** Approved a moment ago: there is time to think again. */
    approved: {
      on: {
        'deadline.passed': { guard: 'isRegretOver', target: 'waiting', actions: 'noteWaiting' },
        'approval.withdrawn': { target: 'previewed', actions: 'forgetApproval' },
        'campaign.changed': changedTo(),
        'campaign.stopped': { target: 'stopped', actions: 'rest' },
      },
    },
    waiting: {
      on: {
        'deadline.passed': {
          guard: 'isTime',
          target: 'handingOver',
          actions: ['forgetDeadline', 'notePage', { type: 'handOverPage', params: pageOf }],
        },
        'approval.withdrawn': { guard: 'isUntouched', target: 'previewed', actions: 'forgetApproval' },
        'campaign.changed': { guard: 'isUntouched', ...changedTo() },
        'campaign.stopped': halt(),
        'uncertain.settled': { actions: 'noteSettled' },
      },
    },
    handingOver: {
      on: {
        'page.handedOver': [
          { guard: 'hasMore', actions: ['notePage', { type: 'handOverPage', params: pageOf }] },
          { guard: 'isLast', target: 'followingUp', actions: { type: 'noteContacts', params: listOf } },
        ],
        'hours.ended': { guard: 'isDay', target: 'waiting', actions: 'noteNextTime' },
        'campaign.stopped': halt(),
        'uncertain.settled': { actions: 'noteSettled' },
      },
    },
    /** Everybody on the list has got it or is explained; what follows from that is being done. */
    followingUp: {
      on: {
        'contacts.noted': [
          { guard: 'hasMoreToNote', actions: { type: 'noteContacts', params: listOf } },
          {
            target: 'settled',
            actions: ['noteFollowUp', { type: 'codeRecipients', params: listOf }],
          },
        ],
      },
    },
    settled: {
      on: {
        'uncertain.settled': [
          { guard: 'isAgain', target: 'waiting', actions: 'noteNextTime' },
          { target: 'followingUp', actions: { type: 'noteContacts', params: listOf } },
        ],
      },
    },
    stopped: {
      on: {
        'campaign.changed': { guard: 'isUntouched', ...changedTo() },
        'campaign.resumed': { guard: 'wasApproved', target: 'waiting', actions: 'noteNextTime' },
        'campaign.ended': { target: 'followingUp', actions: { type: 'noteContacts', params: listOf } },
        'contacts.noted': [
          { guard: 'hasMoreToNote', actions: { type: 'noteContacts', params: listOf } },
          { actions: 'noteFollowUp' },
        ],
        'uncertain.settled': { actions: ['noteSettled', { type: 'noteContacts', params: listOf }] },
      },
    },
  },
});

export const campaignChart: Chart = { machine: campaignMachine, whyNot };

function preview() {
  return {
    target: 'freezing',
    actions: ['noteNewList', { type: 'freezeRecipients', params: listOf }],
  } as const;
}
function changedTo() {
  return { target: 'planned', actions: 'noteChange' } as const;
}
function halt() {
  return { target: 'stopped', actions: ['rest', { type: 'noteContacts', params: listOf }] } as const;
}

interface Known {
  readonly context: CampaignFile;
}
function listOf({ context }: Known): ListParams {
  return { campaignId: context.campaignId, runId: context.runId, list: context.list };
}
function pageOf({ context }: Known): PageParams {
  return { ...listOf({ context }), page: context.page };
}
