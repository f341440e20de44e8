import type { LadderStep, Role } from './authority';
import type { TaskKind } from './task';

/** The authority's own work around the notifications. */
export type OwnTaskKind = Exclude<TaskKind, 'notify' | 'confirm-other'>;

interface OwnTask {
  readonly words: string;
  /** Working days until it is due; null when a person or another date sets it. */
  readonly workingDays: number | null;
  readonly to: readonly Role[];
  readonly whenMissed: readonly Role[];
  readonly chaseEvery: number;
  /** Which command ends it. */
  readonly endsBy: 'done' | 'confirm' | 'decide' | 'approve';
  readonly source: string;
}

const manager = ['manager'] as const;
const above = ['manager', 'director'] as const;
const officers = ['notifying-officer', 'deputy'] as const;
const decided = 'Our decision: no source gives a period';

/** A manager sets when to look again at facts not yet known: at most this far ahead. */
export const longestRecheck = { workingDays: 20, source: decided } as const;

/** Every kind of own task: who does it, by when, who hears when it is missed, what ends it. */
export const ownTasks = {
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
} as const satisfies Record<OwnTaskKind, OwnTask>;

/** What ends a task of any kind: evidence ends every notification. */
export const endsBy = (kind: TaskKind): OwnTask['endsBy'] =>
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
