import type { CaseState, RecordedFact } from '../case/state';
import type { Task } from '../record/task-book';
import { rulebookOf, type ConditionId, type CriterionId } from '../rulebook';

/**
 * The moment from which a notification counts. A correction moves the clock of a task that is still
 * to be done; one that is done keeps the clock it had. Where that clock starts at a moment that was
 * struck out since, the moment that stands is worked out here: of the earliest records that stand,
 * the latest that a criterion needs, for the criterion and child that were met first.
 */
export function dayZeroOf(state: CaseState, task: Task): string | null {
  const recorded = task.clock?.startsAt ?? null;
  if (recorded === null || task.state.is !== 'done') return recorded;
  const wasStruck = state.facts.some((one) => one.struckAt !== null && one.knownAt === recorded);
  if (!wasStruck) return recorded;
  if (task.laterClock !== null) return state.becameAwareAt;
  const met = state.children.flatMap(({ ref }) =>
    task.criteria.flatMap((criterion) => metSince(state, ref, criterion) ?? []),
  );
  return met.sort()[0] ?? recorded;
}

function metSince(state: CaseState, child: string, criterion: CriterionId): string | null {
  const { criteria, conditions } = rulebookOf(state.rulebook);
  const needs = criteria.find(({ id }) => id === criterion)?.needs ?? [];
  const known = needs.map((need) => knownSince(state, child, conditions[need]));
  return known.includes(null) ? null : (known.sort().at(-1) ?? null);
}

function knownSince(
  { facts }: CaseState,
  child: string,
  { fact, satisfiedBy }: ReturnType<typeof rulebookOf>['conditions'][ConditionId],
): string | null {
  const satisfies = (one: RecordedFact) =>
    one.child === child &&
    one.fact === fact &&
    one.struckAt === null &&
    satisfiedBy.includes(one.value);
  return (
    facts
      .filter(satisfies)
      .map(({ knownAt }) => knownAt)
      .sort()[0] ?? null
  );
}
