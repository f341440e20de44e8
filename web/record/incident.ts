import type { CaseView } from '../../domain/case/view';
import { decisionWords } from '../../domain/case/decision-words';
import { mayDo } from '../../domain/permissions';
import { rulebookOf } from '../../domain/rulebook';
import { Unreachable } from '../../temporal/unreachable';
import { access } from '../access';
import { mayAct } from '../may-act';
import type { RecordVisit } from '../visit';
import { takeAll } from './buttons';
import { childrenShown } from './children';
import { proposalsShown } from './proposals';
import { statusOf } from './status';
import { taskCard } from './task-card';
import { toldShown } from './told';
import { nameOf } from '../who';

/** An incident record: what is known, what follows, what is to be done, and who was told what. */
export async function shownIncident(visit: RecordVisit, incident: CaseView) {
  const name = (id: string) => nameOf(visit.authority, id);
  const cards = (tasks: CaseView['tasks']) => tasks.map((task) => taskCard(task, visit));
  return {
    incident,
    status: statusOf(visit),
    decision: decisionWords[incident.decision].join(''),
    children: childrenShown(incident, name),
    duties: cards(incident.duties),
    tasks: cards(incident.tasks),
    proposals: proposalsShown(visit),
    told: await toldTo(visit, name),
    mayAmend: mayAct('incident', 'amend', visit.person),
    maySeeReview: mayDo(access['GET /reviews'].who, visit.person.roles),
    takeAll: takeAll([...incident.duties, ...incident.tasks], incident, visit.person),
    rulebook: rulebookOf(incident.rulebook),
  };
}

/** Null: the history does not answer just now; the record is shown all the same. */
async function toldTo({ cases, record }: RecordVisit, name: (id: string) => string) {
  try {
    const read = await cases.history(record.reference);
    return read.ok ? toldShown(read.value, record, name) : null;
  } catch (error) {
    if (error instanceof Unreachable) return null;
    throw error;
  }
}
