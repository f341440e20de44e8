import type { ReportedIncident } from '../../../client/answers';
import { planCase } from '../../../domain/planner';
import { firstPlanRequest, type Planned } from '../../../domain/plan';
import { NoRecord } from '../../errors';
import type { RecordVisit } from '../../visit';
import { findDraft, type FactsDraft } from './draft';
import { amendmentOf, refsOf, type Amendment } from './to-patch';
import type { Answers } from './pages';

/** An incident with what a person is about to change of it. */
export interface Desk extends ReportedIncident {
  readonly draft: FactsDraft | null;
  readonly answers: Answers;
  readonly childCount: number;
}

/** Throws NoRecord where the record is no incident. */
export async function openDesk(visit: RecordVisit): Promise<Desk> {
  const { record } = visit;
  const read = await visit.cases.report(record.reference, 'facts');
  if (!read.ok) throw new NoRecord();
  const draft = await findDraft(visit);
  const answers = draft?.answers ?? {};
  return { ...read.value, ...withAnswers(read.value, answers), draft };
}

/** The same desk with other answers on it. */
export const withAnswers = ({ report }: Pick<Desk, 'report'>, answers: Answers) => ({
  answers,
  childCount: refsOf(report, answers).length,
});

/** What the answers come to: the changes, and every task that would follow; or what is wrong. */
export function lookAhead(
  visit: RecordVisit,
  desk: Pick<Desk, 'report' | 'handedIn' | 'view' | 'answers'>,
): Ahead {
  const { authority, calendar, now } = visit;
  const { report, handedIn, view, answers } = desk;
  const amendment = amendmentOf(report, answers, authority);
  const request = {
    ...firstPlanRequest(handedIn, now),
    patch: amendment.isEmpty ? null : amendment.patch,
    ...{ changedAnswers: view.changedAnswers, rulebook: view.rulebook },
  };
  return { amendment, planned: planCase(request, { authority, calendar }) };
}

export interface Ahead {
  readonly amendment: Amendment;
  readonly planned: Planned;
}
