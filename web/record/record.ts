import { page, type Answer } from '../answer';
import { actionsFor } from '../actions/table';
import { textOf, type RecordVisit } from '../visit';

/** One record as it stands now. */
export function showRecord(visit: RecordVisit): Answer {
  const actions = actionsFor(visit);
  const said = actions.find(({ name }) => name === textOf(visit.query, 'said'));
  return page('record/record', { actions, said });
}
