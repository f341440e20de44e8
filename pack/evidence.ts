import type { Evidence, Task } from '../domain/record/task-book';
import { viewTask, type Standing } from '../domain/record/task-view';

/** That one task was done: when, through which channel, under which reference, who was told, by whom. */
export interface EvidenceLine extends Evidence {
  readonly task: string;
  readonly title: string;
  readonly dueOn: string | null;
  readonly stands: Standing;
}

/** The evidence of every task that is done, in the order of the record's tasks. */
export const evidenceIndex = (tasks: readonly Task[], now: string): EvidenceLine[] =>
  tasks.flatMap((one) => {
    const { task, title, dueOn, state: stands, evidence } = viewTask(one, now);
    return evidence ? [{ task, title, dueOn, stands, ...evidence }] : [];
  });
