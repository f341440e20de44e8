import {
  allHandlersFinished,
  condition,
  makeContinueAsNewFunc,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { openCase } from '../domain/case/open';
import { nextMoment, tasksWithoutChases } from '../domain/case/rungs';
import { isFinished } from '../domain/case/settle';
import { step, type CaseEvent } from '../domain/case/step';
import { firstPlanRequest } from '../domain/plan';
import { acceptActions } from './actions';
import { chases, plan } from './activities';
import { createAlarm } from './alarm';
import { createDesk, type Desk } from './desk';
import { createIndexing } from './indexing';
import { inspect, type IncidentInput, type IncidentRecord } from './messages';
import { planRefused } from './plan-refused';
import { createRecording } from './recording';
import { createTelling } from './telling';

/**
 * One serious incident, from the report that was handed in until its last task has ended. It waits
 * for people and for the record's next moment, and carries out what the kernel answers. A closed
 * record goes on from its last run's result.
 */
export async function incident(input: IncidentInput): Promise<IncidentRecord> {
  const telling = createTelling(() => desk);
  const recording = createRecording(() => desk);
  const desk: Desk = createDesk(({ batch }) => {
    if (batch) telling.send(batch);
    recording.start();
  });
  setHandler(inspect, () => desk.record, { description: 'The whole record as it stands' });
  acceptActions(desk);
  if (input.resume) desk.open(input.resume);
  else await open(desk, input);
  input.resume?.outbox.forEach(telling.send);
  recording.start();
  const work = createWork(desk);
  const isOver = () => isFinished(desk.record.state);
  const isEnding = () => isOver() || mustContinue();
  const canEnd = () => allHandlersFinished() && (recording.isDone || mustContinue());
  for (;;) {
    await work();
    await telling.finish(isEnding);
    if (isOver()) giveUpUnsent(desk);
    await condition(() => canEnd() || !isEnding());
    if (isOver() && recording.isDone && allHandlersFinished()) return desk.record;
    if (mustContinue()) await continueIncident({ ...input, report: null, resume: desk.record });
  }
}

async function open(desk: Desk, { reference, report, by }: IncidentInput): Promise<void> {
  const planned = await plan(firstPlanRequest(report, now()));
  if (!planned.ok) throw planRefused(planned.problems);
  const opened = openCase(reference, planned.plan, by);
  const { hasSearchAttributes } = planned;
  const empty = { unrecorded: [], outbox: [], answers: [], hasSearchAttributes };
  desk.open({ state: opened.state, ...empty });
  desk.take(opened);
}

/** Waits and acts until the record is finished, or this run of it is long enough. */
function createWork(desk: Desk): () => Promise<void> {
  const indexing = createIndexing(desk);
  let rang = false;
  const alarm = createAlarm(() => {
    rang = true;
  });
  return async () => {
    while (!isFinished(desk.record.state) && !mustContinue()) {
      await chaseFurther(desk);
      if (isDue(desk)) take(desk, { type: 'moment', now: now() });
      alarm.set(nextMoment(desk.record.state));
      indexing.update();
      rang = false;
      const seen = desk.record.state;
      await condition(() => rang || desk.record.state !== seen || mustContinue());
    }
    indexing.update();
  };
}

function isDue(desk: Desk): boolean {
  const next = nextMoment(desk.record.state);
  return next !== null && next <= now();
}

/** A late task has no last day: more chases are worked out as they are used up. */
async function chaseFurther(desk: Desk): Promise<void> {
  const at = now();
  const requests = tasksWithoutChases(desk.record.state).flatMap(({ id, clock }) =>
    clock ? [{ task: id, chases: clock.chases, dueAt: clock.dueAt, after: at }] : [],
  );
  if (requests.length > 0) take(desk, { type: 'chases', now: at, chases: await chases(requests) });
}

function take(desk: Desk, event: CaseEvent): void {
  const stepped = step(desk.record.state, event);
  if (!('refused' in stepped)) desk.take(stepped);
}

/** Messages about tasks that have all ended serve nobody: that they were not sent is kept. */
function giveUpUnsent(desk: Desk): void {
  const { outbox } = desk.record;
  if (outbox.length === 0) return;
  take(desk, { type: 'unsent', now: now(), batches: outbox });
  desk.change({ outbox: [] });
}

const now = () => new Date().toISOString();

const mustContinue = (): boolean => {
  const { continueAsNewSuggested, targetWorkerDeploymentVersionChanged } = workflowInfo();
  return continueAsNewSuggested || targetWorkerDeploymentVersionChanged;
};

const continueIncident = makeContinueAsNewFunc<typeof incident>({
  initialVersioningBehavior: 'AUTO_UPGRADE',
});
