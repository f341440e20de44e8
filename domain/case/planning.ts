import { longestRecheck, type OwnTaskKind } from '../own-tasks';
import type { PlanRequest } from '../plan';
import type { Command, CommandOf } from './commands';
import { isUnfinished } from '../record/task-book';
import { type CaseState } from './state';
import { isNotification } from '../task';

type Needs = Partial<Omit<PlanRequest, 'report' | 'rulebook' | 'now' | 'runningSince'>> & {
  readonly correctsMoment?: boolean;
};

/** What must be worked out before a command can be carried out; null when it needs no dates. */
export function planRequestFor(
  state: CaseState,
  command: Command,
  now: string,
): PlanRequest | null {
  const needs = needsOf(state, command);
  return needs && requestFor(state, needs, now);
}

/** What must be worked out to see whether the calendar moves a date; null where none is open. */
export function redateRequestFor(state: CaseState, now: string): PlanRequest | null {
  return state.status === 'open' ? requestFor(state, {}, now) : null;
}

function requestFor(state: CaseState, needs: Needs, now: string): PlanRequest {
  const { correctsMoment = false, ...rest } = needs;
  return {
    report: state.report,
    patch: null,
    changedAnswers: state.changedAnswers,
    rulebook: state.rulebook,
    now,
    clocksFor: [],
    lookAgain: null,
    runningSince: correctsMoment ? {} : runningSince(state),
    ...rest,
  };
}

function needsOf(state: CaseState, command: Command): Needs | null {
  switch (command.name) {
    case 'amend':
      return {
        patch: command.patch,
        correctsMoment: command.correction && namesMoment(command.patch),
        clocksFor: ['correct', 'approve', 'end-review'],
      };
    case 'changeAnswer':
    case 'withdraw':
      return { clocksFor: ['approve'] };
    case 'decideNotToNotify':
      return {
        lookAgain: command.lookAgainOn === null ? null : { on: command.lookAgainOn, atMost: null },
        clocksFor: ['approve'],
      };
    case 'lookAgain':
      return recheckOn({ on: command.on, atMost: longestRecheck.workingDays });
    case 'approve':
      return approvalNeeds(state, command);
    case 'reopen':
      return { clocksFor: ['reopened', 'approve'] };
    case 'redate':
      return { clocksFor: ['approve'] };
    case 'acknowledge':
    case 'done':
    case 'confirm':
    case 'reassign':
    case 'explain':
    case 'link':
    case 'giveView':
    case 'signOff':
    case 'noteAlongside':
      return null;
    default:
      return command satisfies never;
  }
}

/** Only the correction of a moment can move a date later; other corrections leave clocks alone. */
function namesMoment({ becameAwareAt, children }: CommandOf<'amend'>['patch']): boolean {
  const changed: unknown[] = Array.isArray(children) ? children : [];
  return becameAwareAt !== undefined || changed.some((child) => 'knownAt' in Object(child));
}

const recheckOn = (lookAgain: NonNullable<PlanRequest['lookAgain']>): Needs => ({
  lookAgain,
  clocksFor: ['recheck'],
});

function approvalNeeds(state: CaseState, { proposal }: CommandOf<'approve'>): Needs | null {
  const what = state.proposals.find(({ id }) => id === proposal)?.what;
  switch (what?.kind) {
    case 'change-answer':
      return {
        changedAnswers: [...state.changedAnswers, what.change],
        clocksFor: ['approve', 'correct', 'end-review'] satisfies OwnTaskKind[],
      };
    case 'withdraw':
      return { clocksFor: ['withdraw', 'end-review'] };
    case 'not-notifying': {
      const on = what.decision.lookAgainOn;
      return on === null ? null : recheckOn({ on, atMost: null, wasProposed: true });
    }
    default:
      return null;
  }
}

function runningSince({ tasks }: CaseState): PlanRequest['runningSince'] {
  const running = tasks.filter((task) => isNotification(task) && isUnfinished(task));
  return Object.fromEntries(
    running.flatMap(({ recipient, laterClock, clock }) => {
      const startsAt = (laterClock ?? clock)?.startsAt;
      return startsAt === undefined || !recipient ? [] : [[recipient, startsAt]];
    }),
  );
}
