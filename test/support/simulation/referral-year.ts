import { isDeepStrictEqual } from 'node:util';
import { ownTasks } from '../../../domain/own-tasks';
import type { Stepped } from '../../../domain/record/machine';
import { isUnfinished, type Task } from '../../../domain/record/task-book';
import { meetsCriteria, type ReferralState } from '../../../domain/referral/state';
import { isNotification } from '../../../domain/task';
import { DrivenReferral } from '../drive-referral';
import { chanceOf, minutesAfter, type Chance } from './chance';
import { announceHoliday, finish } from './whole-life';
import { nextToFinish, randomCommand, randomReferral } from './referral-acts';

/** One referral from its receipt to its end, checked after every step. Throws at the first fault. */
export function liveThroughReferral(seed: number): DrivenReferral {
  const chance = chanceOf(seed);
  const { form, now } = randomReferral(chance);
  const driven = new DrivenReferral(form, now, { watch: createWatch() });
  for (let acts = 4 + chance.below(12); acts > 0; acts -= 1) {
    passTime(chance, driven);
    driven.send(randomCommand(chance, driven));
    if (chance.percent(3)) announceHoliday(driven);
  }
  finish(driven, nextToFinish);
  demand(driven.state.status === 'closed', 'every task has ended and the record is open');
  return driven;
}

/** Mostly the record wakes at each of its moments; at times no worker is there. */
function passTime(chance: Chance, driven: DrivenReferral): void {
  const minutes = chance.below(chance.oneOf([30, 600, 1440, 4 * 1440, 20 * 1440]));
  const until = minutesAfter(driven.now, minutes);
  if (chance.percent(80)) driven.until(until);
  driven.now = until;
}

function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Watches one record's steps and throws as soon as one breaks what must always hold. */
function createWatch() {
  let entries = 0;
  let before: readonly Task[] = [];
  const lateOnes = new Set<string>();
  return (after: Stepped<ReferralState>, event: { readonly now: string } | null): void => {
    const { state } = after;
    for (const { number, kind, tasks } of after.entries) {
      demand(number === (entries += 1), `history number ${number} is out of order`);
      if (kind === 'late') tasks.forEach((id) => lateOnes.add(id));
    }
    demand(state.nextEntry === entries + 1, 'the next history number is wrong');
    for (const task of before) demandKept(task, state, { event, lateOnes });
    for (const task of state.tasks) demandSound(task, { event, lateOnes });
    demandProtection(state);
    const open = state.tasks.some((task) => isUnfinished(task) && task.kind !== 'mend-address');
    demand(open === (state.status === 'open'), `${state.status} is wrong`);
    demand(isDeepStrictEqual(JSON.parse(JSON.stringify(state)), state), 'the state is no JSON');
    before = state.tasks;
  };
}

interface Surroundings {
  readonly event: { readonly now: string } | null;
  readonly lateOnes: ReadonlySet<string>;
}

/** No task vanishes, what has ended stays as it ended, and no date that has passed moves unsaid. */
function demandKept(was: Task, { tasks }: ReferralState, { event, lateOnes }: Surroundings): void {
  const task = tasks.find(({ id }) => id === was.id);
  demand(task !== undefined, `${was.id} vanished`);
  if (!isUnfinished(was)) demand(task?.state === was.state, `${was.id} ended once more`);
  const isPast = was.clock !== null && event !== null && event.now > was.clock.dueAt;
  const isMoved = isPast && task?.clock?.dueAt !== was.clock.dueAt;
  demand(!isMoved || lateOnes.has(was.id), `${was.id} moved past its date; nothing says so`);
}

/** Every task has words; one that ended says why; one past its date says so for good. */
function demandSound({ id, kind, title, state, clock }: Task, seen: Surroundings): void {
  demand(!isNotification({ kind }), `${id} notifies: a referral never does`);
  const words = kind === 'notify' || kind === 'confirm-other' ? '' : ownTasks[kind].words;
  demand(words !== '' && title !== '', `${id} has no words`);
  if (state.is === 'done') demand(state.evidence.told !== '', `${id} was done without evidence`);
  if (state.is === 'cancelled') demand(state.because !== '', `${id} ended without a reason`);
  const isOpen = state.is === 'open' || state.is === 'acknowledged';
  const isPast = clock !== null && seen.event !== null && seen.event.now > clock.dueAt;
  demand(!isOpen || !isPast || seen.lateOnes.has(id), `${id} is past its date; nothing says so`);
}

/** Raising a concern and starting the incident never wait for anything that happens here. */
function demandProtection(state: ReferralState): void {
  const has = (kind: string) => state.tasks.some((task) => task.kind === kind);
  const isOpen = (kind: string) =>
    state.tasks.some((task) => task.kind === kind && isUnfinished(task));
  const needsConcern = state.form.concernRaised !== 'yes';
  demand(!needsConcern || has('raise-concern'), 'nobody was asked to raise the concern');
  const needsIncident = meetsCriteria(state) && state.incident === null;
  demand(!needsIncident || isOpen('start-incident'), 'nobody is asked to start the incident');
}
