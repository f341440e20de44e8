import { rulebookOf } from '../../domain/rulebook';
import { reachRegister } from '../../client/reach';
import { search } from '../../client/search';
import { roleNames } from '../../domain/people';
import { mayDo, permissions } from '../../domain/permissions';
import { tasksOf, type RecordView } from '../../domain/records';
import type { ReceivedIncident } from '../../register/received';
import { Unreachable } from '../../temporal/unreachable';
import { goTo, notFound, page, type Answer } from '../answer';
import { mistakes } from '../forms';
import { textOf, type Visit } from '../visit';
import { seesReceived } from './received';

const referenceIn = ({ request }: Visit): string => String(request.params['ref']);

/** How it stands with what was handed in: running, waiting to be started, or refused. */
export async function showStarted(visit: Visit): Promise<Answer> {
  const reference = referenceIn(visit);
  const received = await receivedBy(visit, reference);
  if (received?.startedAt === null) return waiting(reference, received);
  try {
    const seen = await visit.cases.inspect(reference);
    return seen.ok ? running(visit, seen.value) : notFound;
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    return page('start/not-seen', { reference, what: error.what }, 503);
  }
}

/** Somebody says why what was refused as a likely duplicate is another incident. */
export async function sayItIsAnother(visit: Visit): Promise<Answer> {
  const reference = referenceIn(visit);
  const received = await receivedBy(visit, reference);
  if (!received) return notFound;
  if (received.startedAt !== null) return goTo(`/start/${reference}`);
  const notADuplicate = textOf(visit.body, 'reason');
  const { report } = received;
  const incident = { report, reference, by: visit.person.id, notADuplicate };
  const started = await visit.cases.start(incident);
  if (!started.ok) {
    const wrong = mistakes(started.problems, () => 'reason');
    return page('start/received', { reference, received, wrong, typed: visit.body }, 422);
  }
  await reachRegister(() => visit.register.received.started(reference));
  return goTo(`/start/${reference}`);
}

const waiting = (reference: string, received: ReceivedIncident): Answer =>
  page('start/received', { reference, received });

/** What was received of this person; of anybody, for whoever may see every record. */
async function receivedBy(
  { register, person }: Visit,
  reference: string,
): Promise<ReceivedIncident | null> {
  const { found } = await search(reachRegister(() => register.received.find(reference)));
  return found && seesReceived(person, found.by) ? found : null;
}

function running({ now, person }: Visit, record: RecordView): Answer {
  const tasks = tasksOf(record);
  const told = tasks.flatMap(({ ladder, openedAt }) =>
    ladder
      .filter(({ at }) => at <= now || at <= openedAt)
      .flatMap(({ to }) => to.map((role) => roleNames[role])),
  );
  return page('start/started', {
    ...{ record, tasks, told: [...new Set(told)] },
    rulebook: rulebookOf(record.rulebook),
    mayAdd: mayDo(permissions.incident.amend, person.roles),
  });
}
