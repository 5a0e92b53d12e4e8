import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Actor } from '#domain/access/actor.ts';
import { faultsOfSettings } from '#domain/campaign/settings.ts';
import { caseId, staffId } from '#domain/ids.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import type { Role } from '#domain/plan/role.ts';
import { roles } from '#domain/plan/role.ts';
import type { PhaseAnswer } from '#views/answers/phase.ts';
import type { PhonePlace } from '#views/answers/phone.ts';
import type { RunHead } from '#views/answers/run.ts';
import type { RunListed } from '#views/answers/runs.ts';
import type { WebNeeds, WebSession } from '#web/needs.ts';
import { buildWeb } from '#web/server.tsx';
import { theAct, theActs } from './act-answers.ts';
import { builtAssets } from './assets.ts';
import { aShare, assignmentViews } from './assignment-answers.ts';
import { theCheckList, theCheckLists } from './cross-check-answers.ts';
import { inboundDesk, inboundViews } from './inbound-answers.ts';
import { mailingAnswers } from './mailing-answers.ts';
import { theCleaning, theOwnList } from './own-answers.ts';
import { row, staff, theTasks, theYouth, theYouths } from './people-answers.ts';
import { thePhase } from './phase-answer.ts';
import { aCard, phoneAnswers, thePlace } from './phone-answers.ts';
import { theIntake, theIntakes, thePlan, theStart, tried } from './plan-answers.ts';
import { queueAnswers } from './queue-answers.ts';
import { sendingAnswers } from './sending-answers.ts';
import { theRun, theYear, today } from './year-answer.ts';

export interface Told {
  readonly command: string;
  readonly wish: Readonly<Record<string, unknown>>;
}

/** The web over fixed answers, with what was told the desk and the read log to look at. */
export interface Fixture {
  readonly web: FastifyInstance;
  readonly needs: WebNeeds;
  readonly told: Told[];
  readonly reads: { readonly what: string; readonly subjects: readonly string[]; readonly route: string }[];
  readonly said: string[];
  /** Something has been written: every open page is told. */
  readonly changed: () => void;
  readonly state: State;
}

export interface State {
  run: RunHead | undefined;
  /** Years beside the one that is shown. */
  readonly otherRuns: readonly RunListed[];
  /** Tasks that have been done since the start. */
  readonly done: Set<string>;
  youth: (id: string) => ReturnType<typeof theYouth> | undefined;
  youths: typeof theYouths;
  place: PhonePlace;
  roles: readonly Role[];
  fails: boolean;
  /** As many as a whole file of tests signs in within a minute. */
  triesPerMinute: number;
}

const done: Outcome<{ sequence: number }> = accepted({ sequence: 1 });

export async function fixture(given: Partial<State> = {}): Promise<Fixture> {
  const state: State = {
    run: theRun,
    done: new Set(),
    youth: (id) => (id === 'case-7' ? theYouth(id, 'Åse Ødegård') : id === 'case-6' ? theYouth(id) : undefined),
    youths: theYouths,
    place: thePlace,
    roles: [...roles],
    otherRuns: [],
    fails: false,
    triesPerMinute: 1000,
    ...given,
  };
  const told: Told[] = [];
  const reads: Fixture['reads'] = [];
  const said: string[] = [];
  const { live, changed } = liveBook();
  const note = (command: string, wish: object) => {
    told.push({ command, wish: { ...wish } });
    changed();
  };
  const needs: WebNeeds = {
    views: views(state),
    desk: desk(state, note),
    sessions: sessionBook(),
    readLog: { append: async (entry) => void reads.push(entry) },
    live,
    assets: await builtAssets(),
    config: {
      secure: false,
      secret: 'a secret of at least thirty-two letters',
      sessionHours: 8,
      triesPerMinute: state.triesPerMinute,
      demo: true,
      trustProxy: false,
    },
    signIn: async (login, password) => (login === 'jakob' && password === 'riktig' ? staffId('staff-1') : undefined),
    explain: (_language, code, facts) => [code, ...Object.values(facts ?? {})].join(' '),
    now: () => Date.UTC(2026, 10, 4, 10),
    today: () => today,
    newId: randomUUID,
    files: { xlsx: async (table) => new TextEncoder().encode(JSON.stringify(table)) },
    say: (event, facts) => void said.push(`${event} ${JSON.stringify(facts)}`),
  };
  return { web: await buildWeb(needs), needs, told, reads, said, changed, state };
}

function views(state: State): WebNeeds['views'] {
  const actor = (): Actor => ({
    staffId: 'staff-1',
    grants: state.roles.map((role) => ({ role, unitId: null })),
  });
  return {
    currentRun: async (wished) => {
      if (state.fails) throw new Error('the store is gone, with Isak Borge Gran in the message');
      return state.otherRuns.find(({ runId }) => runId === wished) ?? state.run;
    },
    runs: async () =>
      state.run ? [{ ...state.run, title: '', state: 'running', isCurrent: true }, ...state.otherRuns] : [],
    county: async () => theRun.county,
    reader: async () => ({ actor: actor(), name: 'Jakob Amundsen Berntsen' }),
    signIn: async () => ({
      county: theRun.county,
      demo: staff.map(({ id, name }, index) => ({
        staffId: id,
        name,
        roles: [roles[index] ?? 'adviser'],
        unit: index === 2 ? 'Nordvik' : undefined,
      })),
    }),
    openTasks: async () => 4,
    ...inboundViews,
    year: async () => theYear,
    phase: async (_actor, _run, id) => (id === thePhase.phaseId ? withDone(thePhase, state.done) : undefined),
    tasks: async (_actor, _run, scope, _today, page = 1) => ({
      ...{ ...theTasks, scope, page, groups: scope === 'unit' ? [] : theTasks.groups },
      total: scope === 'all' ? 131 : theTasks.total,
    }),
    youths: async (_actor, _run, filter, searched) => {
      const page = filter.page ?? 1;
      const rows = state.youths.rows
        .map((_, index) => (page === 1 ? (state.youths.rows[index] ?? row(index)) : row(index + 50 * page)))
        .filter(({ name }) => searched === undefined || name.includes(searched));
      return {
        ...state.youths,
        filter,
        searched,
        page,
        rows,
        total: searched === undefined ? state.youths.total : rows.length,
      };
    },
    chosen: async (_actor, _run, choice) =>
      'cases' in choice
        ? choice.cases.map((id) => ({ caseId: id, unitId: null }))
        : Array.from({ length: 1141 }, (_, index) => ({ caseId: caseId(`case-${index}`), unitId: null })),
    youth: async (_actor, _run, id) => state.youth(id),
    intakes: async () => theIntakes,
    intake: async (_actor, _run, _id, shown) => theIntake(shown),
    ownList: async (_actor, _run, filter, at) => theOwnList(filter, at),
    ownCaseIds: async (_actor, _run, { track }) =>
      Array.from({ length: track === undefined ? 150 : 120 }, (_, index) => caseId(`case-${index}`)),
    namedCases: async (_actor, _run, ids) =>
      ids.map((id) => ({ caseId: caseId(id), name: 'Løken, Adrian', unit: 'Nordvik' })),
    cleaning: async (_actor, _run, filter) => theCleaning(filter),
    runOfCase: async () => undefined,
    assignment: assignmentViews,
    acts: async () => theActs,
    act: async (_actor, _run, id) => (id === 'act-1' ? theAct() : undefined),
    crossCheck: {
      lists: async () => theCheckLists,
      list: async (_actor, _run, { listId, shown }) => (listId === 'list-1' ? theCheckList(shown) : undefined),
    },
    phone: phoneAnswers(() => state.place),
    plan: async () => thePlan(),
    start: async (_actor, choice) => theStart(choice),
    ...queueAnswers,
    ...sendingAnswers,
    letters: mailingAnswers,
  };
}

function withDone(phase: PhaseAnswer, ticked: ReadonlySet<string>): PhaseAnswer {
  return {
    ...phase,
    groups: phase.groups.map((group) => ({
      ...group,
      tasks: group.tasks.map((task) => ({
        ...task,
        ...(ticked.has(task.taskId)
          ? {
              pace: 'done',
              finished: { on: today, by: 'Jakob Amundsen Berntsen' },
              mayReopen: true,
              mayComplete: false,
            }
          : {}),
        ...(task.spread
          ? {
              spread: {
                ...task.spread,
                parts: task.spread.parts.map((part) => ({ ...part, done: part.done || ticked.has(part.taskId) })),
              },
            }
          : {}),
      })),
    })),
  };
}

function desk(state: State, note: (command: string, wish: object) => void): WebNeeds['desk'] {
  const simply =
    (command: string) =>
    async (_actor: Actor, wish: object): Promise<typeof done> => {
      note(command, wish);
      return done;
    };
  const answers =
    <T>(command: string, value: T) =>
    async (_actor: Actor, wish: object): Promise<Outcome<T>> => {
      note(command, wish);
      return accepted(value);
    };
  return {
    tasks: {
      complete: async (_actor, wish) => {
        state.done.add(wish.taskId);
        note('tasks.complete', wish);
        return done;
      },
      reopen: async (_actor, wish) => {
        state.done.delete(wish.taskId);
        note('tasks.reopen', wish);
        return done;
      },
      skip: async (_actor, wish) => {
        if (wish.reason === '') return refused({ code: 'task.reasonMissing' });
        note('tasks.skip', wish);
        return done;
      },
    },
    letters: {
      keepTemplate: async (_actor, wish) => {
        if (Object.values(wish.texts).some(({ body }) => body.includes('{hemmeleg}')))
          return refused({ code: 'template.unknown-field', facts: { found: '{hemmeleg}' } });
        if (!wish.dryRun) note('letters.keepTemplate', wish);
        return accepted({ templateId: wish.templateId, version: wish.dryRun ? 0 : 3, warnings: [] });
      },
      preview: async (_actor, wish) =>
        wish.templateId === 'sms-1'
          ? accepted({ channel: 'sms', text: 'Hei Åse. Svar JA, så ringjer vi deg.' })
          : accepted({
              channel: 'letter',
              text: 'Tilbod til deg\n\nHei Åse.',
              pages: 2,
              pdf: new Uint8Array([37, 80, 68, 70]),
            }),
      print: answers('letters.print', {
        ...{ batchId: 'batch-1', letters: 2, pages: 5, cases: ['case-6'], withdrawn: 0 },
        pdf: new Uint8Array([37, 80, 68, 70]),
      }),
      returned: answers('letters.returned', { caseId: 'case-6', addressee: 'youth', isNew: true }),
    },
    campaigns: {
      plan: answers('campaigns.plan', { campaignId: 'sending-1' }),
      change: simply('campaigns.change'),
      preview: simply('campaigns.preview'),
      approve: simply('campaigns.approve'),
      withdrawApproval: simply('campaigns.withdrawApproval'),
      stop: simply('campaigns.stop'),
      resume: simply('campaigns.resume'),
      end: simply('campaigns.end'),
      settleUncertain: simply('campaigns.settleUncertain'),
      keepSettings: async (_actor, wish) => {
        const faults = faultsOfSettings(wish.settings);
        if (faults.length > 0) return refused(...faults);
        note('campaigns.keepSettings', wish);
        return accepted(wish.settings);
      },
    },
    replies: inboundDesk(note),
    returns: { sent: answers('returns.sent', { sent: 1, refused: [] }) },
    earlyLeavers: { note: simply('earlyLeavers.note'), remind: simply('earlyLeavers.remind') },
    navMeetings: { open: answers('navMeetings.open', { meetingId: 'meeting-1' }), enter: simply('navMeetings.enter') },
    doubles: {
      search: answers('doubles.search', { youths: 1141, pairs: 2 }),
      merge: answers('doubles.merge', { mergeId: 'merge-1', status: { stands: 'neither' as const } }),
      part: simply('doubles.part'),
      keepApart: answers('doubles.keepApart', {}),
    },
    youths: {
      code: async (_actor, wish) => {
        if (wish.to === 'OTNO') return refused({ code: 'coding.explicit-no.missing', source: 'Udir' });
        note('youths.code', wish);
        return done;
      },
      choose: async (_actor, wish) => {
        if (wish.choice === 'return' && !wish.coding) return refused({ code: 'choice.needsReturnCode' });
        note('youths.choose', wish);
        return done;
      },
      registerContact: simply('youths.registerContact'),
      withdrawContact: simply('youths.withdrawContact'),
      assign: simply('youths.assign'),
    },
    runs: {
      start: async (_actor, wish) => {
        note('runs.start', { title: wish.title });
        return accepted({ runId: 'run-2', findings: [] });
      },
      changePlan: async (_actor, wish) => {
        if (wish.change.reason.trim() === '') return refused({ code: 'plan.reasonMissing' });
        if (!wish.dryRun) note('runs.changePlan', wish.change);
        return accepted(tried(wish.change));
      },
    },
    intakes: {
      receive: async (_actor, wish) => {
        note('intakes.receive', { fileName: wish.fileName, size: wish.bytes.length });
        return accepted({ intakeId: 'intake-1', already: false });
      },
      approve: simply('intakes.approve'),
      apply: simply('intakes.apply'),
      undo: simply('intakes.undo'),
      reject: simply('intakes.reject'),
    },
    crossCheck: {
      receive: async (_actor, { bytes: _, ...wish }) => {
        note('crossCheck.receive', wish);
        return accepted({ listId: 'list-1', already: false, rows: 312, pairs: 70 });
      },
      matchAgain: async (_actor, wish) => {
        note('crossCheck.matchAgain', wish);
        return accepted({ listId: wish.listId });
      },
      decide: async (_actor, wish) => {
        note('crossCheck.decide', wish);
        return accepted({ decided: wish.pairIds, kept: [] });
      },
      accept: async (_actor, wish) => {
        if (wish.pairIds?.length === 0) return refused({ code: 'crossCheck.nothingWaits' });
        note('crossCheck.accept', wish);
        return accepted({ actId: wish.commandId, parts: wish.pairIds?.length ?? 48, untouched: [], leftOut: [] });
      },
    },
    filters: {
      of: async () => [
        { filterId: 'filter-1', title: 'Aktivitet ukjend i Nordvik', query: 'list=otuk', staffId: null },
      ],
      keep: async (_actor, wish) => {
        note('filters.keep', wish);
        return accepted({ filterId: wish.commandId, staffId: 'staff-1', title: wish.title, query: wish.query });
      },
      remove: async (_actor, wish) => {
        note('filters.remove', wish);
        return accepted(wish);
      },
    },
    acts: {
      begin: async (_actor, wish) => {
        if (!wish.dryRun) note('acts.begin', wish);
        return accepted({
          actId: wish.dryRun ? '' : wish.commandId,
          parts: wish.parts.length,
          untouched: [{ caseId: 'case-7', why: [{ code: 'choice.needsStatus' }] }],
        });
      },
      undo: simply('acts.undo'),
    },
    assignment: {
      keepRules: async (_actor, { rules, onIntake, ...wish }) => {
        note('assignment.keepRules', { rules, onIntake, ...wish });
        return accepted({ rules, onIntake });
      },
      preview: async () => accepted(aShare),
      share: async (_actor, wish) => {
        if (wish.expected === 0) return refused({ code: 'assignment.changed' });
        note('assignment.share', wish);
        return accepted({ actId: wish.commandId, parts: 33, untouched: [] });
      },
    },
    staff: {
      registerAbsence: async (_actor, wish) => {
        note('staff.registerAbsence', wish);
        return accepted({ absenceId: wish.commandId });
      },
      leave: async (_actor, { dryRun, ...wish }) => {
        const left = { ...aShare, stays: { youths: wish.way ? 1 : 34, tasks: 0 }, actId: wish.way ? 'act-1' : null };
        if (dryRun) return accepted(left);
        if (!wish.leaveOpen) return refused({ code: 'staff.hasOpen', facts: left.stays });
        note('staff.leave', wish);
        return accepted(left);
      },
      endAbsence: async (_actor, wish) => {
        note('staff.endAbsence', wish);
        return accepted({ absenceId: wish.absenceId });
      },
    },
    phone: phoneDeskFor(state, note),
    rehearsal: {
      forward: async (_actor, wish) => {
        if (state.run) state.run = { ...state.run, today: wish.to };
        note('rehearsal.forward', wish);
        return accepted({ today: wish.to });
      },
    },
  };
}

/** Each outcome leads on to the next youth, and undoing leads back. */
function phoneDeskFor(state: State, note: (command: string, wish: object) => void): WebNeeds['desk']['phone'] {
  const simply = (verb: string) => async (_actor: Actor, wish: object) => {
    note(`phone.${verb}`, wish);
    return done;
  };
  const to = (id: string, name: string) => {
    state.place = { ...state.place, card: aCard(id, name) };
  };
  return {
    start: async (_actor, wish) => {
      note('phone.start', wish);
      return accepted({ driveId: 'drive-1', opensOn: today, closesOn: today });
    },
    open: simply('open'),
    close: simply('close'),
    join: simply('join'),
    leave: simply('leave'),
    split: async (_actor, wish) => {
      note('phone.split', wish);
      return accepted({ fresh: 0, given: 7, left: 0 });
    },
    next: async () => accepted({ caseId: state.place.card?.caseId }),
    skip: async (_actor, wish) => {
      note('phone.skip', wish);
      return accepted({ released: 1 });
    },
    release: async (_actor, wish) => {
      note('phone.release', wish);
      state.place = { ...state.place, card: undefined };
      return accepted({ released: 42 });
    },
    outcome: async (_actor, wish) => {
      if (wish.caseId !== state.place.card?.caseId) return refused({ code: 'phone.heldByOther' });
      note('phone.outcome', wish);
      to('case-7', 'Åse Ødegård');
      return done;
    },
    undo: async (_actor, wish) => {
      note('phone.undo', wish);
      to('case-6', 'Isak Borge Gran');
      return accepted({ caseId: 'case-6' });
    },
    take: async (_actor, wish) => {
      note('phone.take', wish);
      to(wish.caseId, 'Åse Ødegård');
      return accepted({ caseId: wish.caseId });
    },
  };
}

function sessionBook(): WebNeeds['sessions'] {
  const book = new Map<string, WebSession>();
  return {
    open: async (hash, session) => void book.set(hash, session),
    read: async (hash, at) => {
      const found = book.get(hash);
      return found && found.expiresAt > at ? found : undefined;
    },
    touch: async (hash, expiresAt) => {
      const found = book.get(hash);
      if (found) book.set(hash, { ...found, expiresAt });
    },
    keep: async (hash, entries) => {
      const found = book.get(hash);
      if (found) book.set(hash, { ...found, kept: { ...found.kept, ...entries } });
    },
    end: async (hash) => void book.delete(hash),
  };
}

function liveBook() {
  const listeners = new Set<(version: number) => void>();
  let version = 1;
  return {
    live: {
      version: () => version,
      subscribe: (listener: (version: number) => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    changed: () => {
      version += 1;
      for (const listener of listeners) listener(version);
    },
  };
}
