import { performance } from 'node:perf_hooks';
import type { Entry } from '../domain/record/entry';
import type { Summary } from '../domain/summary';
import type { TaskSummary } from '../domain/record/task-summary';
import { buildIncident } from '../test/support/build-incident';
import { DrivenCase } from '../test/support/drive-case';
import type { Register } from '../register/register';

/** 10,000 open incidents with five tasks each. */
export const incidents = 10_000;
const recipients = [
  'panel',
  'partner:icb',
  'partner:police',
  'secretary-of-state',
  'ofsted',
] as const;
export const referenceOf = (index: number) => `SI-2026-${index.toString(36).padStart(4, '0')}`;
const instant = (day: number) => new Date(Date.UTC(2026, 10, 1 + day, 9)).toISOString();

/** The same each time, and without a pattern that would suit or spite an index. */
const scattered = (seed: number) => Math.imul(seed + 1, 0x9e3779b1) >>> 16;

/** Some day of ten years. */
const dayOf = (index: number) => instant(-(scattered(index) % 3_650)).slice(0, 10);

export const likenessOf = (index: number) => ({
  localCaseIds: [`LCS-${index}`],
  occurredOn: dayOf(index),
  place: 'in-area',
  area: null,
});

function taskOf(index: number, position: number): TaskSummary {
  const dueAt = instant(5 + (scattered(index * 5 + position) % 60));
  return {
    task: recipients[position] ?? 'panel',
    kind: 'notify',
    title: 'Notify',
    recipient: recipients[position] ?? null,
    child: null,
    criteria: [index % 50 === 0 ? 'care-leaver-death' : 'death-with-abuse-or-neglect'],
    strength: 'must',
    heldBy: 'E06000005',
    owner: `officer-${index % 20}`,
    state: index % 3 === 0 ? 'acknowledged' : 'open',
    openedAt: instant(0),
    dueOn: dueAt.slice(0, 10),
    dueAt,
    doneAt: null,
  };
}

function summaryOf(index: number): Summary {
  const tasks = recipients.map((_, position) => taskOf(index, position));
  return {
    kind: 'incident',
    status: 'open',
    decision: 'notify',
    rulebook: 'england-2023',
    becameAwareAt: instant(0),
    ...likenessOf(index),
    nextDueAt: tasks.map(({ dueAt }) => dueAt).sort()[0] ?? null,
    tasks,
  };
}

const entriesOf = (count: number): Entry[] =>
  Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    at: instant(index),
    recordedAt: instant(index),
    by: 'notifiable',
    kind: 'rung' as const,
    text: 'Reminder to notifying-officer, deputy: “Notify the national Panel”.',
    rule: 'CA 2004 s16C(1)',
    tasks: ['panel'],
    data: { rung: { kind: 'reminder' as const, to: ['notifying-officer', 'deputy'] as const } },
  }));

/** What a real incident hands over with its lines. */
const { state } = new DrivenCase(buildIncident(), '2026-12-22T18:00:00.000Z');

/** How the lines of each come in, and the first day of awareness: all the same, or over ten years. */
export interface Filling {
  readonly entries: number;
  readonly handOvers: number;
  readonly isSpread: boolean;
}

/** Says how fast it went. */
export async function fill({ recorder }: Register, filling: Filling): Promise<void> {
  const { handOvers } = filling;
  const entries = entriesOf(filling.entries);
  const some = entries.length / handOvers;
  let index = 0;
  const work = async () => {
    for (let own = index++; own < incidents; own = index++) {
      const summary = summaryOf(own);
      const becameAwareAt = filling.isSpread
        ? `${dayOf(own)}T09:00:00.000Z`
        : summary.becameAwareAt;
      const stand = { summary: { ...summary, becameAwareAt }, state };
      for (let from = 0; from < entries.length; from += some) {
        await recorder.append(referenceOf(own), entries.slice(from, from + some), stand);
      }
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: 4 }, work));
  const seconds = (performance.now() - begun) / 1_000;
  const rate = (incidents * handOvers) / seconds;
  console.log(`Filled: ${rate.toFixed(0)} hand-overs of ${some} entries a second`);
}
