import { oneOf } from './one-of';
import { orNull, why, type Verb } from './verb';
import { outcomes } from '../domain/referral/commands';

/** Every action on a practice review referral, beside those on tasks. */
export const referralVerbs: readonly Verb[] = [
  {
    name: 'askReferrer',
    command: 'ask-referrer',
    args: '<REF>',
    summary: 'asks the referrer for what is missing, by a date',
    options: [
      ['--what <TEXT>', 'what is missing'],
      ['--by-date <DATE>', 'by when it is needed'],
    ],
    input: ({ what, byDate }) => ({ what, by: byDate }),
    example:
      'ask-referrer PR-2026-7K3F --what "when it became apparent" --by-date 2027-01-11 --by business-manager-1',
  },
  {
    name: 'decideReferral',
    command: 'decide-referral',
    args: '<REF>',
    summary: 'what the partners decide, with reasons, and what the referrer is told',
    options: [
      ['--outcome <OUTCOME>', oneOf(outcomes)],
      why,
      ['--to-referrer <TEXT>', 'what the referrer is told; nothing about a child'],
      ['--importance <TEXT>', 'whether it raises issues of importance in the area'],
      ['--lesson <TEXT>', 'what agencies could learn together'],
      ['[--dissent <TEXT>]', 'who disagreed and why'],
      ['[--by-date <DATE>]', 'by when more information is needed: with more-information alone'],
    ],
    input: ({ outcome, reason, toReferrer, importance, lesson, dissent, byDate }) => ({
      ...{ outcome, reason, toReferrer, importance, lesson },
      ...{ dissent: orNull(dissent), by: orNull(byDate) },
    }),
    example:
      'decide-referral PR-2026-7K3F --outcome other-local-learning --reason "…" --to-referrer "…" ' +
      '--importance "…" --lesson "…" --by business-manager-1',
  },
];
