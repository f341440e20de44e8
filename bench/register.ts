import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import { addressedTo } from '../domain/addressed';
import type { Entry } from '../domain/record/entry';
import type { Summary } from '../domain/summary';
import type { TaskSummary } from '../domain/record/task-summary';
import { attachPostgres, databaseAddresses, stopPostgres } from '../local/postgres';
import { openDatabase } from '../register/database';
import type { Filter } from '../register/filter';
import { migrate } from '../register/migrate';
import { buildIncident } from '../test/support/build-incident';
import { DrivenCase } from '../test/support/drive-case';
import { testSeal } from '../test/support/test-seal';
import { openRegister, type Register } from '../register/register';

/** 10,000 open incidents with five tasks each: the lists, the dashboard and one case. */
const incidents = 10_000;
const rounds = 200;
const targetMs = 50;
const now = '2026-12-01T12:00:00.000Z';
const recipients = [
  'panel',
  'partner:icb',
  'partner:police',
  'secretary-of-state',
  'ofsted',
] as const;
const page = { now, limit: 50, after: null };
const referenceOf = (index: number) => `SI-2026-${index.toString(36).padStart(4, '0')}`;
const instant = (day: number) => new Date(Date.UTC(2026, 10, 1 + day, 9)).toISOString();

/** The same each time, and without a pattern that would suit or spite an index. */
const scattered = (seed: number) => Math.imul(seed + 1, 0x9e3779b1) >>> 16;

/** Some day of ten years. */
const dayOf = (index: number) => instant(-(scattered(index) % 3_650)).slice(0, 10);

const likenessOf = (index: number) => ({
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

const handOvers = 4;

async function fill({ recorder }: Register): Promise<void> {
  const entries = entriesOf(20);
  const some = entries.length / handOvers;
  let index = 0;
  const work = async () => {
    for (let own = index++; own < incidents; own = index++) {
      const stand = { summary: summaryOf(own), state };
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

/** What 95 of a hundred answers stay under, in milliseconds, driver and decoding included. */
async function p95(ask: (round: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    await ask(round);
    times.push(performance.now() - begun);
  }
  return times.sort((one, other) => one - other)[Math.floor(rounds * 0.95)] ?? NaN;
}

const addressed = addressedTo(['manager'], { ladder: { must: [], should: [] } });
const ownerOf = (round: number) => ({ id: `officer-${round % 20}`, addressed });
const some = (round: number) => referenceOf((round * 47) % incidents);
const soon = '2026-12-04T12:00:00.000Z';

/** What `list` is narrowed to. */
const ofIncidents: Record<string, Filter | ((round: number) => Filter)> = {
  '--late': { state: 'late' },
  '--task-owner': (round) => ({ taskOwner: ownerOf(round) }),
  '--task-owner (nobody)': { taskOwner: { id: 'nobody', addressed: [] } },
  '--task-owner (all own kinds)': { taskOwner: { id: 'nobody', addressed } },
  '--state open': { state: 'open' },
  '--state done (none)': { state: 'done', all: true },
  '--reference': (round) => ({ reference: some(round).toUpperCase(), all: true }),
  '--reference (none)': { reference: 'X', all: true },
  '--recipient': { recipient: 'ofsted' },
  '--recipient --due-before --state': {
    ...{ recipient: 'ofsted', dueBefore: soon, state: 'acknowledged' },
  },
  '--criterion (rare)': { criterion: 'care-leaver-death' },
  '--criterion (none)': { criterion: 'looked-after-child-death' },
  '--due-before': { dueBefore: soon },
  '--all': { all: true },
};

async function measure({ queries, recorder }: Register): Promise<boolean> {
  const ofRecords = (filter: Filter) => queries.records({ ...page, filter });
  const questions: Record<string, (round: number) => Promise<unknown>> = {
    ...Object.fromEntries(
      Object.entries(ofIncidents).map(([name, filter]) => [
        `incidents ${name}`,
        (round: number) => ofRecords(typeof filter === 'function' ? filter(round) : filter),
      ]),
    ),
    'tasks --late': () => queries.tasks({ ...page, filter: { state: 'late' } }),
    'tasks --task-owner --late': (round) =>
      queries.tasks({ ...page, filter: { taskOwner: ownerOf(round), state: 'late' } }),
    'tasks --criterion (none)': () =>
      queries.tasks({ ...page, filter: { criterion: 'looked-after-child-death' } }),
    'likely duplicates': (round) => queries.duplicates(likenessOf(round), ['incident']),
    'dashboard counts': () => queries.counts(now, soon),
    'one case': (round) => queries.find(some(round), now),
    'history of one case': (round) => recorder.read(some(round)),
  };
  let isReached = true;
  for (const [name, ask] of Object.entries(questions)) {
    const ms = await p95(ask);
    isReached &&= ms <= targetMs;
    console.log(`${name.padEnd(44)} p95 ${ms.toFixed(1)} ms${ms <= targetMs ? '' : ' TOO SLOW'}`);
  }
  return isReached;
}

/** What PostgreSQL does by itself about once a minute. */
async function vacuum(databaseUrl: string): Promise<void> {
  const db = openDatabase(databaseUrl, null);
  await sql`vacuum analyze`.execute(db);
  await db.destroy();
}

async function sizes(databaseUrl: string): Promise<void> {
  const db = openDatabase(databaseUrl, null);
  const { rows } = await sql<{ name: string; bytes: number }>`
    select relname as name, pg_total_relation_size(relid) as bytes
    from pg_stat_user_tables order by relname`.execute(db);
  for (const { name, bytes } of rows) {
    console.log(`${name.padEnd(44)} ${(bytes / incidents).toFixed(0)} bytes an incident`);
  }
  const total = rows.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(
    `In all ${(total / incidents / 1_024).toFixed(1)} KiB an incident of 20 entries in ${handOvers} hand-overs`,
  );
  await db.destroy();
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'notifiable-bench-'));
  try {
    await attachPostgres(folder, console.log);
    const addresses = databaseAddresses(folder);
    if (!addresses) throw new Error('The database does not run');
    await migrate(addresses.databaseOwnerUrl);
    const register = openRegister(addresses.databaseUrl, testSeal);
    await fill(register);
    await vacuum(addresses.databaseOwnerUrl);
    const isReached = await measure(register);
    for (const name of ['rebuild', 'verify'] as const) {
      const begun = performance.now();
      await register[name]();
      console.log(`${name}: ${((performance.now() - begun) / 1_000).toFixed(1)} s`);
    }
    await sizes(addresses.databaseOwnerUrl);
    await register.close();
    if (!isReached) process.exitCode = 1;
  } finally {
    await stopPostgres(folder);
    rmSync(folder, { recursive: true });
  }
}

void main();
