import { roles } from '../../../domain/authority';
import { isUnfinished } from '../../../domain/record/task-book';
import { outcomes, views, type ReferralCommand } from '../../../domain/referral/commands';
import type { DrivenReferral } from '../drive-referral';
import { minutesAfter, type Chance } from './chance';

const yesNo = ['yes', 'no', 'dont-know'] as const;
const harms = ['died', 'seriously-harmed', 'none', 'not-yet-known'] as const;
const abuse = ['known', 'suspected', 'not-suspected', 'not-yet-known'] as const;
const answers = ['yes', 'no', 'not-yet-known'] as const;
const capacities = ['agency', 'public', 'councillor', 'coroner'] as const;

const concern = (chance: Chance) => {
  const concernRaised = chance.oneOf(yesNo);
  return { concernRaised, concernReference: concernRaised === 'yes' ? 'FD-1' : null };
};

const facts = (chance: Chance, ref: string) => ({
  ref,
  bornOn: chance.oneOf(['2012-03-04', '2004-06-30', null]),
  harm: chance.oneOf(harms),
  abuseOrNeglect: chance.oneOf(abuse),
  lookedAfter: chance.oneOf(answers),
});

/** A random referral of 2026 or 2027, and the moment at which it is typed in. */
export function randomReferral(chance: Chance): { form: unknown; now: string } {
  const receivedAt = minutesAfter('2026-01-05T00:00:00.000Z', chance.below(600 * 1440));
  const on = (days: number) => minutesAfter(receivedAt, -days * 1440).slice(0, 10);
  const happened = chance.below(800);
  const form = {
    ...concern(chance),
    kind: chance.percent(10) ? 'considered-not-referring' : 'referral',
    receivedAt,
    referrer: { capacity: chance.oneOf(capacities), role: 'somebody' },
    whyCriteriaMet: 'a belief',
    whatHappened: 'something',
    internalReview: { reference: 'IR-1' },
    occurredOn: chance.percent(20) ? null : on(happened),
    becameApparentOn: chance.percent(20) ? null : on(chance.below(happened + 1)),
    children: ['A', 'B'].slice(0, 1 + chance.below(2)).map((ref) => facts(chance, ref)),
  };
  return { form, now: minutesAfter(receivedAt, chance.below(chance.oneOf([60, 15 * 1440]))) };
}

function randomPatch(chance: Chance, now: string): Record<string, unknown> {
  const choices: Record<string, unknown>[] = [
    concern(chance),
    { children: [facts(chance, chance.oneOf(['A', 'B', 'C']))] },
    { receivedAt: minutesAfter(now, -chance.below(20 * 1440)) },
    { familyKnows: chance.oneOf(['yes', 'perhaps']) },
    { whyOverTwelveMonths: chance.oneOf(['much has come to light', null]) },
  ];
  return chance.oneOf(choices);
}

/** Something that a person may try. Much of it is refused, as in life. */
export function randomCommand(chance: Chance, { state, now }: DrivenReferral): ReferralCommand {
  const own = [chance.oneOf(roles), ...(chance.percent(80) ? (['manager'] as const) : [])];
  const by = { actor: { id: `person-${chance.below(3)}`, roles: own, coverFor: [] } };
  const open = state.tasks.filter(isUnfinished).map(({ id }) => id);
  const task = open.length > 0 ? chance.oneOf(open) : 'decide-referral';
  const reason = 'a reason';
  const ahead = minutesAfter(now, chance.below(40 * 1440)).slice(0, 10);
  const at = minutesAfter(now, -chance.below(3000));
  const told = { channel: 'telephone', reference: null, told: 'them' };
  const done = { ...by, name: 'done', tasks: [task], at, ...told } as const;
  const correction = chance.percent(50);
  const patch = randomPatch(chance, now);
  const amend = {
    ...({ ...by, name: 'amend', patch, correction } as const),
    reason: chance.percent(70) ? reason : null,
  };
  const view = { ...by, name: 'giveView', partner: chance.oneOf(state.partners) } as const;
  const outcome = chance.oneOf(outcomes);
  const commands: ReferralCommand[] = [
    done,
    done,
    done,
    amend,
    amend,
    { ...view, view: chance.oneOf(views), reason },
    { ...view, view: chance.oneOf(views), reason },
    { ...by, name: 'askReferrer', what: 'a date', by: ahead },
    {
      ...({ ...by, name: 'decideReferral', outcome, reason } as const),
      ...{ toReferrer: 'the outcome', importance: 'some', lesson: 'some', dissent: null },
      by: outcome === 'more-information' ? ahead : null,
    },
    { ...by, name: 'startIncident', incident: 'SI-2026-AAAA', becameAwareAt: at, reason },
    { ...by, name: 'acknowledge', tasks: [task] },
    { ...by, name: 'confirm', task, reason },
    { ...by, name: 'explain', task, text: 'because of this' },
    { ...by, name: 'reassign', task, to: 'officer-1' },
    { ...by, name: 'redate', reason },
  ];
  return chance.oneOf(commands);
}

/** What brings one open task of a referral to its end; null: all have ended. */
export function nextToFinish({ state, now }: DrivenReferral): ReferralCommand | null {
  const task = state.tasks.find((one) => isUnfinished(one) && one.kind !== 'mend-address');
  if (!task) return null;
  const by = { actor: { id: 'closer', roles: ['manager'] as const, coverFor: [] } };
  const reason = 'it is time';
  switch (task.kind) {
    case 'partner-view': {
      const partner = task.id.replace('partner-view:', '');
      return { ...by, name: 'giveView', partner, view: 'not-sure', reason };
    }
    case 'decide-referral':
      return {
        ...({ ...by, name: 'decideReferral', outcome: 'other-local-learning', reason } as const),
        ...{ toReferrer: reason, importance: reason, lesson: reason, dissent: null, by: null },
      };
    case 'start-incident': {
      const becameAwareAt = now;
      return { ...by, name: 'startIncident', incident: 'SI-2026-BBBB', becameAwareAt, reason };
    }
    default: {
      const told = { at: now, channel: 'mail', reference: null, told: 'them' };
      return { ...by, name: 'done', tasks: [task.id], ...told };
    }
  }
}
