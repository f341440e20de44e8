import type { LadderStep } from './ladder-steps';
import { decidedHere as decided, type Ending, type OwnTask } from './own-task';
import { referralTasks } from './referral/tasks';
import { reviewTasks } from './review/tasks';
import type { Strength } from './strength';

const manager = ['manager'] as const;
const above = ['manager', 'director'] as const;
const officers = ['notifying-officer', 'deputy'] as const;

/** A manager sets when to look again at facts not yet known: at most this far ahead. */
export const longestRecheck = { workingDays: 20, source: decided } as const;

/** The authority’s own work around the notifications. */
const incidentTasks = {
  'confirm-none': {
    words: 'Confirm that no notification is needed',
    workingDays: 1,
    to: manager,
    whenMissed: above,
    chaseEvery: 5,
    endsBy: 'confirm',
    source: decided,
  },
  'confirm-clock': {
    words: 'Confirm the later date on which the authority knew',
    workingDays: 1,
    to: manager,
    whenMissed: above,
    chaseEvery: 5,
    endsBy: 'confirm',
    source: decided,
  },
  'confirm-holder': {
    words: 'Confirm which authority notifies',
    workingDays: 1,
    to: manager,
    whenMissed: ['director'],
    chaseEvery: 5,
    endsBy: 'confirm',
    source: decided,
  },
  decide: {
    words: 'Decide what to do about the facts not yet known',
    workingDays: null,
    to: ['manager', 'notifying-officer'],
    whenMissed: above,
    chaseEvery: 1,
    endsBy: 'decide',
    source: decided,
  },
  recheck: {
    words: 'Look again at the facts not yet known',
    workingDays: null,
    to: manager,
    whenMissed: above,
    chaseEvery: 5,
    endsBy: 'decide',
    source: decided,
  },
  correct: {
    words: 'Tell them of the changed facts',
    workingDays: 5,
    to: officers,
    whenMissed: above,
    chaseEvery: 5,
    endsBy: 'done',
    source: decided,
  },
  withdraw: {
    words: 'Tell them that the notification is withdrawn',
    workingDays: 5,
    to: officers,
    whenMissed: above,
    chaseEvery: 5,
    endsBy: 'done',
    source: decided,
  },
  'end-review': {
    words: 'End the rapid review: the incident no longer calls for one',
    workingDays: 5,
    to: ['business-manager'],
    whenMissed: above,
    chaseEvery: 5,
    endsBy: 'done',
    source: decided,
  },
  reopened: {
    words: 'Say what is to be done now that the incident record is open again',
    workingDays: 1,
    to: manager,
    whenMissed: above,
    chaseEvery: 5,
    endsBy: 'confirm',
    source: decided,
  },
  approve: {
    words: 'Give the second person’s approval',
    workingDays: 1,
    to: above,
    whenMissed: above,
    chaseEvery: 1,
    endsBy: 'approve',
    source: decided,
  },
  'mend-address': {
    words: 'Mend an address in the authority’s file',
    workingDays: null,
    to: manager,
    whenMissed: manager,
    chaseEvery: 5,
    endsBy: 'confirm',
    source: decided,
  },
} as const satisfies Record<string, OwnTask>;

/** Every kind of own task: who does it, by when, who hears when it is missed, what ends it. */
export const ownTasks = { ...incidentTasks, ...referralTasks, ...reviewTasks } as const;

export type OwnTaskKind = keyof typeof ownTasks;

/**
 * What a task asks of a person. `notify` and `confirm-other` are the notification duties; the
 * rest are own work.
 */
export type TaskKind = 'notify' | 'confirm-other' | OwnTaskKind;

const rows: Readonly<Record<OwnTaskKind, OwnTask>> = ownTasks;

/** The kinds whose working days the authority's file may set. */
export const targetKinds = (Object.keys(ownTasks) as OwnTaskKind[]).filter(
  (kind) => rows[kind].isTarget,
);

/** How binding a kind is: the partnership's own work, unless its row says more. */
export const strengthOf = (kind: OwnTaskKind): Strength => rows[kind].strength ?? 'local';

/** What ends a task of any kind: evidence ends every notification. */
export const endsBy = (kind: TaskKind): Ending =>
  kind === 'notify' || kind === 'confirm-other' ? 'done' : ownTasks[kind].endsBy;

/** The ladder of an own task: at once, on the last morning, when missed, and then again. */
export function ownLadder(kind: OwnTaskKind): LadderStep[] {
  const { to, whenMissed, chaseEvery } = ownTasks[kind];
  return [
    { kind: 'task', when: 'start', to: [...to] },
    { kind: 'reminder', when: 'before', workingDaysLeft: 1, at: '09:00', to: [...to] },
    { kind: 'reminder', when: 'before', workingDaysLeft: 0, at: '09:00', to: [...to] },
    { kind: 'late', when: 'due', to: [...whenMissed] },
    {
      kind: 'chase',
      when: 'after',
      everyWorkingDays: chaseEvery,
      at: '09:00',
      to: [...whenMissed],
    },
  ];
}
