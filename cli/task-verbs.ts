import { orNull, why, type Verb } from './verb';

/** Every action on a task, a proposal or the dates, whichever kind of record it belongs to. */
export const taskVerbs: readonly Verb[] = [
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
      ['[--file <PATH>]', 'a file that proves it, at most 10 MiB: PDF, picture, mail, text'],
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
    name: 'confirm',
    command: 'confirm',
    args: '<REF> <TASK>',
    summary: 'a manager confirms: none is needed, a later clock, which authority notifies',
    options: [['[--reason <TEXT>]', 'why; it is kept in the history']],
    input: ({ TASK, reason }) => ({ task: TASK, reason: orNull(reason) }),
    example: 'confirm SI-2026-7K3F confirm-none --reason "…" --by manager-1',
  },
  {
    name: 'reassign',
    command: 'reassign',
    args: '<REF> <TASK>',
    summary: 'gives a task to another person',
    options: [
      ['--to <ID>', 'whose it is from now on'],
      ['[--reason <TEXT>]', 'why; it is kept in the history'],
    ],
    input: ({ TASK, to, reason }) => ({ task: TASK, to, reason: orNull(reason) }),
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
