import { ApplicationFailure } from '@temporalio/workflow';
import type { Problem } from '../domain/problem';

/** A new incident's report was checked before it came here: the failure says what let it through. */
export function planRefused(problems: readonly Problem[]): ApplicationFailure {
  const list = problems.map(({ path, problem }) => `${path}: ${problem}`).join('; ');
  return ApplicationFailure.nonRetryable(`The report cannot be used: ${list}`, 'ReportRefused');
}
