import type { Entry } from '../../domain/record/entry';
import { tasksOf, type RecordView } from '../../domain/records';
import { leadWord } from '../../domain/wording';
import { momentInWords } from '../../domain/when';

const outcomes = {
  accepted: 'Taken by the mail server',
  waiting: 'Waits, and is tried again',
  refused: 'Not reached',
} as const;

/** Who was sent what, the newest first. A message that waited shows what became of it at last. */
export function toldShown(
  entries: readonly Entry[],
  record: RecordView,
  name: (id: string) => string,
) {
  const known = new Map(tasksOf(record).map((task) => [task.task, task]));
  const strengthOf = (tasks: readonly string[]) =>
    tasks.some((id) => known.get(id)?.strength === 'must') ? 'must' : 'should';
  const byMessage = new Map(
    entries.flatMap(({ at, data }) =>
      data && 'delivery' in data ? [[data.delivery.messageId, { at, ...data.delivery }]] : [],
    ),
  );
  return [...byMessage.values()].toReversed().map(({ at, to, kinds, tasks, ...delivery }) => ({
    at: momentInWords(at),
    to: name(to),
    what: kinds.map((kind) => leadWord({ kind, task: { strength: strengthOf(tasks) } })).join(', '),
    about: tasks.map((id) => known.get(id)?.title ?? id),
    outcome: outcomes[delivery.outcome],
    more: [delivery.instead, delivery.detail].filter((one) => one !== null).join(' '),
  }));
}
