import type { Answer, ChildAssessment } from './assess';
import type { Clocks } from './clocks';
import { ownTasks, type OwnTaskKind } from './own-tasks';
import type { PlannedDuty, PlannedOwnTask } from './plan';
import type { Fact } from './report';
import type { CriterionId } from './rulebook';

/** The facts, as a person would say what is missing. */
export const missingWords = {
  harm: 'what happened to the child',
  abuseOrNeglect: 'whether abuse or neglect is suspected',
  lookedAfter: 'whether the child was looked after',
  regulatedSetting: 'whether it was in a regulated setting',
  careLeaver: 'whether this was a care leaver',
} as const satisfies Record<Fact, string>;

interface Assessed {
  readonly children: readonly ChildAssessment[];
  readonly duties: readonly PlannedDuty[];
  /** Why the authority says that it knew some facts later; empty where nobody wrote it. */
  readonly reasons: readonly string[];
  /** References of the children for whom a criterion is met and yet no duty arises. */
  readonly withoutDuty: readonly string[];
}

/** The tasks of our own that an assessment calls for, beside the notifications. */
export function planOwnTasks(assessed: Assessed, clocks: Clocks): PlannedOwnTask[] {
  return [
    ...confirmNone(assessed, clocks),
    ...decisions(assessed, clocks),
    ...confirmClock(assessed, clocks),
    ...confirmHolder(assessed, clocks),
  ];
}

function planned(
  kind: OwnTaskKind,
  because: string,
  rest: Pick<PlannedOwnTask, 'criteria' | 'clock'> & { id?: string; child?: string },
): PlannedOwnTask {
  return { id: kind, kind, title: ownTasks[kind].words, because, ...rest };
}

function confirmNone({ children }: Assessed, clocks: Clocks): PlannedOwnTask[] {
  if (criteriaAnswered(children, 'met', 'not-yet-known').length > 0) return [];
  const clock = clocks.forOwn('confirm-none');
  return [planned('confirm-none', 'no criterion is met', { criteria: [], clock })];
}

/** One decision for each child with facts not yet known, due when the duty would have been. */
function decisions({ children }: Assessed, clocks: Clocks): PlannedOwnTask[] {
  return children.flatMap((child, index) => {
    const open = child.criteria.filter(({ answer }) => answer === 'not-yet-known');
    const dueOn = open[0]?.ifMet?.dueOn;
    if (dueOn === undefined) return [];
    const missing = [...new Set(open.flatMap((criterion) => criterion.missing))];
    return planned(
      'decide',
      `not yet known: ${missing.map((fact) => missingWords[fact]).join('; ')}`,
      {
        id: `decide-${index + 1}`,
        child: child.ref,
        criteria: open.map(({ id }) => id),
        clock: clocks.forOwn('decide', dueOn),
      },
    );
  });
}

function confirmClock({ duties, reasons }: Assessed, clocks: Clocks): PlannedOwnTask[] {
  const claimed = duties.filter(({ strict }) => strict !== null);
  const starts = [...new Set(claimed.map(({ clockStartsAt }) => clockStartsAt))];
  if (starts.length === 0) return [];
  const why = reasons.length > 0 ? reasons.join('; ') : 'no reason was written: ask for it';
  return [
    planned(
      'confirm-clock',
      `the authority says that it knew only at ${starts.join(', ')} (${why})`,
      {
        criteria: [...new Set(claimed.flatMap(({ criteria }) => criteria))],
        clock: clocks.forOwn('confirm-clock'),
      },
    ),
  ];
}

function confirmHolder({ children, duties, withoutDuty }: Assessed, clocks: Clocks) {
  const others = duties.filter(
    ({ kind, otherHolders }) => kind === 'confirm-other' || otherHolders.length > 0,
  );
  const reasons = others.map(({ task, heldBy, holderReason, otherHolders }) => {
    const also =
      otherHolders.length > 0 ? `; for another child it is ${otherHolders.join(', ')}` : '';
    return `${task}: ${heldBy}, ${holderReason}${also}`;
  });
  if (withoutDuty.length > 0) {
    const who = `child ${withoutDuty.join(', ')}`;
    reasons.push(`${who}: outside England and not normally resident here, so no duty arises`);
  }
  if (reasons.length === 0) return [];
  return [
    planned('confirm-holder', reasons.join('; '), {
      criteria: criteriaAnswered(children, 'met'),
      clock: clocks.forOwn('confirm-holder'),
    }),
  ];
}

function criteriaAnswered(
  children: readonly ChildAssessment[],
  ...answers: Answer[]
): CriterionId[] {
  const all = children.flatMap(({ criteria }) => criteria);
  return [...new Set(all.filter(({ answer }) => answers.includes(answer)).map(({ id }) => id))];
}
