import type { Authority } from '../../domain/authority';
import { englandAndWales } from '../../domain/bank-holidays';
import type { Calendar } from '../../domain/calendar';
import type { CommandName, CommandOf, Command } from '../../domain/case/commands';
import { openCase } from '../../domain/case/open';
import { planRequestFor } from '../../domain/case/planning';
import { nextMoment, tasksWithoutChases } from '../../domain/record/rungs';
import type { Entry } from '../../domain/record/entry';
import type { Actor, Task } from '../../domain/record/task-book';
import type { CaseState } from '../../domain/case/state';
import type { Refused, Stepped } from '../../domain/record/machine';
import { step, type CaseEvent } from '../../domain/case/step';
import { setOutChases } from '../../domain/ladder';
import type { Delivery, Notice, NoticeBatch } from '../../domain/notice';
import { firstPlanRequest, type Plan, type PlanRequest } from '../../domain/plan';
import { planCase } from '../../domain/planner';
import { buildAuthority } from './build-authority';
import { buildDelivery } from './build-delivery';

export const officer: Actor = { id: 'officer-1', roles: ['notifying-officer'], coverFor: [] };
export const manager: Actor = { id: 'manager-1', roles: ['manager'], coverFor: [] };
export const manager2: Actor = { id: 'manager-2', roles: ['manager'], coverFor: [] };
export const director: Actor = { id: 'director-1', roles: ['director'], coverFor: [] };

type Given<Name extends CommandName> = Omit<CommandOf<Name>, 'name' | 'actor'>;
type Taken = Stepped<CaseState> | Refused;

export interface Surroundings {
  readonly authority: Authority;
  readonly calendar: Calendar;
  /** Called with every result, the opening included. */
  readonly watch: (after: Stepped<CaseState>, event: CaseEvent | null) => void;
}

export function planOf(request: PlanRequest, { authority, calendar }: Surroundings): Plan {
  const planned = planCase(request, { authority, calendar });
  if (!planned.ok) throw new Error(JSON.stringify(planned.problems));
  return planned.plan;
}

/** An incident record with its virtual clock: what the workflow does, without a server. */
export class DrivenCase {
  state: CaseState;
  readonly entries: Entry[] = [];
  readonly batches: NoticeBatch[] = [];
  surroundings: Surroundings;

  constructor(
    report: unknown,
    public now: string,
    surroundings: Partial<Surroundings> = {},
  ) {
    this.surroundings = {
      authority: buildAuthority(),
      calendar: englandAndWales,
      watch: () => undefined,
      ...surroundings,
    };
    const opened = openCase('SI-2026-TEST', this.plan(firstPlanRequest(report, now)), {
      by: 'officer-1',
    });
    this.state = opened.state;
    this.keep(opened, null);
  }

  plan(request: PlanRequest): Plan {
    return planOf(request, this.surroundings);
  }

  task(id: string): Task {
    const found = this.state.tasks.find((task) => task.id === id);
    if (!found) throw new Error(`No task ${id}: ${this.taskIds().join(', ')}`);
    return found;
  }

  taskIds = (): string[] => this.state.tasks.map(({ id }) => id);

  openIds = (): string[] =>
    this.state.tasks
      .filter(({ state }) => state.is === 'open' || state.is === 'acknowledged')
      .map(({ id }) => id);

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

  /** A person acts now. Throws where it is refused. */
  act<Name extends CommandName>(name: Name, actor: Actor, given: Given<Name>): this {
    const taken = this.attempt(name, actor, given);
    if ('refused' in taken) throw new Error(taken.refused);
    return this;
  }

  /** A person acts now, or is refused. */
  attempt<Name extends CommandName>(name: Name, actor: Actor, given: Given<Name>): Taken {
    const command = { name, actor, ...given } as never as Command;
    return this.send(command);
  }

  send(command: Command): Taken {
    const request = planRequestFor(this.state, command, this.now);
    const planned = request && planCase(request, this.surroundings);
    if (planned && !planned.ok) return { refused: JSON.stringify(planned.problems) };
    return this.take({ type: 'command', now: this.now, command, plan: planned?.plan ?? null });
  }

  take(event: CaseEvent): Taken {
    const taken = step(this.state, event);
    if ('refused' in taken) return taken;
    this.keep(taken, event);
    return taken;
  }

  /** What became of one message of the newest batch. */
  told(delivery: Partial<Delivery>): this {
    const { now } = this;
    const batch = this.batches.at(-1);
    if (!batch) throw new Error('Nobody was told anything yet');
    this.take({ type: 'told', now, batch, deliveries: [buildDelivery(delivery)] });
    return this;
  }

  private keep(after: Stepped<CaseState>, event: CaseEvent | null): void {
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
    if (chases.length > 0) {
      this.take({ type: 'chases', now, chases: Object.fromEntries(chases) });
    }
  }
}

export const amendment = (patch: Record<string, unknown>) => ({
  patch,
  correction: false,
  reason: null,
});

export const correction = (patch: Record<string, unknown>, reason = 'typed wrongly') => ({
  patch,
  correction: true,
  reason,
});

/** Evidence that tasks were done at a moment, with the online system's reference. */
export const evidence = (tasks: string[], at: string) => ({
  tasks,
  at,
  channel: 'online system',
  reference: 'CSONS-1',
  told: 'the duty desk',
});
