import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openCases } from '../bin/open-cases';
import { servePages } from '../bin/web';
import { findTemporalBinary } from '../local/temporal-binary';
import { startTemporalServer } from '../local/temporal-server';
import { attachPostgres, databaseAddresses, stopPostgres } from '../local/postgres';
import { sql } from 'kysely';
import { openDatabase } from '../register/database';
import { migrate } from '../register/migrate';
import { openRegister } from '../register/register';
import { readSettings, type Settings } from '../settings';
import { connectClient } from '../temporal/connection';
import { sweepId } from '../temporal/names';
import { payloadKeys } from '../temporal/payload-keys';
import { createSeal } from '../temporal/seal';
import { buildIncident } from '../test/support/build-incident';
import { fixedPort } from '../test/support/fixed-port';
import { writeAuthority } from './authority';
import { fill } from './filled-register';
import { startSink } from './sink';
import { startWorkerProcess } from './worker-process';

/**
 * The pages with 10,000 open incidents in the register, and the load generator in a process of its own
 * on the same cores. A hundred of the incidents also run: the pages of one record are theirs.
 */
const running = 100;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'notifiable-bench-'));
  const binary = await findTemporalBinary(resolve('.notifiable'), () => undefined);
  const server = await startTemporalServer({ binary, folder });
  const sink = await startSink();
  try {
    await attachPostgres(folder, console.log);
    const addresses = databaseAddresses(folder);
    if (!addresses) throw new Error('The database does not run');
    const port = await fixedPort();
    const env = {
      ...{ NOTIFIABLE_DATA: folder, TEMPORAL_ADDRESS: server.address, SMTP_URL: sink.url },
      ...{ DATABASE_URL: addresses.databaseUrl, LOG_LEVEL: 'error' },
      ...{ PORT: `${port}`, NOTIFIABLE_URL: `http://localhost:${port}` },
      NOTIFIABLE_AUTHORITY: writeAuthority(folder, 'default ladder'),
    };
    await migrate(addresses.databaseOwnerUrl);
    process.exitCode = await measure(env, addresses.databaseOwnerUrl);
  } finally {
    await sink.stop();
    await server.stop();
    await stopPostgres(folder);
    rmSync(folder, { recursive: true });
  }
}

async function measure(env: Record<string, string>, ownerUrl: string): Promise<number> {
  const settings = readSettings(env);
  const register = openRegister(env['DATABASE_URL'] ?? '', createSeal(payloadKeys(settings)));
  const worker = await startWorkerProcess({ ...process.env, ...env });
  const client = await connectClient(settings);
  // It would look after the records that only the register has.
  await client.schedule.getHandle(sweepId).pause('the measurement');
  try {
    const references = await startSome(settings);
    await fill(register, { entries: 5, handOvers: 1, isSpread: true });
    const db = openDatabase(ownerUrl, null);
    await sql`vacuum analyze`.execute(db);
    await db.destroy();
    const pages = await servePages(settings);
    const load = spawn(
      process.execPath,
      [
        ...['--require', require.resolve('tsx/cjs'), join(__dirname, 'web-load.ts')],
        ...[settings.url, ...references],
      ],
      { stdio: 'inherit' },
    );
    const [status] = (await once(load, 'exit')) as [number];
    await pages.stop();
    return status;
  } finally {
    await worker.kill();
    await client.connection.close();
    await register.close();
  }
}

/** Incidents that run; answers their references. */
async function startSome(settings: Settings): Promise<string[]> {
  const { cases, close } = await openCases(settings, { by: null, warn: console.error });
  const references: string[] = [];
  for (let index = 0; index < running; index += 1) {
    const becameAwareAt = new Date(Date.now() - 60_000).toISOString();
    const report = buildIncident({ becameAwareAt, occurredOn: null });
    const started = await cases.start({ report, reference: null, by: 'officer-1' });
    if (!started.ok) throw new Error(JSON.stringify(started.problems));
    references.push(started.value.reference);
  }
  await close();
  return references;
}

void main();
