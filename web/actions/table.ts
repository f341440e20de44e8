import type { RecordKindName } from '../../domain/record/kinds';
import { mayAct } from '../may-act';
import type { RecordVisit } from '../visit';
import type { Action } from './action';
import { aroundIncidents } from './around';
import { onIncidents } from './on-incidents';
import { onReferrals } from './on-referrals';
import { onReviews } from './on-reviews';
import { onTasks } from './on-tasks';

const actions: Readonly<Record<RecordKindName, readonly Action[]>> = {
  incident: [...onTasks, ...onIncidents, ...aroundIncidents],
  referral: [...onTasks, ...onReferrals],
  review: [...onTasks, ...onReviews],
};

type Visited = Pick<RecordVisit, 'record' | 'person'>;

/** The actions on a record that this person's roles allow. */
export const actionsFor = ({ record, person }: Visited): readonly Action[] =>
  actions[record.kind].filter(({ name }) => mayAct(record.kind, name, person));

/** Those that stand under the record, and are of use as it stands. */
export const actionsOnRecord = (visit: Visited): readonly Action[] =>
  actionsFor(visit).filter(({ atTask, fits }) => !atTask && (fits?.(visit.record) ?? true));

const doneElsewhere: Readonly<Record<string, string>> = {
  done: 'It is recorded that this was done.',
  amend: 'The facts are recorded, and the criteria were answered again.',
};

/** What was just done, by the action's name; null: nothing that is known. */
export function saidOf(name: string, kind: RecordKindName): string | null {
  const action = actions[kind].find((one) => one.name === name);
  return action ? (action.said ?? `Done: ${action.title}.`) : (doneElsewhere[name] ?? null);
}
