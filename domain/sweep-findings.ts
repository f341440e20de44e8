/** What may be done without a person: start it from the register, or wake it. */
export type Remedy = 'start-again' | 'look' | 'a-person';

interface Kind {
  readonly remedy: Remedy;
  readonly says: string;
}

/** Everything that can be found, each as the end of a sentence about a record. */
export const findingKinds = {
  missing: {
    remedy: 'start-again',
    says: 'is open in the register, but Temporal does not run it',
  },
  overdue: { remedy: 'look', says: 'had a date that passed without a line in its history' },
  overslept: { remedy: 'look', says: 'had a moment that passed without anything happening' },
  unrecorded: { remedy: 'look', says: 'has lines that the register does not have yet' },
  'other-calendar': { remedy: 'look', says: 'has dates by another calendar of bank holidays' },
  'other-release': { remedy: 'look', says: 'keeps to another release of the worker' },
  failing: { remedy: 'a-person', says: 'cannot go on: its next step fails again and again' },
  'not-recording': { remedy: 'a-person', says: 'cannot hand its lines to the register' },
  'not-telling': { remedy: 'a-person', says: 'cannot send its messages' },
  'lines-lost': {
    remedy: 'a-person',
    says: 'has handed over lines that the register no longer has: put back a copy of the database',
  },
  'register-ahead': {
    remedy: 'a-person',
    says: 'knows less than the register: Temporal was put back to an earlier copy',
  },
  'ended-early': {
    remedy: 'a-person',
    says: 'has ended in Temporal, but is open in the register: lines of its end were lost there',
  },
  'no-state': {
    remedy: 'a-person',
    says: 'is open in the register and lost in Temporal, and what is kept cannot be used',
  },
  'perhaps-unsent': {
    remedy: 'a-person',
    says: 'was lost with messages under way: look which arrived, and tell the others',
  },
  'still-behind': { remedy: 'a-person', says: 'was woken, and is behind all the same' },
  'no-answer': { remedy: 'a-person', says: 'did not answer' },
} as const satisfies Record<string, Kind>;

export type FindingKind = keyof typeof findingKinds;

export interface Finding {
  readonly reference: string;
  readonly kind: FindingKind;
}

/** What a comparison found; nothing in it is about a child. */
export interface Compared {
  /** Instant, UTC: when it began. */
  readonly at: string;
  /** How many records were compared. */
  readonly compared: number;
  readonly counts: Partial<Record<FindingKind, number>>;
  /** How many findings need a person. */
  readonly forAPerson: number;
  /** What needs a person first; cut off after the first two hundred. */
  readonly findings: readonly Finding[];
}

/** When the register's head last left it in a sweep; and why it could not, where it could not. */
export interface DailyHead {
  readonly publishedAt: string | null;
  readonly problem: string | null;
}

/** What a sweep answers. */
export type Swept = Compared & { readonly head: DailyHead };

const mostFindings = 200;

export const needsPerson = ({ kind }: Finding): boolean => findingKinds[kind].remedy === 'a-person';

export function summariseSweep(
  findings: readonly Finding[],
  { at, compared }: Pick<Compared, 'at' | 'compared'>,
): Compared {
  const forAPerson = findings.filter(needsPerson);
  const mended = findings.filter((finding) => !needsPerson(finding));
  const counts: Compared['counts'] = {};
  for (const { kind } of findings) counts[kind] = (counts[kind] ?? 0) + 1;
  return {
    ...{ at, compared, counts, forAPerson: forAPerson.length },
    findings: [...forAPerson, ...mended].slice(0, mostFindings),
  };
}

const done = {
  'start-again': ': it was started again.',
  look: ': it was woken.',
  'a-person': '.',
} as const satisfies Record<Remedy, string>;

/** A finding as a sentence. */
export function findingText({ reference, kind }: Finding): string {
  const { says, remedy } = findingKinds[kind];
  return `${reference} ${says}${done[remedy]}`;
}
