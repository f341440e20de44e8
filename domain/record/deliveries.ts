import type { Delivery, NoticeBatch } from '../notice';
import { deliveryText } from './delivery-text';
import type { EntryKind } from './entry';
import { openOwn } from './tasks';
import { isFinished } from './settle';
import { isUnfinished } from './task-book';
import { changeTask, taskOf, write, type AnyTurn } from './turn';

/** What became of a batch of messages. */
export interface DeliveriesEvent {
  readonly type: 'told';
  readonly now: string;
  readonly batch: NoticeBatch;
  readonly deliveries: readonly Delivery[];
}

/** Messages that were still waiting for the mail server when the last task ended. */
export interface UnsentEvent {
  readonly type: 'unsent';
  readonly now: string;
  readonly batches: readonly NoticeBatch[];
}

export function takeUnsent(turn: AnyTurn, { batches }: UnsentEvent): void {
  const tasks = batches.flatMap(({ notices }) => notices.map(({ task }) => task.id));
  const text = 'Messages that the mail server had not taken were given up: every task has ended.';
  write(turn, 'not-reached', { text, tasks: [...new Set(tasks)] });
}

/** A message is not a task done: what became of it is recorded, nothing else changes. */
export function takeDeliveries(turn: AnyTurn, { batch, deliveries }: DeliveriesEvent): void {
  for (const delivery of deliveries) {
    const { tasks, outcome } = delivery;
    const at = momentOf(delivery, batch, turn.now);
    const text = deliveryText(delivery);
    write(turn, entryKinds[outcome], { text, at, tasks, data: { delivery } });
    if (outcome === 'refused') notReached(turn, delivery);
  }
}

const entryKinds = {
  accepted: 'told',
  refused: 'not-reached',
  waiting: 'waiting',
} as const satisfies Record<Delivery['outcome'], EntryKind>;

/** The sender's clock is another machine's: a moment that cannot be gives way to now. */
const momentOf = ({ tries: { lastAt } }: Delivery, batch: NoticeBatch, now: string): string =>
  batch.at <= lastAt && lastAt <= now ? lastAt : now;

/** The next person up was told with the same batch; the address itself is a person's to mend. */
function notReached(turn: AnyTurn, { to, tasks }: Delivery): void {
  for (const id of tasks) {
    const { notReached: before } = taskOf(turn, id);
    if (!before.includes(to)) changeTask(turn, id, { notReached: [...before, to] });
  }
  const because = `${to} cannot be reached by mail`;
  const mending = turn.state.tasks.some(
    (task) => task.kind === 'mend-address' && isUnfinished(task) && task.because === because,
  );
  if (mending || isFinished(turn.state)) return;
  const title = `Mend the mail address of ${to} in the authority’s file`;
  openOwn(turn, { id: `mend-address:${to}`, kind: 'mend-address', title, because, clock: null });
}
