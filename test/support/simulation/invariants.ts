import { isDeepStrictEqual } from 'node:util';
import { nextMoment } from '../../../domain/record/rungs';
import { isFinished } from '../../../domain/record/settle';
import { isUnfinished, type Task } from '../../../domain/record/task-book';
import { latestFor, type CaseState } from '../../../domain/case/state';
import { isNotification } from '../../../domain/task';
import type { Stepped } from '../../../domain/record/machine';
import type { CaseEvent } from '../../../domain/case/step';

export interface Seen {
  readonly before: CaseState | null;
  readonly after: Stepped<CaseState>;
  readonly event: CaseEvent | null;
  readonly now: string;
}

const opening = ({ id, openedAt }: Pick<Task, 'id' | 'openedAt'>): string => `${id} ${openedAt}`;

/** Watches one record's steps and throws as soon as one breaks what must always hold. */
export function createWatch() {
  let entries = 0;
  let batches = 0;
  const said = new Set<string>();
  const lateOnes = new Set<string>();
  const demand = (holds: boolean, what: string) => {
    if (!holds) throw new Error(what);
  };

  function history({ after }: Seen): void {
    for (const { number, kind, at, text, tasks, recordedAt } of after.entries) {
      demand(number === (entries += 1), `history number ${number} is out of order`);
      for (const id of tasks) {
        const task = after.state.tasks.find((one) => one.id === id);
        demand(task !== undefined, `history names ${id}, which does not exist`);
        if (!task) continue;
        if (kind === 'late') lateOnes.add(opening(task));
        if (kind !== 'late' && kind !== 'rung') continue;
        const key = `${opening(task)} ${kind} ${at} ${text}`;
        demand(!said.has(key), `the same rung twice: ${key}, recorded ${recordedAt}`);
        said.add(key);
      }
    }
    demand(after.state.nextEntry === entries + 1, 'the next history number is wrong');
    if (!after.batch) return;
    batches += 1;
    demand(after.batch.id === `${after.state.reference}/${batches}`, 'a batch id comes twice');
  }

  function tasks({ before, after, event, now }: Seen): void {
    for (const task of after.state.tasks) {
      demand(new Set(task.fired).size === task.fired.length, `${task.id} fired a rung twice`);
      const keys = (task.clock?.ladder ?? []).map(({ key }) => key);
      demand(new Set(keys).size === keys.length, `${task.id} holds a rung twice`);
      const isLate = isUnfinished(task) && task.clock !== null && now > task.clock.dueAt;
      demand(!isLate || lateOnes.has(opening(task)), `${task.id} is late and nothing says so`);
      const was = before?.tasks.find((one) => opening(one) === opening(task));
      if (was && isNotification(task)) demandNoShortCut({ was, task, before, event });
    }
  }

  // Comparing a whole state costs as much as all else: one step in eight, and the last, will do.
  return (seen: Seen): void => {
    const { after, now } = seen;
    history(seen);
    tasks(seen);
    silence(seen);
    nothingLost(seen);
    const next = nextMoment(after.state);
    demand(next === null || next > now, `the next moment ${next} is not after ${now}`);
    if (isFinished(after.state)) {
      demand(next === null, 'a finished record has a moment');
      demand(after.state.status !== 'open', 'a finished record is open');
    }
    if (batches % 8 > 0 && !isFinished(after.state)) return;
    const copy: unknown = JSON.parse(JSON.stringify(after.state));
    demand(isDeepStrictEqual(copy, after.state), 'the state does not survive JSON');
  };

  /** Ended tasks say nothing any more. */
  function silence({ after }: Seen): void {
    for (const { kind, task } of after.batch?.notices ?? []) {
      const found = after.state.tasks.find(({ id }) => id === task.id);
      const speaks = found !== undefined && (isUnfinished(found) || found.kind === 'mend-address');
      demand(speaks, `${task.id} has ended and still says ${kind}`);
    }
  }

  /** Every duty of the plan that was just taken has a task that stands. */
  function nothingLost({ after, event }: Seen): void {
    if (event?.type !== 'command' || after.state.status === 'withdrawn') return;
    for (const duty of event.plan?.duties ?? []) {
      const task = latestFor(after.state.tasks, duty.task);
      demand(task !== undefined && task.state.is !== 'cancelled', `no task for ${duty.task}`);
    }
  }

  interface Change extends Pick<Seen, 'before' | 'event'> {
    readonly was: Task;
    readonly task: Task;
  }

  /** Done takes evidence; ending or putting off an unsent must task takes two people. */
  function demandNoShortCut({ was, task, before, event }: Change): void {
    const command = event?.type === 'command' ? event.command : null;
    if (was.state.is !== 'done' && task.state.is === 'done') {
      const { evidence } = task.state;
      demand(command?.name === 'done', `${task.id} was done without evidence`);
      demand(evidence.channel !== '' && evidence.told !== '', `${task.id} has empty evidence`);
    }
    if (was.state.is === 'done') {
      demand(was.state === task.state, `what was sent was overwritten: ${task.id}`);
    }
    const proposal =
      command?.name === 'approve'
        ? before?.proposals.find(({ id }) => id === command.proposal)
        : undefined;
    const isSecond = proposal !== undefined && proposal.by !== command?.actor.id;
    if (was.strength === 'must' && isUnfinished(was) && task.state.is === 'cancelled') {
      demand(isSecond, `${task.id} was ended by one person alone`);
    }
    const isPutOff = was.clock && task.clock && task.clock.dueAt > was.clock.dueAt;
    const isRecounted = event?.type === 'command' && event.plan?.calendar !== before?.calendar;
    const mayMove = ['confirm', 'redate'].includes(command?.name ?? '') || isRecounted;
    demand(
      !isPutOff || isSecond || mayMove,
      `${task.id} was put off by ${command?.name ?? 'nobody'}`,
    );
  }
}
