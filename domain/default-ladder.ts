import type { Ladders } from './ladder-steps';

/** Who is told when, where the authority's file names no ladder of its own: decided here, no source. */
export const defaultLadder: Ladders = {
  must: [
    { kind: 'task', when: 'start', to: ['notifying-officer'] },
    { kind: 'alert', when: 'start', to: ['manager', 'director', 'business-manager'] },
    {
      kind: 'reminder',
      when: 'unacknowledged',
      workingDays: 1,
      at: '10:00',
      to: ['deputy', 'manager'],
    },
    {
      kind: 'reminder',
      when: 'before',
      workingDaysLeft: 3,
      at: '09:00',
      to: ['notifying-officer'],
    },
    {
      kind: 'reminder',
      when: 'before',
      workingDaysLeft: 1,
      at: '09:00',
      to: ['notifying-officer', 'deputy'],
    },
    {
      kind: 'warning',
      when: 'before',
      workingDaysLeft: 0,
      at: '09:00',
      to: ['notifying-officer', 'deputy', 'manager'],
    },
    {
      kind: 'warning',
      when: 'before',
      workingDaysLeft: 0,
      at: '13:00',
      to: ['notifying-officer', 'deputy', 'manager', 'director'],
    },
    {
      kind: 'late',
      when: 'due',
      to: ['notifying-officer', 'manager', 'director', 'business-manager'],
    },
    {
      kind: 'chase',
      when: 'after',
      everyWorkingDays: 1,
      at: '09:00',
      to: ['notifying-officer', 'manager'],
    },
    { kind: 'chase', when: 'after', everyWorkingDays: 5, at: '09:00', to: ['director'] },
  ],
  should: [
    { kind: 'task', when: 'start', to: ['notifying-officer'] },
    {
      kind: 'reminder',
      when: 'before',
      workingDaysLeft: 1,
      at: '09:00',
      to: ['notifying-officer'],
    },
    { kind: 'late', when: 'due', to: ['notifying-officer'] },
  ],
};
