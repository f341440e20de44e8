import { decidedHere, type OwnTask } from '../own-task';

const manager = ['business-manager'] as const;
const above = ['business-manager', 'manager'] as const;
const page = 'Procedure page, referral to the safeguarding partners';

/** Every kind of task of a practice review referral. */
export const referralTasks = {
  'raise-concern': {
    words: 'Raise the safeguarding concern with the front door now',
    workingDays: 0,
    to: ['front-door', 'business-manager', 'manager'],
    whenMissed: ['front-door', 'manager', 'director'],
    chaseEvery: 1,
    endsBy: 'done',
    source: `${page}: considering a review never delays raising a safeguarding concern`,
  },
  'start-incident': {
    words: 'Start the incident record: the facts meet the criteria for notification',
    workingDays: 0,
    to: ['notifying-officer', 'deputy', 'manager'],
    whenMissed: ['manager', 'director'],
    chaseEvery: 1,
    endsBy: 'startIncident',
    source: 'Children Act 2004 s16C(1): a referral is not a notification, and delays none',
  },
  'acknowledge-referral': {
    words: 'Tell the referrer that the referral has arrived',
    workingDays: 1,
    isTarget: true,
    to: manager,
    whenMissed: above,
    chaseEvery: 1,
    endsBy: 'done',
    source: decidedHere,
  },
  'check-referral': {
    words: 'Check that the referral is complete, and look at what it flags',
    workingDays: 2,
    isTarget: true,
    to: manager,
    whenMissed: above,
    chaseEvery: 1,
    endsBy: 'done',
    source: decidedHere,
  },
  'missing-information': {
    words: 'Get the missing information',
    workingDays: null,
    to: manager,
    whenMissed: above,
    chaseEvery: 5,
    endsBy: 'done',
    source: decidedHere,
  },
  'partner-view': {
    words: 'Record the partner’s view',
    workingDays: 5,
    isTarget: true,
    to: manager,
    whenMissed: above,
    chaseEvery: 5,
    endsBy: 'giveView',
    source: `${page}: each statutory partner records a view`,
  },
  'decide-referral': {
    words: 'Decide on the referral',
    workingDays: 10,
    isTarget: true,
    to: above,
    whenMissed: ['business-manager', 'manager', 'director'],
    chaseEvery: 5,
    endsBy: 'decideReferral',
    source: decidedHere,
  },
  'tell-referrer': {
    words: 'Tell the referrer the outcome, with the reasons and nothing about a child',
    workingDays: 1,
    isTarget: true,
    to: manager,
    whenMissed: above,
    chaseEvery: 5,
    endsBy: 'done',
    source: `${page}: the outcome, with reasons, is told to the referrer`,
  },
} as const satisfies Record<string, OwnTask>;
