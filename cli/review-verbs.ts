import { replies } from '../domain/review/commands';
import { oneOf } from './one-of';
import { orNull, why, type Given, type Verb } from './verb';

/** Every action on a rapid review and the local review that may follow, beside those on tasks. */
export const reviewVerbs: readonly Verb[] = [
  {
    name: 'askAgency',
    command: 'ask-agency',
    args: '<REF> <AGENCY>',
    summary: 'asks an agency in writing for its summary',
    options: [
      ['--text <TEXT>', 'what was asked, in the words of the letter'],
      ['[--by-date <DATE>]', 'by when (default: working day 10)'],
    ],
    input: ({ AGENCY, text, byDate }) => ({ agency: AGENCY, text, by: orNull(byDate) }),
    example: 'ask-agency RR-2026-7K3F "Health visiting" --text "…" --by business-manager-1',
  },
  {
    name: 'decideReview',
    command: 'decide-review',
    args: '<REF>',
    summary: 'whether a local review is held, with an answer to each factor of regulation 11',
    options: [
      ['--decision <DECISION>', oneOf(['local-review', 'no-local-review'])],
      ['--at <ISO>', 'when the partners decided; "now" for this moment'],
      ['--improvements <yes|no=REASON>', 'improvements needed to safeguard children'],
      ['--themes <yes|no=REASON>', 'recurrent themes'],
      ['--working-together <yes|no=REASON>', 'concerns about agencies working together'],
      ['--panel-concluded <yes|no=REASON>', 'the Panel thinks a local review more appropriate'],
      ['--rationale <TEXT>', 'why it was so decided'],
      ['[--dissent <TEXT>]', 'who disagreed and why'],
    ],
    input: ({ decision, at, rationale, dissent, ...given }) => ({
      ...{ decision, at, rationale, dissent: orNull(dissent) },
      factors: factorsIn(given),
    }),
    example:
      'decide-review RR-2026-7K3F --decision local-review --at now --improvements yes="…" ' +
      '--themes no="…" --working-together yes="…" --panel-concluded no="…" --rationale "…" ' +
      '--by business-manager-1',
  },
  {
    name: 'recordReply',
    command: 'record-reply',
    args: '<REF>',
    summary: 'what the national Panel answered to the rapid review',
    options: [
      ['--at <ISO>', 'when the reply came; "now" for this moment'],
      ['--reply <REPLY>', oneOf(replies)],
      ['--text <TEXT>', 'what the letter says'],
      ['[--by-date <DATE>]', 'by when more is to be sent'],
    ],
    input: ({ at, reply, text, byDate }) => ({ at, reply, text, by: orNull(byDate) }),
    example: 'record-reply RR-2026-7K3F --at now --reply agrees --text "…" --by business-manager-1',
  },
  {
    name: 'appoint',
    command: 'appoint',
    args: '<REF>',
    summary: 'a reviewer is appointed, with their expertise and a check of conflicts of interest',
    options: [
      ['--reviewer <TEXT>', 'who reviews'],
      ['--expertise <TEXT>', 'what they know of'],
      ['--conflicts <TEXT>', 'what the check of conflicts of interest found'],
    ],
    input: ({ reviewer, expertise, conflicts }) => ({ reviewer, expertise, conflicts }),
    example:
      'appoint RR-2026-7K3F --reviewer "Reviewer 1" --expertise "…" --conflicts "none found" ' +
      '--by business-manager-1',
  },
  {
    name: 'askInWriting',
    command: 'ask-in-writing',
    args: '<REF> <WHOM>',
    summary: 'asks in writing for information or a draft (regulation 14)',
    options: [
      ['--for <WHAT>', oneOf(['information', 'draft'])],
      ['--text <TEXT>', 'what was asked, in the words of the letter'],
      ['--by-date <DATE>', 'by when'],
    ],
    input: ({ WHOM, text, byDate, ...given }) => ({
      ...{ of: WHOM, what: given['for'], text, by: byDate },
    }),
    example:
      'ask-in-writing RR-2026-7K3F "Reviewer 1" --for draft --text "…" --by-date 2027-04-01 ' +
      '--by business-manager-1',
  },
  {
    name: 'planPublication',
    command: 'plan-publication',
    args: '<REF>',
    summary: 'the day of publication; the report goes out 7 working days before it',
    options: [['--on <DATE>', 'the day of publication, such as 2027-06-01'], why],
    input: ({ on, reason }) => ({ on, reason }),
    example: 'plan-publication RR-2026-7K3F --on 2027-06-01 --reason "…" --by business-manager-1',
  },
  {
    name: 'withholdReport',
    command: 'withhold-report',
    args: '<REF>',
    summary: 'decides not to publish; the Panel and the Secretary of State are told why',
    options: [why],
    input: ({ reason }) => ({ reason }),
    example: 'withhold-report RR-2026-7K3F --reason "…" --by director-1',
  },
  {
    name: 'publish',
    command: 'publish',
    args: '<REF>',
    summary: 'the report was published: when and where',
    options: [
      ['--on <DATE>', 'the day on which it was published'],
      ['--where <TEXT>', 'where it can be read'],
    ],
    input: ({ on, where }) => ({ on, where }),
    example:
      'publish RR-2026-7K3F --on 2027-06-01 --where https://partnership.example/reports ' +
      '--by business-manager-1',
  },
  {
    name: 'addAction',
    command: 'add-action',
    args: '<REF>',
    summary: 'something that is to be done with what was learned',
    options: [
      ['--what <TEXT>', 'what'],
      ['--owner <TEXT>', 'who does it: a role or an agency'],
      ['--by-date <DATE>', 'by when'],
    ],
    input: ({ what, owner, byDate }) => ({ what, owner, by: byDate }),
    example:
      'add-action RR-2026-7K3F --what "…" --owner "Housing" --by-date 2027-03-01 ' +
      '--by business-manager-1',
  },
  {
    name: 'acceptNotDone',
    command: 'accept-not-done',
    args: '<REF> <TASK>',
    summary: 'a manager accepts that an action, a summary or a reply does not come',
    options: [why],
    input: ({ TASK, reason }) => ({ task: TASK, reason }),
    example: 'accept-not-done RR-2026-7K3F learning-action-1 --reason "…" --by manager-1',
  },
  {
    name: 'endReview',
    command: 'end-review',
    args: '<REF>',
    summary: 'ends a review outside the criteria; a proposal until a second person approves',
    options: [why],
    input: ({ reason }) => ({ reason }),
    example: 'end-review RR-2026-7K3F --reason "…" --by business-manager-1',
  },
];

/** `yes=because` answers yes; without the sign the reason is missing, and refused. */
function factorsIn(given: Given) {
  return {
    improvements: answerIn(given['improvements']),
    themes: answerIn(given['themes']),
    'working-together': answerIn(given['workingTogether']),
    'panel-concluded': answerIn(given['panelConcluded']),
  };
}

function answerIn(given: unknown) {
  const [answer, ...reason] = String(given).split('=');
  return { answer, reason: reason.join('=') };
}
