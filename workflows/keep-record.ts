import {
  allHandlersFinished,
  condition,
  makeContinueAsNewFunc,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Acted } from '../domain/record/machine';
import { nextMoment, tasksWithoutChases } from '../domain/record/rungs';
import { isFinished } from '../domain/record/settle';
import type { AnyState } from '../domain/records';
import { acceptActions } from './actions';
import { chases } from './activities';
import { createAlarm } from './alarm';
import { createDesk, type AnyDesk, type Desk, type Take } from './desk';
import { createFollowing } from './following';
import { createIndexing } from './indexing';
import { createInTurn } from './in-turn';
import { acceptLooks } from './looking';
import { inspectAs, type KeptRecord, type RunInput } from './messages';
import type { Dated, RecordKind } from './record-kind';
import { createRecording, type Recording } from './recording';
import { createTelling } from './telling';

/**
 * Keeps one record until its last task has ended. It waits for people and for the record's next
 * moment, and carries out what the kernel answers. A closed record goes on from its last run's
 * result.
 */
export async function keepRecord<State extends AnyState, Command extends Acted, Plan extends Dated>(
  kind: RecordKind<State, Command, Plan>,
  input: RunInput<State>,
): Promise<KeptRecord<State>> {
  const take: Take = (event) => {
    const stepped = kind.step(desk.record.state, event);
    if (!('refused' in stepped)) desk.take(stepped);
  };
  const telling = createTelling(() => desk, take);
  const recording = createRecording(() => desk);
  const following = createFollowing(kind.follow, () => desk, take);
  const desk: Desk<State> = createDesk((mailing) => {
    if (mailing) telling.send(mailing);
    if (isOver()) recording.start();
    following.start();
  });
  const isOver = () => isFinished(desk.record.state);
  const isEnding = () => isOver() || mustContinue();
  setHandler(inspectAs<State>(), () => desk.record, inspected);
  const inTurn = createInTurn();
  const { work, wake } = createWork({ desk, take, recording });
  acceptActions(kind, desk, inTurn);
  acceptLooks(kind, desk, { inTurn, wake });
  if (input.resume) desk.open(input.resume);
  else await openAnew(kind, desk, input);
  input.resume?.outbox.forEach(telling.sendOn);
  following.start();
  const isDone = () => recording.isDone && following.isDone;
  const canEnd = () => allHandlersFinished() && (isDone() || mustContinue());
  for (;;) {
    await work();
    if (isOver()) recording.start();
    await telling.finish(isEnding);
    if (isOver()) giveUpUnsent(desk, take);
    await condition(() => canEnd() || !isEnding());
    if (isOver() && isDone() && allHandlersFinished()) return desk.record;
    if (mustContinue()) await continueRecord({ ...input, report: null, resume: desk.record });
  }
}

const inspected = { description: 'The whole record as it stands' };

interface Workplace {
  readonly desk: AnyDesk;
  readonly take: Take;
  readonly recording: Recording;
}

async function openAnew<State extends AnyState, Command extends Acted, Plan extends Dated>(
  kind: RecordKind<State, Command, Plan>,
  desk: Desk<State>,
  input: RunInput<State>,
): Promise<void> {
  const { first, hasSearchAttributes } = await kind.open(input);
  const empty = { unrecorded: [], outbox: [], answers: [], hasSearchAttributes };
  desk.open({ state: first.state, ...empty });
  desk.take(first);
}

/** Waits and acts until the record is finished, or this run of it is long enough. */
function createWork({ desk, take, recording }: Workplace) {
  const indexing = createIndexing(desk);
  let rang = false;
  const wake = () => {
    rang = true;
  };
  const alarm = createAlarm(wake);
  const work = async (): Promise<void> => {
    while (!isFinished(desk.record.state) && !mustContinue()) {
      await chaseFurther(desk, take);
      if (isPast(nextMoment(desk.record.state))) take({ type: 'moment', now: now() });
      if (isPast(recording.dueAt)) recording.start();
      alarm.set(earliest(nextMoment(desk.record.state), recording.dueAt));
      indexing.update();
      rang = false;
      const seen = desk.record.state;
      await condition(() => rang || desk.record.state !== seen || mustContinue());
    }
    indexing.update();
  };
  return { work, wake };
}

const earliest = (one: string | null, other: string | null): string | null =>
  one !== null && (other === null || one < other) ? one : other;

const isPast = (at: string | null): boolean => at !== null && at <= now();

/** A late task has no last day: more chases are worked out as they are used up. */
async function chaseFurther(desk: AnyDesk, take: Take): Promise<void> {
  const at = now();
  const requests = tasksWithoutChases(desk.record.state).flatMap(({ id, clock }) =>
    clock ? [{ task: id, chases: clock.chases, dueAt: clock.dueAt, after: at }] : [],
  );
  if (requests.length > 0) take({ type: 'chases', now: at, chases: await chases(requests) });
}

/** Messages about tasks that have all ended serve nobody: that they were not sent is kept. */
function giveUpUnsent(desk: AnyDesk, take: Take): void {
  const { outbox } = desk.record;
  if (outbox.length === 0) return;
  take({ type: 'unsent', now: now(), batches: outbox });
  desk.change({ outbox: [] });
}

const now = () => new Date().toISOString();

const mustContinue = (): boolean => {
  const { continueAsNewSuggested, targetWorkerDeploymentVersionChanged } = workflowInfo();
  return continueAsNewSuggested || targetWorkerDeploymentVersionChanged;
};

const continueRecord = makeContinueAsNewFunc<(input: RunInput<AnyState>) => Promise<unknown>>({
  initialVersioningBehavior: 'AUTO_UPGRADE',
});
