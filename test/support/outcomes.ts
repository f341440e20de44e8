import type { Outcome } from '../../client/answers';
import type { CaseView } from '../../domain/case/view';
import type { Problem } from '../../domain/problem';
import type { RecordView } from '../../domain/records';
import { buildIncident } from './build-incident';

/** What came of a request that must succeed. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

/** An incident that was read, which must be one. */
export function incidentOf(reading: Outcome<RecordView>): CaseView {
  const view = valueOf(reading);
  if (view.kind !== 'incident') throw new Error(`${view.reference} is no incident`);
  return view;
}

/** What is wrong with a request that must be refused. */
export function problemsOf(outcome: Outcome<unknown>): readonly Problem[] {
  if (outcome.ok) throw new Error(`Not refused: ${JSON.stringify(outcome.value)}`);
  return outcome.problems;
}

/** That in sentences. */
export const refusalOf = (outcome: Outcome<unknown>): string =>
  problemsOf(outcome)
    .map(({ path, problem }) => `${path} ${problem}`.trim())
    .join(' ');

/** That incident, of which the authority became aware a minute ago. */
export const incidentOfNow = (
  overrides: Record<string, unknown> = {},
  child: Record<string, unknown> = {},
) =>
  buildIncident(
    {
      becameAwareAt: new Date(Date.now() - 60_000).toISOString(),
      occurredOn: null,
      ...overrides,
    },
    child,
  );

/** Evidence that tasks were done at a moment, as a person types it. */
export const doneAt = (tasks: string[], at: string) => ({
  name: 'done' as const,
  tasks,
  at,
  channel: 'online system',
  reference: 'CSONS-1',
  told: 'the duty desk',
});

export const secondsBefore = (at: string, seconds: number): string =>
  new Date(Date.parse(at) - seconds * 1000).toISOString();
