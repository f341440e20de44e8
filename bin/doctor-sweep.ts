import { type Client, ScheduleNotFoundError } from '@temporalio/client';
import type { Check } from '../cli/checks-text';
import { sweepText } from '../cli/sweep-text';
import { lastSweep } from '../client/sweeps';
import type { Swept } from '../domain/sweep-findings';
import { sweepId } from '../temporal/names';

const name = 'sweep';
const longestMs = 30 * 60_000;

/** When the register was last compared with what runs, and what that found. */
export async function checkSweep(client: Client): Promise<Check> {
  return sweepCheck(await lastSweep(client), await startedAt(client), Date.now());
}

/** Since when there is a Schedule; null: there is none. */
async function startedAt({ schedule }: Client): Promise<number | null> {
  try {
    const { info } = await schedule.getHandle(sweepId).describe();
    return info.createdAt.getTime();
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) return null;
    throw error;
  }
}

/** `scheduledAt` and `now` in milliseconds. */
export function sweepCheck(last: Swept | null, scheduledAt: number | null, now: number): Check {
  const sinceMs = now - (last === null ? (scheduledAt ?? -Infinity) : Date.parse(last.at));
  if (sinceMs > longestMs) return { name, ...overdue(last, scheduledAt) };
  if (last === null) return { name, stands: 'skipped', says: 'the first is to come', mend: '' };
  const says = `${Math.round(sinceMs / 60_000)} minutes ago. ${sweepText(last)}`;
  if (last.head.problem !== null) return { name, stands: 'bad', says, mend: last.head.problem };
  if (last.forAPerson === 0) return { name, stands: 'good', says, mend: '' };
  const mend = '`notifiable sweep` looks again; docs/architecture.md says what each means.';
  return { name, stands: 'bad', says, mend };
}

function overdue(
  last: Swept | null,
  scheduledAt: number | null,
): Pick<Check, 'stands' | 'says' | 'mend'> {
  const says = last === null ? 'has never run' : `has not run since ${last.at}`;
  const mend =
    scheduledAt === null
      ? 'Start a worker. Where it may not make Schedules, run `notifiable sweep` every ten minutes.'
      : 'Look in Temporal whether its Schedule is paused, and at the worker’s log.';
  return { stands: 'bad', says, mend };
}
