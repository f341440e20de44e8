import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import { addressedTo } from '../domain/addressed';
import { attachPostgres, databaseAddresses, stopPostgres } from '../local/postgres';
import { openDatabase } from '../register/database';
import type { Filter } from '../register/filter';
import { migrate } from '../register/migrate';
import { testSeal } from '../test/support/test-seal';
import { openRegister, type Register } from '../register/register';
import { fill, incidents, likenessOf, referenceOf } from './filled-register';

/** 10,000 open incidents with five tasks each: the lists, the dashboard and one case. */
const handOvers = 4;
const rounds = 200;
const targetMs = 50;
const now = '2026-12-01T12:00:00.000Z';
const page = { now, limit: 50, after: null };
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
    await fill(register, { entries: 20, handOvers, isSpread: false });
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
