import type { Entry } from '../domain/record/entry';
import { tasksOf, type RecordView } from '../domain/records';
import type { Delivery } from '../domain/notice';
import { roleNames } from '../domain/people';

/** What is still to come if nobody acts, up to the first chase, as lines for a timeline. */
export function plannedEntries(view: RecordView): Entry[] {
  return tasksOf(view).flatMap(({ task, ladder }) => {
    const firstChase = ladder.findIndex(({ kind }) => kind === 'chase');
    const shown = firstChase === -1 ? ladder : ladder.slice(0, firstChase + 1);
    return shown.flatMap(({ at, kind, to }) =>
      to.map((role) => ({
        number: 0,
        at,
        recordedAt: at,
        by: 'notifiable',
        kind: 'told' as const,
        text: '',
        rule: null,
        tasks: [task],
        data: { delivery: { ...planned, to: roleNames[role], kinds: [kind], tasks: [task] } },
      })),
    );
  });
}

const planned: Omit<Delivery, 'to' | 'kinds' | 'tasks'> = {
  messageId: '',
  outcome: 'accepted',
  instead: null,
  detail: null,
  tries: { count: 0, firstAt: '', lastAt: '', ambiguous: false },
};
