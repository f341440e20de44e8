import type { Calendar } from '../../domain/calendar';
import { setOutChases } from '../../domain/ladder';
import type { Notice, NoticeBatch } from '../../domain/notice';
import type { Entry } from '../../domain/record/entry';
import type { Acted, BookEvent, Refused, Stepped } from '../../domain/record/machine';
import { nextMoment, tasksWithoutChases } from '../../domain/record/rungs';
import { isUnfinished, type Task, type TaskBook } from '../../domain/record/task-book';

export type Taken<State extends TaskBook> = Stepped<State> | Refused;

export interface Watched<State extends TaskBook, Event> {
  readonly calendar: Calendar;
  /** Called with every result, the opening included. */
  readonly watch: (after: Stepped<State>, event: Event | null) => void;
}

/** A record with its virtual clock: what the workflow does, without a server. */
export abstract class DrivenRecord<
  State extends TaskBook,
  Command extends Acted,
  Plan,
  Surroundings extends Watched<State, BookEvent<Command, Plan>>,
> {
  state: State;
  readonly entries: Entry[] = [];
  readonly batches: NoticeBatch[] = [];

  constructor(
    opened: Stepped<State>,
    public now: string,
    public surroundings: Surroundings,
  ) {
    this.state = opened.state;
    this.keep(opened, null);
  }

  /** A person acts now, or is refused. */
  abstract send(command: Command): Taken<State>;

  protected abstract step(state: State, event: BookEvent<Command, Plan>): Taken<State>;

  task(id: string): Task {
    const found = this.state.tasks.find((task) => task.id === id);
    if (!found) throw new Error(`No task ${id}: ${this.taskIds().join(', ')}`);
    return found;
  }

  taskIds = (): string[] => this.state.tasks.map(({ id }) => id);

  openIds = (): string[] => this.state.tasks.filter(isUnfinished).map(({ id }) => id);

  texts = (kind: Entry['kind'], task?: string): string[] =>
    this.entries
      .filter((entry) => entry.kind === kind && (!task || entry.tasks.includes(task)))
      .map(({ text }) => text);

  notices = (kind: Notice['kind'], task?: string): { at: string; to: readonly string[] }[] =>
    this.batches.flatMap(({ at, notices }) =>
      notices
        .filter((notice) => notice.kind === kind && (!task || notice.task.id === task))
        .map(({ to }) => ({ at, to })),
    );

  /** Lets time pass until a moment, waking at each of the record's own moments. */
  until(now: string): this {
    for (let next = nextMoment(this.state); next && next <= now; next = nextMoment(this.state)) {
      this.now = next > this.now ? next : this.now;
      this.take({ type: 'moment', now: this.now });
    }
    this.now = now;
    return this;
  }

  /** The worker stands still until a moment, and then finds all that fell due at once. */
  outageUntil(now: string): this {
    this.now = now;
    this.take({ type: 'moment', now });
    return this;
  }

  take(event: BookEvent<Command, Plan>): Taken<State> {
    const taken = this.step(this.state, event);
    if (!('refused' in taken)) this.keep(taken, event);
    return taken;
  }

  private keep(after: Stepped<State>, event: BookEvent<Command, Plan> | null): void {
    this.state = after.state;
    this.entries.push(...after.entries);
    if (after.batch) this.batches.push(after.batch);
    this.surroundings.watch(after, event);
    this.chaseFurther();
  }

  private chaseFurther(): void {
    const { now, surroundings } = this;
    const chases = tasksWithoutChases(this.state).flatMap(({ id, clock }) => {
      if (!clock) return [];
      const since = { after: now, dueAt: clock.dueAt };
      return [[id, setOutChases(clock.chases, since, surroundings.calendar)] as const];
    });
    if (chases.length > 0) this.take({ type: 'chases', now, chases: Object.fromEntries(chases) });
  }
}
