import type { Dates } from '../dates';
import { openOwn } from '../record/tasks';
import type { Task, TaskBook } from '../record/task-book';
import type { AnyTurn } from '../record/turn';
import { nationalName } from '../wording';
import { reviewTasks, type ReviewTaskKind } from './tasks';

/** One step asks for one date of a kind, so each stands under its kind. */
export function dateOf({ tasks }: Dates, kind: ReviewTaskKind) {
  const found = tasks[kind];
  if (!found) throw new Error(`No date was asked for ${kind}`);
  return found;
}

export interface TaskToOpen {
  readonly kind: ReviewTaskKind;
  readonly because: string;
  /** Absent: the kind. */
  readonly id?: string;
  readonly title?: string;
  readonly recipient?: Task['recipient'];
}

/** Opens a task with the date of its kind; answers its id. */
export const open = (turn: AnyTurn, { id, ...wanted }: TaskToOpen, dates: Dates): string =>
  openOwn(turn, { id: id ?? wanted.kind, ...wanted, ...dateOf(dates, wanted.kind) });

/** Opens the same task towards each of these, such as `tell-delay:panel`. */
export function openTowards(
  turn: AnyTurn,
  recipients: readonly NonNullable<Task['recipient']>[],
  { dates, ...wanted }: Pick<TaskToOpen, 'kind' | 'because'> & { readonly dates: Dates },
): void {
  for (const recipient of recipients) {
    const id = `${wanted.kind}:${recipient}`;
    const title = `${reviewTasks[wanted.kind].words}: ${nationalName(recipient)}`;
    open(turn, { ...wanted, id, title, recipient }, dates);
  }
}

/** `agency-summary-1`, `agency-summary-2`: what people name is numbered, its name is in the title. */
export function numbered({ tasks }: TaskBook, kind: ReviewTaskKind): string {
  return `${kind}-${1 + tasks.filter((task) => task.kind === kind).length}`;
}
