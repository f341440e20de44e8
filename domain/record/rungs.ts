import { dateInWords } from '../wording';
import type { Clock, Rung } from '../task';
import { isUnfinished, type TaskBook, type Task } from './task-book';
import { changeTask, tell, write, type AnyTurn } from './turn';

/** A person who said "I have got this" is spared reminders, never a warning, late or chase. */
const isQuiet = (rung: Rung, { state }: Task): boolean =>
  rung.kind === 'reminder' && state.is === 'acknowledged';

/** The next instant at which the record must act by itself; null when it only waits for people. */
export function nextMoment({ tasks }: TaskBook): string | null {
  const moments = tasks
    .filter(isUnfinished)
    .flatMap((task) => task.clock?.ladder.find((rung) => !isQuiet(rung, task))?.at ?? []);
  return moments.reduce<string | null>((next, at) => (next && next < at ? next : at), null);
}

/** Fires every rung whose moment has come. Each fires once; quiet ones pass unsaid. */
export function fireRungs(turn: AnyTurn): void {
  for (const task of turn.state.tasks.filter(isUnfinished)) {
    const due = task.clock?.ladder.filter(({ at }) => at <= turn.now) ?? [];
    if (!task.clock || due.length === 0) continue;
    const ladder = task.clock.ladder.filter(({ at }) => at > turn.now);
    const keys = due.filter(({ kind }) => kind !== 'chase').map(({ key }) => key);
    const fired = [...task.fired, ...keys];
    changeTask(turn, task.id, { clock: { ...task.clock, ladder }, fired });
    due.filter((rung) => !isQuiet(rung, task)).forEach((rung) => fire(turn, task, rung));
  }
}

/** A date that has been missed is recorded before it moves, even where no worker was there. */
export function fireMissed(turn: AnyTurn, task: Task): void {
  const missed = missedRungs(turn, task);
  changeTask(turn, task.id, { fired: [...task.fired, ...missed.map(({ key }) => key)] });
  missed.forEach((rung) => {
    fire(turn, task, rung);
  });
}

/** Done too late while no worker was there: the lateness is kept, and nobody need be told of it. */
export function recordMissed(turn: AnyTurn, task: Task): void {
  missedRungs(turn, task).forEach((rung) => {
    writeRung(turn, task, rung);
  });
}

const missedRungs = ({ now }: AnyTurn, { clock }: Task): Rung[] =>
  clock?.ladder.filter(({ kind, at }) => kind === 'late' && at <= now) ?? [];

function fire(turn: AnyTurn, task: Task, rung: Rung): void {
  const owner = task.owner === null ? [] : [`person:${task.owner}` as const];
  tell(turn, rung.kind, { task, to: [...rung.to, ...owner] });
  if (rung.kind === 'late' && task.kind === 'confirm-holder') askOtherDirectors(turn, task);
  writeRung(turn, task, rung);
}

function writeRung(turn: AnyTurn, task: Task, rung: Rung): void {
  const { at, kind, to } = rung;
  const when = at > task.openedAt ? at : task.openedAt;
  const line = { at: when, tasks: [task.id], by: 'notifiable', data: { rung: { kind, to } } };
  if (rung.kind === 'late') write(turn, 'late', { ...line, text: lateText(task) });
  else write(turn, 'rung', { ...line, text: rungText(task, rung) });
}

/** No agreement on who notifies: both directors are told (our decision). */
function askOtherDirectors(turn: AnyTurn, task: Task): void {
  const others = turn.state.tasks.filter(({ kind }) => kind === 'confirm-other');
  const to = [
    ...new Set(others.flatMap(({ heldBy }) => (heldBy ? [`area:${heldBy}` as const] : []))),
  ];
  if (to.length > 0) tell(turn, 'no-agreement', { task, to });
}

function lateText({ title, strength, clock }: Task): string {
  const missed = strength === 'must' ? 'Late' : 'Target missed';
  const due = clock ? dateInWords(clock.dueOn) : 'its date';
  return `${missed}: “${title}” was not recorded as done by the end of ${due}.`;
}

function rungText({ title }: Task, { kind, to, onWeekdays }: Rung): string {
  const uncounted = onWeekdays
    ? ' The calendar does not reach this year: bank holidays are not counted.'
    : '';
  return `${rungWords[kind]} to ${to.join(', ')}: “${title}”.${uncounted}`;
}

const rungWords = {
  task: 'Task',
  alert: 'Alert',
  reminder: 'Reminder',
  warning: 'Warning',
  late: 'Late',
  chase: 'Chased: message',
} as const satisfies Record<Rung['kind'], string>;

/** The late tasks whose chases are used up: more days are needed from the calendar. */
export function tasksWithoutChases({ tasks }: TaskBook): Task[] {
  return tasks.filter(
    (task) =>
      isUnfinished(task) &&
      task.clock !== null &&
      task.clock.chases.length > 0 &&
      !task.clock.ladder.some(({ kind }) => kind === 'chase'),
  );
}

/** What is left of a clock for a task that already fired some rungs: past ones do not fire. */
export function remainingClock(clock: Clock, fired: readonly string[], now: string): Clock {
  const ladder = clock.ladder.filter(
    ({ key, at, kind }) => !fired.includes(key) && (at >= now || kind === 'late'),
  );
  return { ...clock, ladder };
}
