import type { Cases, Outcome, Wish } from '../client/answers';
import type { Authority } from '../domain/authority';
import { londonDateOf } from '../domain/calendar';
import { dateOf, dayNumber } from '../domain/day';
import type { Ending } from '../domain/own-task';
import { endsBy } from '../domain/own-tasks';
import type { TaskView } from '../domain/record/task-view';
import type { RecordView } from '../domain/records';
import type { Role } from '../domain/roles';

/** A task that is due, and the record that it belongs to. */
export interface Part {
  readonly view: RecordView;
  readonly task: TaskView;
}

/** Everything that the people of a rehearsal act with; `at` is an instant in UTC. */
export interface Scene {
  readonly cases: Cases;
  readonly authority: Authority;
  readonly at: string;
}

/** Somebody does what a task asks. Answers the reference of a record that began with it, if any. */
export async function actFor(part: Part, scene: Scene): Promise<readonly string[]> {
  const { reference } = part.view;
  const { cases, authority } = scene;
  if (part.task.kind === 'start-incident') {
    const by = personIn(authority, 'notifying-officer');
    const given = { becameAwareAt: null, reason: null, by };
    return [valueOf(await cases.startFromReferral(reference, given)).reference];
  }
  for (const { wish, role } of wishesFor(part, scene)) {
    valueOf(await cases.act(reference, wish, { by: personIn(authority, role) }));
  }
  return [];
}

interface Played {
  readonly role: Role;
  readonly wish: Wish;
}

function wishesFor(part: Part, scene: Scene): readonly Played[] {
  const { task, view } = part;
  if (task.kind === 'requests-out') return [...agencies.map(asked), done(part, scene)];
  if (task.kind === 'panel-meeting') return [done(part, scene), learned(scene)];
  if (task.kind === 'appoint-reviewer') return [appointed, draftAsked(scene)];
  if (task.kind === 'send-report' && view.kind === 'review' && !isDelayed(view)) {
    return [{ role: 'business-manager', wish: delay(view) }];
  }
  return [wishes[endsBy(task.kind)](part, scene)];
}

const agencies = ['Health visiting', 'School'];
const text = 'played in a rehearsal';

const asked = (agency: string): Played => ({
  role: 'business-manager',
  wish: { name: 'askAgency', agency, text, by: null },
});

const daysAfter = (at: string, days: number): string => dateOf(dayNumber(londonDateOf(at)) + days);

const learned = ({ at }: Scene): Played => ({
  role: 'business-manager',
  wish: { name: 'addAction', what: text, owner: 'Housing', by: daysAfter(at, 90) },
});

const appointed: Played = {
  role: 'business-manager',
  wish: { name: 'appoint', reviewer: 'Reviewer 1', expertise: text, conflicts: 'none found' },
};

const draftAsked = ({ at }: Scene): Played => ({
  role: 'business-manager',
  wish: { name: 'askInWriting', of: 'Reviewer 1', what: 'draft', text, by: daysAfter(at, 120) },
});

type Review = Extract<RecordView, { readonly kind: 'review' }>;

const isDelayed = ({ publication }: Review): boolean =>
  publication !== null && publication.plannedOn !== publication.dueOn;

/** Nine weeks later than it should be: those who must be told are told. */
const delay = ({ publication }: Review): Wish => ({
  name: 'planPublication',
  on: dateOf(dayNumber(publication?.dueOn ?? '') + 63),
  reason: 'an inquest comes first',
});

/** How and to whom it was done, which nothing was. */
export const evidence = {
  channel: 'rehearsal',
  reference: 'REHEARSAL',
  told: 'nobody, this is a rehearsal',
} as const;

const done = ({ task }: Part, { at }: Scene): Played => ({
  role: 'business-manager',
  wish: {
    name: 'done',
    tasks: [task.task],
    at,
    ...evidence,
  },
});

const partnerOf = ({ task }: TaskView): string => task.replace(/^.*:/, '');
const factor = { answer: 'yes', reason: text } as const;

/** What ends each sort of task, and who does it. */
const wishes: Readonly<Record<Ending, (part: Part, scene: Scene) => Played>> = {
  done,
  confirm: ({ task }) => ({
    role: 'manager',
    wish: { name: 'confirm', task: task.task, reason: text },
  }),
  decide: unplayed,
  startIncident: unplayed,
  approve: ({ task }) => ({
    role: 'director',
    wish: { name: 'approve', proposal: task.task.replace('approve-', '') },
  }),
  giveView: ({ task }) => ({
    role: 'business-manager',
    wish: { name: 'giveView', partner: partnerOf(task), view: 'meets', reason: text },
  }),
  decideReferral: () => ({
    role: 'business-manager',
    wish: {
      name: 'decideReferral',
      outcome: 'meets-the-criteria',
      ...{ reason: text, toReferrer: text, importance: text, lesson: text },
      ...{ dissent: null, by: null },
    },
  }),
  signOff: ({ task }) => ({
    role: 'business-manager',
    wish: { name: 'signOff', partner: partnerOf(task), view: 'agrees', reason: text },
  }),
  decideReview: (_, { at }) => ({
    role: 'business-manager',
    wish: {
      name: 'decideReview',
      at,
      decision: 'local-review',
      factors: {
        ...{ improvements: factor, themes: factor, 'working-together': factor },
        'panel-concluded': { answer: 'no', reason: text },
      },
      rationale: text,
      dissent: null,
    },
  }),
  recordReply: (_, { at }) => ({
    role: 'business-manager',
    wish: { name: 'recordReply', at, reply: 'agrees', text, by: null },
  }),
  appoint: () => appointed,
  publish: (_, { at }) => ({
    role: 'business-manager',
    wish: { name: 'publish', on: londonDateOf(at), where: 'https://partnership.example/reports' },
  }),
};

function unplayed({ task }: Part): never {
  throw new Error(`Nobody plays ${task.task} in this rehearsal`);
}

export const personIn = ({ people }: Authority, role: Role): string =>
  people.find(({ roles }) => roles.includes(role))?.id ?? '';

/** What came of a request that a rehearsal makes; it never makes one that is refused. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problems.map(({ problem }) => problem).join(' '));
}
