import type { CaseSummary, ListedTask } from '../../client/answers';
import { londonDateOf } from '../../domain/calendar';
import { recordKinds } from '../../domain/record/kinds';
import { lateWords, standing } from '../../domain/wording';
import type { Visit } from '../visit';
import { nameOf } from '../who';

type Seen = Pick<Visit, 'authority' | 'calendar' | 'now'>;

/** Records of a list as a page shows them. */
export const listedRows = (records: readonly CaseSummary[], visit: Seen) =>
  records.map(({ reference, kind, status, tasks }) => ({
    ...{ reference, status },
    kind: recordKinds[kind].words,
    tasks: tasks.map((task) => ({
      ...{ title: task.title, dueOn: task.dueOn },
      ...{ isLate: task.state === 'late', stands: standsWords(task, visit) },
      owner: task.owner === null ? null : nameOf(visit.authority, task.owner),
    })),
  }));

/** `late by 1 working day`, `2 working days left, not acknowledged`, `done late`. */
function standsWords(task: ListedTask, { calendar, now }: Seen): string {
  const { state, strength } = task;
  switch (state) {
    case 'done':
      return 'done';
    case 'done-late':
      return strength === 'must' ? 'done late' : 'done, target missed';
    case 'cancelled':
      return 'ended';
    default: {
      const words = standing(calendar, task, { at: now, on: londonDateOf(now) });
      if (state === 'late') return words ?? lateWords[strength];
      const taken = state === 'acknowledged' ? 'acknowledged' : 'not acknowledged';
      return [words ?? [], taken].flat().join(', ');
    }
  }
}
