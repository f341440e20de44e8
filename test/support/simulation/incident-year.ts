import type { CaseState } from '../../../domain/case/state';
import { DrivenCase } from '../drive-case';
import { nextToFinish, randomAside, randomCommand } from './acts';
import { chanceOf, minutesAfter, type Chance } from './chance';
import { announceHoliday, finish } from './whole-life';
import { createWatch } from './invariants';
import { randomIncident } from './reports';

/** One incident from its report to its end, checked after every step. Throws at the first fault. */
export function liveThrough(seed: number): DrivenCase {
  const chance = chanceOf(seed);
  // Of its own: what was kept of earlier faults stays as it was.
  const asides = chanceOf(seed + 1_000_000);
  const { report, now } = randomIncident(chance);
  const check = createWatch();
  let before: CaseState | null = null;
  const driven = new DrivenCase(report, now, {
    watch: (after, event) => {
      check({ before, after, event, now: event?.now ?? now });
      before = after.state;
    },
  });
  for (let acts = 3 + chance.below(7); acts > 0; acts -= 1) {
    passTime(chance, driven);
    driven.send(randomCommand(chance, driven));
    if (asides.percent(20)) driven.send(randomAside(asides));
    if (chance.percent(10)) refuseMail(chance, driven);
    if (chance.percent(3)) announceHoliday(driven);
  }
  if (chance.percent(1)) driven.until(minutesAfter(now, 365 * 1440));
  finish(driven, nextToFinish);
  return driven;
}

/** Mostly the record wakes at each of its moments; at times no worker is there. */
function passTime(chance: Chance, driven: DrivenCase): void {
  const minutes = chance.below(chance.oneOf([30, 600, 1440, 4 * 1440, 12 * 1440]));
  const until = minutesAfter(driven.now, minutes);
  if (chance.percent(20)) driven.outageUntil(until);
  else driven.until(until);
}

function refuseMail(chance: Chance, driven: DrivenCase): void {
  const batch = driven.batches.at(-1);
  if (!batch) return;
  const tasks = [...new Set(batch.notices.map(({ task }) => task.id))];
  driven.told({ to: chance.oneOf(['officer-1', 'manager-1', 'partner:icb']), tasks });
}
