import type { Authority } from '../../domain/authority';
import { englandAndWales } from '../../domain/bank-holidays';
import { datesOf, type Dates, type DatesRequest } from '../../domain/dates';
import type { Refused } from '../../domain/record/machine';
import type { Actor } from '../../domain/record/task-book';
import { assessReferral } from '../../domain/referral/assessment';
import type {
  ReferralCommand,
  ReferralCommandName,
  ReferralCommandOf,
} from '../../domain/referral/commands';
import { judgeReferral } from '../../domain/referral/judge';
import { openReferral, openingDates } from '../../domain/referral/open';
import type { ReferralFacts, ReferralPlan } from '../../domain/referral/plan';
import { amendDates, datesFor } from '../../domain/referral/planning';
import type { ReferralComparison, ReferralState } from '../../domain/referral/state';
import { stepReferral, type ReferralEvent } from '../../domain/referral/step';
import { buildAuthority } from './build-authority';
import { DrivenRecord, type Taken, type Watched } from './drive-record';

export const businessManager: Actor = {
  id: 'business-manager-1',
  roles: ['business-manager'],
  coverFor: [],
};

/** Such as Wednesday 3 June 2026. */
export const receivedAt = '2026-06-03T09:00:00.000Z';

const child = {
  ref: 'A',
  bornOn: '2012-03-04',
  harm: 'died',
  abuseOrNeglect: 'not-suspected',
  lookedAfter: 'no',
  regulatedSetting: 'no',
  careLeaver: 'no',
};

/** A referral as written in a file: a death, nothing suspected, a concern raised. */
export const buildReferral = (
  overrides: Record<string, unknown> = {},
  childOverrides: Record<string, unknown> = {},
) => ({
  concernRaised: 'yes',
  concernReference: 'FD-1',
  receivedAt,
  referrer: { capacity: 'agency', role: 'Designated nurse' },
  whyCriteriaMet: 'agencies could have worked better together',
  whatHappened: 'a child died at home',
  occurredOn: '2026-05-20',
  children: [{ ...child, ...childOverrides }],
  ...overrides,
});

export const considered = buildReferral({
  kind: 'considered-not-referring',
  whyCriteriaMet: null,
  internalReview: { reference: 'IR-1' },
});

type Given<Name extends ReferralCommandName> = Omit<ReferralCommandOf<Name>, 'name' | 'actor'>;

export interface Surroundings extends Watched<ReferralState, ReferralEvent> {
  readonly authority: Authority;
  readonly comparison: ReferralComparison | null;
}

/** A referral with its virtual clock. */
export class DrivenReferral extends DrivenRecord<
  ReferralState,
  ReferralCommand,
  ReferralPlan,
  Surroundings
> {
  constructor(
    form: unknown = buildReferral(),
    now: string = receivedAt,
    surroundings: Partial<Surroundings> = {},
  ) {
    const around = {
      authority: buildAuthority(),
      calendar: englandAndWales,
      comparison: null,
      watch: () => undefined,
      ...surroundings,
    };
    const assessed = assessReferral({ form, patch: null, now, rulebook: null }, around);
    if (!assessed.ok) throw new Error(JSON.stringify(assessed.problems));
    const { facts } = assessed;
    const answer = datesOf(openingDates(facts, now), around);
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    const { comparison } = around;
    const handedIn = { by: 'business-manager-1', ...(comparison && { comparison }) };
    super(openReferral('PR-2026-TEST', { facts, dates: answer.plan }, handedIn), now, around);
  }

  protected step(state: ReferralState, event: ReferralEvent) {
    return stepReferral(state, event);
  }

  /** A person acts now. Throws where it is refused. */
  act<Name extends ReferralCommandName>(name: Name, given: Given<Name>, actor?: Actor): this {
    const taken = this.attempt(name, given, actor);
    if ('refused' in taken) throw new Error(taken.refused);
    return this;
  }

  /** A person acts now, or is refused. */
  attempt<Name extends ReferralCommandName>(
    name: Name,
    given: Given<Name>,
    actor: Actor = businessManager,
  ): Taken<ReferralState> {
    return this.send({ name, actor, ...given } as never);
  }

  send(command: ReferralCommand): Taken<ReferralState> {
    const { now } = this;
    const refused = judgeReferral(this.state, command, now);
    if (refused !== null) return { refused };
    const plan = this.planFor(command);
    if (plan && 'refused' in plan) return plan;
    return this.take({ type: 'command', now, command, plan });
  }

  private planFor(command: ReferralCommand): ReferralPlan | Refused | null {
    const { state, now } = this;
    if (command.name !== 'amend') {
      const request = datesFor(state, command, now);
      return request && this.dates(request);
    }
    const { form, rulebook } = state;
    const request = { form, patch: command.patch, now, rulebook };
    const assessed = assessReferral(request, this.surroundings);
    if (!assessed.ok) return { refused: JSON.stringify(assessed.problems) };
    return this.withFacts(assessed.facts);
  }

  private withFacts(facts: ReferralFacts): ReferralPlan | Refused {
    const dates = this.dates(amendDates(this.state, facts, this.now));
    return 'refused' in dates ? dates : { ...dates, facts };
  }

  private dates(request: DatesRequest): Dates | Refused {
    const dates = datesOf(request, this.surroundings);
    return dates.ok ? dates.plan : { refused: JSON.stringify(dates.problems) };
  }
}

export const done = (tasks: string[], at: string) => ({
  tasks,
  at,
  channel: 'telephone',
  reference: null,
  told: 'the referrer',
});

export const decision = (overrides: Partial<Given<'decideReferral'>> = {}) => ({
  outcome: 'no-further-action' as const,
  reason: 'the agencies have learned already',
  toReferrer: 'The partners take no further action.',
  importance: 'none in the area',
  lesson: 'none further',
  dissent: null,
  by: null,
  ...overrides,
});

export const amendment = (patch: Record<string, unknown>, reason: string | null = null) => ({
  patch,
  correction: false,
  reason,
});
