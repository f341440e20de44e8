import type { Wish } from '../client/answers';

/** What a person typed: arguments by their name, options by theirs. */
export type Given = Readonly<Record<string, unknown>>;

/** One command that acts on an incident record. */
export interface Verb {
  readonly name: Wish['name'];
  readonly command: string;
  readonly args: string;
  readonly summary: string;
  /** Flags and what they are for; all but those in square brackets must be given. */
  readonly options: readonly (readonly [flags: string, says: string])[];
  readonly input: (given: Given) => Record<string, unknown>;
  readonly example: string;
}

const why = ['--reason <TEXT>', 'why; it is kept in the history'] as const;
const orNull = (value: unknown): unknown => value ?? null;

/** Every action with the same shape: who, on which record, what. `amend` takes a file: amend.ts. */
export const verbs: readonly Verb[] = [
  {
    name: 'acknowledge',
    command: 'acknowledge',
    args: '<REF> <TASK...>',
    summary: '"I have got this": quietens reminders, never warnings or late messages',
    options: [],
    input: ({ TASK }) => ({ tasks: TASK }),
    example: 'acknowledge SI-2026-7K3F panel ofsted --by officer-1',
  },
  {
    name: 'done',
    command: 'done',
    args: '<REF> <TASK...>',
    summary: 'it was done, with the evidence; several tasks in one entry',
    options: [
      ['--at <ISO>', 'when it was done, such as 2026-12-29T14:05:00Z; "now" for this moment'],
      ['--channel <TEXT>', 'how: "online system", "telephone", "mail"'],
      ['[--reference <TEXT>]', 'the reference that was given; the Panel’s is required'],
      ['--told <TEXT>', 'who was told or what was said'],
    ],
    input: ({ TASK, at, channel, reference, told }) => ({
      ...{ tasks: TASK, at, channel, reference: orNull(reference), told },
    }),
    example:
      'done SI-2026-7K3F panel --at 2026-12-29T14:05:00Z --channel "online system" ' +
      '--reference CSI-123 --told "the Panel" --by officer-1',
  },
  {
    name: 'approve',
    command: 'approve',
    args: '<REF> <PROPOSAL>',
    summary: 'the second person’s yes to a proposal; never the same person',
    options: [],
    input: ({ PROPOSAL }) => ({ proposal: PROPOSAL }),
    example: 'approve SI-2026-7K3F p1 --by manager-2',
  },
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
    name: 'confirm',
    command: 'confirm',
    args: '<REF> <TASK>',
    summary: 'a manager confirms: none is needed, a later clock, which authority notifies',
    options: [['[--reason <TEXT>]', 'why; it is kept in the history']],
    input: ({ TASK, reason }) => ({ task: TASK, reason: orNull(reason) }),
    example: 'confirm SI-2026-7K3F confirm-none --reason "…" --by manager-1',
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
  {
    name: 'reassign',
    command: 'reassign',
    args: '<REF> <TASK>',
    summary: 'gives a task to another person',
    options: [['--to <ID>', 'whose it is from now on']],
    input: ({ TASK, to }) => ({ task: TASK, to }),
    example: 'reassign SI-2026-7K3F panel --to officer-2 --by manager-1',
  },
  {
    name: 'explain',
    command: 'explain',
    args: '<REF> <TASK>',
    summary: 'adds an explanation beside a task, for instance why it is late',
    options: [['--text <TEXT>', 'the explanation']],
    input: ({ TASK, text }) => ({ task: TASK, text }),
    example: 'explain SI-2026-7K3F panel --text "the online system was down" --by officer-1',
  },
  {
    name: 'redate',
    command: 'redate',
    args: '<REF>',
    summary: 'works the dates out again, for instance after a new bank holiday',
    options: [why],
    input: ({ reason }) => ({ reason }),
    example: 'redate SI-2026-7K3F --reason "a bank holiday was proclaimed" --by manager-1',
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
