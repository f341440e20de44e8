import type { NewIncident } from '../../client/answers';
import { reachRegister } from '../../client/reach';
import type { Problem } from '../../domain/problem';
import { Unreachable } from '../../temporal/unreachable';
import { goTo, page, type Answer } from '../answer';
import { mistakes } from '../forms';
import { textOf, type Visit } from '../visit';
import { closeDraft, type StartDraft } from './draft';
import { firstReport } from './first-report';
import { likelySeenBy } from './likely';
import { written } from './written';

/**
 * Starts the incident of the first answers. Where Temporal does not answer, the register keeps it
 * until it can be started; where neither does, everything typed stays, and nothing was accepted.
 */
export async function handIn(
  visit: Visit,
  draft: StartDraft,
  askAgain: (problems: readonly Problem[]) => Answer,
): Promise<Answer> {
  const { report } = firstReport(draft);
  const reason = draft.answers.duplicate && textOf(draft.answers.duplicate, 'reason');
  const incident: NewIncident = {
    ...{ report, reference: draft.reference, by: visit.person.id },
    ...(reason !== undefined && { notADuplicate: reason }),
  };
  const started = await unlessDown(() => visit.cases.start(incident));
  if (started instanceof Unreachable) return keep(visit, draft, incident);
  if (started.ok) return goTo(`/start/${draft.reference}`);
  return (await refused(visit, draft, started.problems)) ?? askAgain(started.problems);
}

async function unlessDown<T>(call: () => Promise<T>): Promise<T | Unreachable> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Unreachable) return error;
    throw error;
  }
}

async function keep(visit: Visit, draft: StartDraft, incident: NewIncident): Promise<Answer> {
  const { report, by, notADuplicate = null } = incident;
  const handedIn = { reference: draft.reference, by: by ?? '', report, notADuplicate };
  const kept = await unlessDown(() => reachRegister(() => visit.register.received.add(handedIn)));
  if (!(kept instanceof Unreachable)) return goTo(`/start/${draft.reference}`);
  const shown = { draft: closeDraft(draft, visit), rows: written(draft, visit.authority) };
  return page('start/not-accepted', shown, 503);
}

/** Why it was not started, where there is something better to show than the form again. */
async function refused(
  visit: Visit,
  draft: StartDraft,
  problems: readonly Problem[],
): Promise<Answer | null> {
  const again = await visit.cases.inspect(draft.reference);
  if (again.ok) return page('start/already', { reference: draft.reference }, 409);
  const likely = await likelySeenBy(visit, firstReport(draft).report);
  if (likely.length === 0) return null;
  const typed = draft.answers.duplicate;
  const shown = {
    ...{ likely, draft: closeDraft(draft, visit), typed: typed ?? {} },
    wrong: mistakes(typed ? problems : [], () => 'reason'),
  };
  return page('start/duplicate', shown, 422);
}
