import type { Plan, PlannedDuty } from '../plan';
import { blank, freeId, putTask, dueIn } from '../record/tasks';
import type { Task } from '../record/task-book';
import { tell, write } from '../record/turn';
import { dateInWords } from '../wording';
import { latestFor, type CaseTurn } from './state';

/**
 * Opens a notification task, or opens it again. Where a later clock is claimed, the date from
 * awareness is in force until a manager confirms, unless it has passed already: no false lateness.
 */
export function openDuty(turn: CaseTurn, duty: PlannedDuty, plan: Plan): void {
  const { strict, clock } = duty;
  const strictHolds = strict !== null && strict.dueAt > turn.now;
  const inForce = strictHolds ? strict : clock;
  const task: Task = {
    ...blank,
    id: dutyId(turn, duty),
    kind: duty.kind,
    title: duty.title,
    because: duty.holderReason,
    recipient: duty.task,
    criteria: duty.criteria,
    strength: duty.strength,
    heldBy: duty.heldBy,
    clock: inForce,
    laterClock: strictHolds ? clock : null,
    strictClock: strict && { ...strict, ladder: [] },
    openedAt: turn.now,
  };
  putTask(turn, task);
  const days = inForce.counted.length;
  const claimed = strictHolds
    ? ` (${dateInWords(clock.dueOn)} once a manager confirms the later start)`
    : '';
  write(turn, 'opened', {
    text: `“${task.title}” is due by the end of ${dateInWords(inForce.dueOn)}, ${days} working days${claimed}.`,
    tasks: [task.id],
    rule: sourcesOf(task, plan),
    by: 'notifiable',
    data: { due: dueIn(inForce) },
  });
  const { recipient } = task;
  if (
    task.kind === 'notify' &&
    (recipient?.startsWith('partner:') || recipient?.startsWith('area:'))
  )
    tell(turn, 'partner-notice', { task, to: [recipient as `partner:${string}`] });
}

/** A task that ended is opened again under its id; one that was done stays, and another opens. */
function dutyId(turn: CaseTurn, { task: recipient }: PlannedDuty): string {
  const latest = latestFor(turn.state.tasks, recipient);
  if (!latest) return recipient;
  return latest.state.is === 'done' ? freeId(turn, recipient) : latest.id;
}

function sourcesOf({ criteria }: Task, { children }: Plan): string {
  const answers = children.flatMap((child) => child.criteria);
  const sources = answers.filter(({ id }) => criteria.includes(id)).map(({ source }) => source);
  return [...new Set(sources)].join('; ');
}
