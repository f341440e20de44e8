import { upsertSearchAttributes } from '@temporalio/workflow';
import { isUnfinished, type TaskBook } from '../domain/record/task-book';
import { searchAttributes } from '../temporal/search-attributes';
import type { AnyDesk } from './desk';

/**
 * Keeps what Temporal's lists can be searched by in line with the record: nothing personal is in
 * it. Written only when it changes, since each writing is an event in the history.
 */
export function createIndexing(desk: AnyDesk): { update(): void } {
  let written = '';
  return {
    update() {
      const { state, hasSearchAttributes } = desk.record;
      if (!hasSearchAttributes) return;
      const index = indexOf(state, new Date().toISOString());
      const text = JSON.stringify(index);
      if (text === written) return;
      written = text;
      upsertSearchAttributes([
        { key: searchAttributes.stage, value: index.stage },
        {
          key: searchAttributes.nextDue,
          value: index.nextDue === null ? null : new Date(index.nextDue),
        },
        { key: searchAttributes.hasLate, value: index.hasLate },
        { key: searchAttributes.rulebook, value: index.rulebook },
      ]);
    },
  };
}

function indexOf({ tasks, status, rulebook }: TaskBook, now: string) {
  const due = tasks.filter(isUnfinished).flatMap(({ clock }) => clock?.dueAt ?? []);
  const nextDue = due.toSorted().at(0) ?? null;
  return { stage: status, nextDue, hasLate: nextDue !== null && nextDue <= now, rulebook };
}
