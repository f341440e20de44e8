import type { TaskKind } from '../../domain/own-tasks';
import { tasksOf } from '../../domain/records';
import { dateInWords } from '../../domain/wording';
import type { Action } from './action';

const says: Partial<Record<TaskKind, string>> = {
  'confirm-none':
    'No criterion is met as the facts stand, and you confirm that nobody needs to be notified. New facts are assessed again.',
  'confirm-clock':
    'The later date holds from then on. The date as counted from awareness stays visible beside it.',
  'confirm-holder': 'You confirm that the authority that is named holds the duty to notify.',
  reopened: 'You confirm that it is settled what is to be done now that the record is open again.',
  'mend-address': 'You confirm that the address in the authority’s file is mended.',
};

/** What a confirmation of the chosen task would mean. */
export const confirming: NonNullable<Action['foresees']> = ({ record }, { task: id }) => {
  const tasks = tasksOf(record);
  const chosen = tasks.find(({ task }) => task === id);
  if (!chosen) return [];
  const moved =
    chosen.kind === 'confirm-clock'
      ? tasks.filter(({ dueAt, inForceDueAt }) => dueAt !== inForceDueAt)
      : [];
  return [
    `It was asked because ${chosen.because}.`,
    ...[says[chosen.kind] ?? []].flat(),
    ...moved.map(({ title, dueOn }) => `${title}: due by the end of ${dateInWords(dueOn ?? '')}.`),
  ];
};
