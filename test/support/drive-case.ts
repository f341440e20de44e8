import type { Authority } from '../../domain/authority';
import { englandAndWales } from '../../domain/bank-holidays';
import type { CommandName, CommandOf, Command } from '../../domain/case/commands';
import { openCase } from '../../domain/case/open';
import { planRequestFor } from '../../domain/case/planning';
import type { Actor } from '../../domain/record/task-book';
import type { CaseState } from '../../domain/case/state';
import { step, type CaseEvent } from '../../domain/case/step';
import type { Delivery } from '../../domain/notice';
import { firstPlanRequest, type Plan, type PlanRequest } from '../../domain/plan';
import { planCase } from '../../domain/planner';
import { buildAuthority } from './build-authority';
import { buildDelivery } from './build-delivery';
import { DrivenRecord, type Taken, type Watched } from './drive-record';

export const officer: Actor = { id: 'officer-1', roles: ['notifying-officer'], coverFor: [] };
export const manager: Actor = { id: 'manager-1', roles: ['manager'], coverFor: [] };
export const manager2: Actor = { id: 'manager-2', roles: ['manager'], coverFor: [] };
export const director: Actor = { id: 'director-1', roles: ['director'], coverFor: [] };

type Given<Name extends CommandName> = Omit<CommandOf<Name>, 'name' | 'actor'>;

export interface Surroundings extends Watched<CaseState, CaseEvent> {
  readonly authority: Authority;
}

export function planOf(request: PlanRequest, { authority, calendar }: Surroundings): Plan {
  const planned = planCase(request, { authority, calendar });
  if (!planned.ok) throw new Error(JSON.stringify(planned.problems));
  return planned.plan;
}

/** An incident record with its virtual clock. */
export class DrivenCase extends DrivenRecord<CaseState, Command, Plan, Surroundings> {
  constructor(report: unknown, now: string, surroundings: Partial<Surroundings> = {}) {
    const around = {
      authority: buildAuthority(),
      calendar: englandAndWales,
      watch: () => undefined,
      ...surroundings,
    };
    const plan = planOf(firstPlanRequest(report, now), around);
    super(openCase('SI-2026-TEST', plan, { by: 'officer-1' }), now, around);
  }

  plan(request: PlanRequest): Plan {
    return planOf(request, this.surroundings);
  }

  protected step(state: CaseState, event: CaseEvent) {
    return step(state, event);
  }

  /** A person acts now. Throws where it is refused. */
  act<Name extends CommandName>(name: Name, actor: Actor, given: Given<Name>): this {
    const taken = this.attempt(name, actor, given);
    if ('refused' in taken) throw new Error(taken.refused);
    return this;
  }

  /** A person acts now, or is refused. */
  attempt<Name extends CommandName>(name: Name, actor: Actor, given: Given<Name>) {
    const command = { name, actor, ...given } as never as Command;
    return this.send(command);
  }

  send(command: Command): Taken<CaseState> {
    const request = planRequestFor(this.state, command, this.now);
    const planned = request && planCase(request, this.surroundings);
    if (planned && !planned.ok) return { refused: JSON.stringify(planned.problems) };
    return this.take({ type: 'command', now: this.now, command, plan: planned?.plan ?? null });
  }

  /** What became of one message of the newest batch. */
  told(delivery: Partial<Delivery>): this {
    const { now } = this;
    const batch = this.batches.at(-1);
    if (!batch) throw new Error('Nobody was told anything yet');
    this.take({ type: 'told', now, batch, deliveries: [buildDelivery(delivery)] });
    return this;
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
