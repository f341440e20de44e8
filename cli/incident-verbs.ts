import { alongsideItemNames, alongsideStandings } from '../domain/around/alongside';
import { oneOf } from './one-of';
import { orNull, why, type Verb } from './verb';

/** Every action on an incident alone. `amend` takes a file: amend.ts. */
export const incidentVerbs: readonly Verb[] = [
  {
    name: 'changeAnswer',
    command: 'change-answer',
    args: '<REF> <CHILD> <CRITERION> <met|not-met>',
    summary: 'a manager answers a criterion otherwise; a proposal until approved',
    options: [why],
    input: ({ CHILD, CRITERION, reason, ...given }) => ({
      ...{ child: CHILD, criterion: CRITERION, answer: given['met|not-met'], reason },
    }),
    example:
      'change-answer SI-2026-7K3F A looked-after-child-death not-met --reason "…" --by manager-1',
  },
  {
    name: 'lookAgain',
    command: 'look-again',
    args: '<REF> <TASK>',
    summary: 'a manager sets when to look again at facts not yet known',
    options: [['--on <DATE>', 'the date, at most 20 working days ahead'], why],
    input: ({ TASK, on, reason }) => ({ task: TASK, on, reason }),
    example: 'look-again SI-2026-7K3F decide-1 --on 2027-01-11 --reason "…" --by manager-1',
  },
  {
    name: 'decideNotToNotify',
    command: 'decide-not-to-notify',
    args: '<REF>',
    summary: 'a manager proposes not to notify, with the partners’ views',
    options: [
      why,
      ['[--view <PARTNER=TEXT...>]', 'what a partner thinks; repeat it for each'],
      ['[--dissent <TEXT>]', 'who disagreed and why'],
      ['[--look-again <DATE>]', 'when to look again'],
    ],
    input: ({ reason, view, dissent, lookAgain }) => ({
      ...{ reason, views: viewsIn(view), dissent: orNull(dissent), lookAgainOn: orNull(lookAgain) },
    }),
    example: 'decide-not-to-notify SI-2026-7K3F --reason "…" --view police="agrees" --by manager-1',
  },
  {
    name: 'noteAlongside',
    command: 'note-alongside',
    args: '<REF> <ITEM>',
    summary: `how something alongside the notification stands; ITEM is ${oneOf(alongsideItemNames)}`,
    options: [
      ['--standing <STANDING>', oneOf(alongsideStandings)],
      ['[--note <TEXT>]', 'a short note'],
    ],
    input: ({ ITEM, standing, note }) => ({ item: ITEM, standing, note: orNull(note) }),
    example: 'note-alongside SI-2026-7K3F police --standing done --by officer-1',
  },
  {
    name: 'withdraw',
    command: 'withdraw',
    args: '<REF>',
    summary: 'withdraws the incident; a proposal until approved',
    options: [why],
    input: ({ reason }) => ({ reason }),
    example: 'withdraw SI-2026-7K3F --reason "entered twice" --by officer-1',
  },
  {
    name: 'reopen',
    command: 'reopen',
    args: '<REF>',
    summary: 'opens a closed or withdrawn incident again: the same record goes on',
    options: [why],
    input: ({ reason }) => ({ reason }),
    example: 'reopen SI-2026-7K3F --reason "…" --by manager-1',
  },
];

/** `police=agrees` is what the police think; without the sign the view is missing, and refused. */
function viewsIn(given: unknown): { partner: string; view: string }[] {
  const texts: string[] = Array.isArray(given) ? given.map(String) : [];
  return texts.map((text) => {
    const [partner = '', ...view] = text.split('=');
    return { partner, view: view.join('=') };
  });
}
