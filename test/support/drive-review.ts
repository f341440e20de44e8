import { englandAndWales } from '../../domain/bank-holidays';
import { datesOf, type Dates, type DatesBasis, type DatesRequest } from '../../domain/dates';
import { setOutChases } from '../../domain/ladder';
import type { NoticeBatch } from '../../domain/notice';
import type { Entry } from '../../domain/record/entry';
import type { Refused, Stepped } from '../../domain/record/machine';
import { nextMoment, tasksWithoutChases } from '../../domain/record/rungs';
import { isUnfinished, type Actor, type Task } from '../../domain/record/task-book';
import type {
  ReviewCommand,
  ReviewCommandName,
  ReviewCommandOf,
} from '../../domain/review/commands';
import { openingDates, openReview } from '../../domain/review/open';
import { datesFor } from '../../domain/review/planning';
import type { ReviewState } from '../../domain/review/state';
import { stepReview, type ReviewEvent } from '../../domain/review/step';

export const business: Actor = { id: 'business-1', roles: ['business-manager'], coverFor: [] };

type Given<Name extends ReviewCommandName> = Omit<ReviewCommandOf<Name>, 'name' | 'actor'>;
type Taken = Stepped<ReviewState> | Refused;
type Watch = (after: Stepped<ReviewState>, event: ReviewEvent | null) => void;

export interface Around extends DatesBasis {
  /** Called with every result, the opening included. */
  readonly watch?: Watch;
}

/** A review with its virtual clock: what the workflow does, without a server. */
export class DrivenReview {
  state: ReviewState;
  readonly entries: Entry[] = [];
  readonly batches: NoticeBatch[] = [];

  constructor(
    notifiedAt: string,
    public now = notifiedAt,
    public around: Around = { calendar: englandAndWales, authority: { targets: {} } },
  ) {
    const partners = ['local-authority', 'icb', 'police'];
    const basis = { incident: 'SI-2026-TEST', notifiedAt, rulebook: 'england-2023', partners };
    const dates = this.dates(openingDates(basis, now));
    const opened = openReview({ ...basis, reference: 'RR-2026-TEST' }, dates, 'notifiable');
    this.state = opened.state;
    this.keep(opened, null);
  }

  dates(request: DatesRequest): Dates {
    const answer = datesOf(request, this.around);
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    return answer.plan;
  }

  task(id: string): Task {
    const found = this.state.tasks.find((task) => task.id === id);
    if (!found) throw new Error(`No task ${id}: ${this.state.tasks.map((one) => one.id).join()}`);
    return found;
  }

  dueOn = (id: string): string | undefined => this.task(id).clock?.dueOn;

  openIds = (): string[] => this.state.tasks.filter(isUnfinished).map(({ id }) => id);

  texts = (kind: Entry['kind'], task?: string): string[] =>
    this.entries
      .filter((entry) => entry.kind === kind && (!task || entry.tasks.includes(task)))
      .map(({ text }) => text);

  /** Lets time pass until a moment, waking at each of the record's own moments. */
  until(now: string): this {
    for (let next = nextMoment(this.state); next && next <= now; next = nextMoment(this.state)) {
      this.now = next > this.now ? next : this.now;
      this.take({ type: 'moment', now: this.now });
    }
    this.now = now;
    return this;
  }

  /** A person acts now. Throws where it is refused. */
  act<Name extends ReviewCommandName>(name: Name, actor: Actor, given: Given<Name>): this {
    const taken = this.attempt(name, actor, given);
    if ('refused' in taken) throw new Error(taken.refused);
    return this;
  }

  attempt<Name extends ReviewCommandName>(name: Name, actor: Actor, given: Given<Name>): Taken {
    return this.send({ name, actor, ...given } as never);
  }

  send(command: ReviewCommand): Taken {
    const request = datesFor(this.state, command, this.now);
    const answer = request && datesOf(request, this.around);
    if (answer && !answer.ok) return { refused: JSON.stringify(answer.problems) };
    return this.take({ type: 'command', now: this.now, command, plan: answer?.plan ?? null });
  }

  /** Records that tasks were done now, by post. */
  done(...tasks: string[]): this {
    return this.act('done', business, evidence(tasks, this.now));
  }

  take(event: ReviewEvent): Taken {
    const taken = stepReview(this.state, event);
    if (!('refused' in taken)) this.keep(taken, event);
    return taken;
  }

  private keep(after: Stepped<ReviewState>, event: ReviewEvent | null): void {
    this.state = after.state;
    this.entries.push(...after.entries);
    if (after.batch) this.batches.push(after.batch);
    this.around.watch?.(after, event);
    this.chaseFurther();
  }

  private chaseFurther(): void {
    const { now, around } = this;
    const chases = tasksWithoutChases(this.state).flatMap(({ id, clock }) => {
      if (!clock) return [];
      const since = { after: now, dueAt: clock.dueAt };
      return [[id, setOutChases(clock.chases, since, around.calendar)] as const];
    });
    if (chases.length > 0) {
      this.take({ type: 'chases', now, chases: Object.fromEntries(chases) });
    }
  }
}

export const evidence = (tasks: string[], at: string) => ({
  tasks,
  at,
  channel: 'letter',
  reference: null,
  told: 'the desk',
});

const no = { answer: 'no', reason: 'nothing points to it' } as const;

/** A decision of the partners with an answer to every factor; only the first is met. */
export const deciding = (
  decision: 'local-review' | 'no-local-review',
  at: string,
  dissent: string | null = null,
): Given<'decideReview'> => ({
  at,
  decision,
  factors: {
    improvements: { answer: 'yes', reason: 'the handover failed' },
    themes: no,
    'working-together': no,
    'panel-concluded': no,
  },
  rationale: 'what is known bears it out',
  dissent,
});
