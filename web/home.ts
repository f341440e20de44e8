import { page, type Answer } from './answer';
import { tasksOfVisitor } from './tasks/tasks';
import type { Visit } from './visit';

const shown = 3;

/** Where everybody begins: an incident to start, and what is most urgent of theirs. */
export async function showHome(visit: Visit): Promise<Answer> {
  const { tasks, isCut } = await tasksOfVisitor(visit);
  return page('home', { tasks: tasks.slice(0, shown), count: tasks.length, isCut });
}
