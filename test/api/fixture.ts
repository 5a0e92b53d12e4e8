import Fastify, { type FastifyInstance } from 'fastify';
import type { ApiNeeds } from '#api/needs.ts';
import { apiPlugin } from '#api/plugin.ts';
import type { Actor } from '#domain/access/actor.ts';
import { caseId, staffId } from '#domain/ids.ts';
import { accepted, type Outcome } from '#domain/outcome.ts';
import type { Role } from '#domain/plan/role.ts';
import { queueAnswers } from '#test/web/support/queue-answers.ts';
import { explain } from '#texts/explain.ts';
import { theAct, theActs } from '../web/support/act-answers.ts';
import { assignmentViews } from '../web/support/assignment-answers.ts';
import { theCheckList, theCheckLists } from '../web/support/cross-check-answers.ts';
import { letterAnswers } from '../web/support/letter-answers.ts';
import { theCleaning, theOwnList } from '../web/support/own-answers.ts';
import { theTasks, theYouth, theYouths } from '../web/support/people-answers.ts';
import { thePhase } from '../web/support/phase-answer.ts';
import { phoneAnswers } from '../web/support/phone-answers.ts';
import { theIntake, theIntakes, thePlan, theStart } from '../web/support/plan-answers.ts';
import { sendingAnswers } from '../web/support/sending-answers.ts';
import { theRun, theYear } from '../web/support/year-answer.ts';

export const local = 'the-local-token-of-this-machine-0123456789';

/** Who works here, with the one role each holds. */
const people: readonly (readonly [login: string, role: Role])[] = [
  ['owner', 'process_owner'],
  ['system', 'system_owner'],
  ['adviser', 'adviser'],
  ['manager', 'manager'],
  ['left', 'adviser'],
];

export interface Fixture {
  readonly api: FastifyInstance;
  readonly told: { readonly command: string; readonly wish: Readonly<Record<string, unknown>> }[];
  readonly reads: Parameters<ApiNeeds['readLog']['append']>[0][];
  readonly said: string[];
}

export interface Answers {
  readonly command?: Outcome<unknown>;
  readonly hasRun?: boolean;
  readonly views?: Partial<ApiNeeds['views']>;
}

/** One answer with what every command's schema takes; the rest must not go out. */
const whatever = {
  ...{
    sequence: 7,
    snapshot: { a: 'secret' },
    runId: 'run-2',
    campaignId: 'run-3',
    ...{ templateId: 'x', version: 1, warnings: [], caseId: 'case-7', addressee: 'youth', isNew: true, unit: null },
    ...{
      channel: 'letter',
      text: 'Hei',
      batchId: 'b',
      letters: 1,
      pages: 2,
      withdrawn: 0,
      cases: ['case-7'],
      pdf: new Uint8Array([37]),
    },
    findings: [],
    moves: [],
    newFindings: [],
  },
  ...{ verdict: 'refused', code: 'OTNO', reportCode: null, mainGroup: null, targetGroup: null, rules: [], fits: [] },
};

/** The API over fixed answers, with what was told the desk and the read log to look at. */
export async function fixture({ command, hasRun = true, views = {} }: Answers = {}): Promise<Fixture> {
  const [told, reads, said]: [Fixture['told'], Fixture['reads'], string[]] = [[], [], []];
  const sessions = new Map<string, Parameters<ApiNeeds['sessions']['open']>[1]>();
  // `as`: a made-up desk answers every command alike; what it is told is what the tests look at.
  const room = (name: string) =>
    new Proxy(
      {},
      {
        get: (_, verb) => async (_actor: Actor, wish: Record<string, unknown>) => {
          told.push({ command: `${name}.${String(verb)}`, wish });
          return command ?? accepted(whatever);
        },
      },
    );
  const desk = Object.fromEntries(
    [
      'runs',
      'tasks',
      'youths',
      'intakes',
      'letters',
      'acts',
      'assignment',
      'staff',
      'crossCheck',
      'rehearsal',
      'filters',
      'returns',
      'earlyLeavers',
      'navMeetings',
      'doubles',
      'campaigns',
      'phone',
    ].map((name) => [name, room(name)]),
  ) as unknown as ApiNeeds['desk'];
  const needs: ApiNeeds = {
    views: { ...answers(hasRun), ...views },
    desk,
    staff: staffOf(),
    sessions: {
      open: async (hash, session) => void sessions.set(hash, session),
      read: async (hash, at) => {
        const session = sessions.get(hash);
        return session && session.expiresAt > at ? session : undefined;
      },
      touch: async () => {},
      end: async (hash) => void sessions.delete(hash),
    },
    readLog: { append: async (entry) => void reads.push(entry) },
    signIn: async (login, password) => (password === 'right' ? staffId(login) : undefined),
    explain,
    config: { sessionHours: 8, local: { token: local, as: 'owner' } },
    now: () => Date.UTC(2026, 10, 4, 10),
    newId: () => 'made-here-0001',
    files: { xlsx: async (table) => new TextEncoder().encode(JSON.stringify(table)) },
    say: (event, facts) => void said.push(`${event} ${JSON.stringify(facts)}`),
  };
  const api = Fastify();
  await api.register(apiPlugin(needs), { prefix: '/api' });
  return { api, told, reads, said };
}

function staffOf(): ApiNeeds['staff'] {
  const members = people.map(([login, role]) => ({
    staffId: login,
    login,
    name: login,
    active: login !== 'left',
    grants: [{ role, unitId: null, runId: null }],
  }));
  return {
    units: async () => [{ unitId: 'unit-1', number: '13001', name: 'Nordvik', region: 'Nord' }],
    everybody: async () => members,
    byLogin: async (login) => {
      const member = members.find((one) => one.login === login);
      return member && { member };
    },
  };
}

function answers(hasRun: boolean): ApiNeeds['views'] {
  const run = hasRun ? theRun : undefined;
  return {
    currentRun: async () => run,
    runHead: async (id) => (id === theRun.runId ? run : undefined),
    runs: async () => (run ? [{ ...run, title: 'Året', state: 'running', isCurrent: true }] : []),
    opening: async () => ({ cases: 10, opened: 4 }),
    county: async () => 'Vestfjord',
    reader: async (staff) => {
      const found = people.find(([login]) => login === staff);
      const actor = { staffId: staff, grants: found ? [{ role: found[1], unitId: null }] : [] };
      return found && { actor, name: found[0] };
    },
    letters: letterAnswers,
    year: async () => theYear,
    phase: async (_actor, _run, id) => (id === thePhase.phaseId ? thePhase : undefined),
    tasks: async (_actor, _run, scope) => ({ ...theTasks, scope }),
    youths: async (_actor, _run, filter, searched) => ({ ...theYouths, filter, searched }),
    youth: async (_actor, _run, id) => (id === caseId('case-7') ? theYouth(id) : undefined),
    intakes: async () => theIntakes,
    intake: async (_actor, _run, _id, shown) => theIntake(shown),
    ownList: async (_actor, _run, filter, at) => theOwnList(filter, at),
    ownCaseIds: async () => Array.from({ length: 120 }, (_, index) => caseId(`case-${index}`)),
    namedCases: async (_actor, _run, ids) =>
      ids.map((id) => ({ caseId: caseId(id), name: 'Løken, Adrian', unit: 'Nordvik' })),
    cleaning: async (_actor, _run, filter) => theCleaning(filter),
    assignment: assignmentViews,
    acts: async () => theActs,
    act: async (_actor, _run, id) => (id === 'act-1' ? theAct() : undefined),
    inbound: async ({ show, unit, page, today }) => ({
      ...{ show, unit, page, today, pageSize: 30, rows: [], hidden: 0, open: undefined, searched: undefined },
      counts: { waiting: 0, 'not-passed-on': 0, forwarded: 0, registered: 0, 'set-aside': 0 },
    }),
    sendingSettings: sendingAnswers.sendingSettings,
    sendings: async () => ({ today: theRun.today, sendings: [], mayPlan: true }),
    sending: async () => undefined,
    sendingReport: async () => undefined,
    recipients: async () => undefined,
    recipientPreview: async () => undefined,
    phone: phoneAnswers(),
    crossCheck: {
      lists: async () => theCheckLists,
      list: async (_actor, _run, { listId, shown }) => (listId === 'list-1' ? theCheckList(shown) : undefined),
    },
    plan: async () => thePlan(),
    start: async (_actor, choice) => theStart(choice),
    ...queueAnswers,
  };
}

/** Asks as somebody on this machine. */
export const asking = ({ api }: Fixture, as = 'owner') => {
  const headers = { authorization: `Bearer ${local}`, 'x-aarshjul-as': as };
  return {
    get: (url: string, more: Readonly<Record<string, string>> = {}) =>
      api.inject({ url: `/api${url}`, headers: { ...headers, ...more } }),
    post: (url: string, body: object = {}, more: Readonly<Record<string, string>> = {}) =>
      api.inject({ method: 'POST', url: `/api${url}`, headers: { ...headers, ...more }, payload: body }),
  };
};
