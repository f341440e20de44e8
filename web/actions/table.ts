import type { RecordKindName } from '../../domain/record/kinds';
import { mayDo, permissions } from '../../domain/permissions';
import type { Role } from '../../domain/roles';
import type { RecordVisit } from '../visit';
import type { Action } from './action';
import { onIncidents } from './on-incidents';
import { onReferrals } from './on-referrals';
import { onReviews } from './on-reviews';
import { onTasks } from './on-tasks';

const actions: Readonly<Record<RecordKindName, readonly Action[]>> = {
  incident: [...onTasks, ...onIncidents],
  referral: [...onTasks, ...onReferrals],
  review: [...onTasks, ...onReviews],
};

/** The actions on a record that this person's roles allow. */
export function actionsFor({ record, person }: RecordVisit): readonly Action[] {
  const rows: Readonly<Record<string, readonly Role[] | undefined>> = permissions[record.kind];
  return actions[record.kind].filter(({ name }) => mayDo(rows[name] ?? [], person.roles));
}
