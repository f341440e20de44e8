import { utc } from '../calendar';
import { fileWords } from '../evidence-file';
import type { taskCommandSchemas, CommandIn, TaskCommandName } from './task-commands';
import { finishOwn } from './tasks';
import { recordMissed } from './rungs';
import type { Evidence, Task } from './task-book';
import { changeTask, taskOf, write, type AnyTurn } from './turn';

type Given<Name extends TaskCommandName> = Omit<
  CommandIn<typeof taskCommandSchemas, Name>,
  'actor' | 'name'
>;

/** What each of these commands does once it has been judged. */
export const taskHandlers = {
  acknowledge(turn, { tasks }) {
    for (const id of tasks) {
      const { owner } = taskOf(turn, id);
      const state = { is: 'acknowledged', by: turn.by, at: turn.now } as const;
      changeTask(turn, id, { state, owner: owner ?? turn.by });
    }
    write(turn, 'acknowledged', { text: `${turn.by} has got this: ${tasks.join(', ')}.`, tasks });
  },
  done(turn, { tasks, at, channel, reference, told, file }) {
    const by = turn.by;
    const proof = file === undefined ? {} : { file };
    const evidence = { at: utc(at), channel, reference, told, ...proof, by, recordedAt: turn.now };
    new Set(tasks).forEach((id) => recordDone(turn, taskOf(turn, id), evidence));
  },
  explain(turn, { task: id, text }) {
    const { title, explanations } = taskOf(turn, id);
    const explanation = { by: turn.by, at: turn.now, text };
    changeTask(turn, id, { explanations: [...explanations, explanation] });
    write(turn, 'explained', { text: `About “${title}”: ${text}`, tasks: [id] });
  },
  reassign(turn, { task: id, to, reason = null }) {
    changeTask(turn, id, { owner: to });
    const why = reason === null ? '' : ` Reason: ${reason}.`;
    const text = `“${taskOf(turn, id).title}” is now ${to}’s.${why}`;
    write(turn, 'reassigned', { text, tasks: [id] });
  },
  confirm(turn, { task: id, reason }) {
    const task = taskOf(turn, id);
    const said = reason ?? 'no reason was written';
    finishOwn(turn, id, said);
    const text = `Confirmed “${task.title}”: ${task.because}. Reason: ${said}.`;
    write(turn, 'confirmed', { text, tasks: [id] });
  },
} as const satisfies { [Name in TaskCommandName]: (turn: AnyTurn, given: Given<Name>) => void };

function recordDone(turn: AnyTurn, task: Task, evidence: Evidence): void {
  if (evidence.at > (task.clock?.dueAt ?? evidence.at)) recordMissed(turn, task);
  changeTask(turn, task.id, { state: { is: 'done', evidence } });
  const { at, channel, reference, told, file } = evidence;
  const late = task.clock !== null && at > task.clock.dueAt ? ' This was after its date.' : '';
  const receipt = reference === null ? '' : ` Reference: ${reference}.`;
  const proof = file === undefined ? '' : ` A file proves it: ${fileWords(file)}.`;
  const text = `“${task.title}” was done: told ${told} by ${channel}.${receipt}${proof}${late}`;
  write(turn, 'done', { text, at, tasks: [task.id], data: { evidence } });
}
