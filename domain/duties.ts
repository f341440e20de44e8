import type { ChildAssessment } from './assess';
import type { Authority } from './authority';
import { proposeHolder, type Holder } from './holder';
import type { IncidentReport } from './report';
import type { CriterionId, RecipientGroup, Rulebook } from './rulebook';
import type { Recipient, Strength } from './task';

/** Somebody is to be told, because of these criteria, from this moment on. */
export interface Duty {
  readonly task: Recipient;
  readonly criteria: readonly CriterionId[];
  readonly strength: Strength;
  readonly kind: 'notify' | 'confirm-other';
  readonly heldBy: string;
  readonly holderReason: string;
  /** Authorities that hold the same duty for other children; a person settles who tells. */
  readonly otherHolders: readonly string[];
  /** Instant, UTC: the earliest clock among the criteria that create the duty. */
  readonly clockStartsAt: string;
}

interface Ground extends Holder {
  readonly task: Recipient;
  readonly criterion: CriterionId;
  readonly clockStartsAt: string;
}

const strongestFirst: readonly Strength[] = ['must', 'should', 'local'];

/** The stronger of two: statute before guidance before local procedure. */
export function stronger(one: Strength, other: Strength): Strength {
  return strongestFirst.find((strength) => strength === one || strength === other) ?? one;
}

interface Setting {
  readonly report: IncidentReport;
  readonly rulebook: Rulebook;
  readonly authority: Authority;
}

/**
 * The duties that the met criteria create: Panel, partners as configured, other areas as given,
 * Secretary of State, Ofsted. One duty a recipient, however many children and criteria.
 */
export function drawUpDuties(assessed: readonly ChildAssessment[], setting: Setting): Duty[] {
  const grounds = assessed.flatMap((child) => groundsFor(child, setting));
  return everyRecipient(setting).flatMap((task) => {
    const own = grounds.filter((ground) => ground.task === task);
    return own.length > 0 ? [mergeGrounds(task, own, setting)] : [];
  });
}

/** The children for whom a criterion is met and yet nobody in England holds a duty. */
export function childrenWithoutDuty(
  assessed: readonly ChildAssessment[],
  setting: Setting,
): string[] {
  return assessed
    .filter((child) => child.criteria.some(({ answer }) => answer === 'met'))
    .filter((child) => groundsFor(child, setting).length === 0)
    .map(({ ref }) => ref);
}

function groundsFor(assessed: ChildAssessment, { report, rulebook, authority }: Setting): Ground[] {
  const child = report.children.find(({ ref }) => ref === assessed.ref);
  if (!child) return [];
  return assessed.criteria.flatMap(({ id, clockStartsAt }) => {
    const criterion = rulebook.criteria.find((one) => one.id === id);
    if (clockStartsAt === null || !criterion) return [];
    return criterion.recipients.flatMap((group) => {
      const holder = proposeHolder(group, { criterion, child, report, ours: authority.code });
      if (!holder) return [];
      return recipientsIn(group, { report, authority }).map((task) => ({
        ...holder,
        task,
        criterion: id,
        clockStartsAt,
      }));
    });
  });
}

function mergeGrounds(task: Recipient, grounds: Ground[], { rulebook, authority }: Setting): Duty {
  const [first] = grounds;
  if (!first) throw new Error(`No ground for ${task}`);
  const holder = grounds.find(({ heldBy }) => heldBy === authority.code) ?? first;
  return {
    task,
    criteria: rulebook.criteria
      .map(({ id }) => id)
      .filter((id) => grounds.some(({ criterion }) => criterion === id)),
    strength: grounds.map(({ strength }) => strength).reduce(stronger),
    kind: holder.heldBy === authority.code ? 'notify' : 'confirm-other',
    heldBy: holder.heldBy,
    holderReason: holder.reason,
    otherHolders: [...new Set(grounds.map(({ heldBy }) => heldBy))].filter(
      (heldBy) => heldBy !== holder.heldBy,
    ),
    clockStartsAt: grounds
      .map(({ clockStartsAt }) => clockStartsAt)
      .reduce((earliest, moment) => (moment < earliest ? moment : earliest)),
  };
}

const groupsInOrder = ['panel', 'partners', 'areas', 'secretary-of-state', 'ofsted'] as const;

function everyRecipient(setting: Pick<Setting, 'report' | 'authority'>): Recipient[] {
  return groupsInOrder.flatMap((group) => recipientsIn(group, setting));
}

function recipientsIn(
  group: RecipientGroup,
  { report, authority }: Pick<Setting, 'report' | 'authority'>,
): Recipient[] {
  switch (group) {
    case 'partners':
      return authority.partners.map(({ id }) => `partner:${id}` as const);
    case 'areas':
      return report.otherAreas.map((code) => `area:${code}` as const);
    default:
      return [group];
  }
}
