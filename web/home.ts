import { page, type Answer } from './answer';
import { search } from '../client/search';
import { unfinishedOf } from './start/unfinished';
import { tasksOfVisitor } from './tasks/tasks';
import type { Visit } from './visit';

const shown = 3;

/** Where everybody begins: an incident to start, whatever else answers; then what is theirs. */
export async function showHome(visit: Visit): Promise<Answer> {
  const [{ found }, unfinished] = await Promise.all([
    search(tasksOfVisitor(visit, shown)),
    unfinishedOf(visit),
  ]);
  const { tasks = [], isCut = false } = found ?? {};
  const isUnknown = found === null;
  const count = tasks.length;
  return page('home', { tasks: tasks.slice(0, shown), count, isCut, isUnknown, unfinished });
}
