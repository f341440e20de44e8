import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Wish } from '../../client/answers';
import { attachPostgres, stopPostgres } from '../../local/postgres';
import { postmasterOf } from '../../local/postgres-lock';
import { isAlive } from '../../local/process';
import { openDatabase } from '../../register/database';
import { migrate } from '../../register/migrate';
import { dumpProjections } from '../../register/rebuild';
import { openRegister, type Register } from '../../register/register';
import { payloadKeys } from '../../temporal/payload-keys';
import { createSeal } from '../../temporal/seal';
import { workflowIdOf } from '../../temporal/names';
import type { incident } from '../../workflows/incident';
import { doneAt, incidentOf, incidentOfNow, valueOf } from '../support/outcomes';
import { urlsOf } from '../support/postgres';
import { startRig, type Rig } from '../support/rig';
import { killAndStartServer } from '../support/server-again';
import { startWorkerProcess, type WorkerProcess } from '../support/start-worker-process';
import { until } from '../support/until';

const incidents = 24;
/** Three parts come up again one after another, beside the load, on whatever machine. */
const patienceMs = 240_000;
const by = 'officer-1';
let data: string;
let rig: Rig;
let worker: WorkerProcess;
let register: Register;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'notifiable-killed-'));
  await attachPostgres(data, () => undefined);
  await migrate(urlsOf(data).ownerUrl);
  rig = await startRig({ inMemory: false, env: { DATABASE_URL: urlsOf(data).databaseUrl } });
  register = openRegister(urlsOf(data).databaseUrl, createSeal(payloadKeys(rig.settings)));
  worker = await startWorkerProcess(rig.env);
});
afterAll(async () => {
  await worker.kill();
  for (const stop of stops) await stop();
  await rig.stop();
  await register.close();
  await stopPostgres(data);
  rmSync(data, { recursive: true });
});

/** What a person does who sees that it did not get through: the same action again. */
async function insist(reference: string, wish: Wish): Promise<void> {
  const who = { by, actionId: `${reference}/${wish.name}/${JSON.stringify(wish)}` };
  for (let tries = 1; ; tries += 1) {
    try {
      valueOf(await rig.cases.act(reference, wish, who));
      return;
    } catch (error) {
      if (tries === 300) throw error;
      await wait(250);
    }
  }
}

/** One incident from its start to its end, a few actions a task. */
async function live(index: number): Promise<string> {
  const reference = `SI-2026-K${String(index).padStart(3, '0')}`;
  const report = incidentOfNow();
  const start = () => rig.cases.start({ report, reference, by });
  await until(
    () =>
      start()
        .then(valueOf)
        .then(
          () => true,
          () => false,
        ),
    patienceMs,
  );
  const { duties } = await seen(reference);
  for (const { task } of duties) {
    await insist(reference, { name: 'acknowledge', tasks: [task] });
    await insist(reference, doneAt([task], new Date().toISOString()));
  }
  return reference;
}

async function seen(reference: string) {
  for (;;) {
    const outcome = await rig.cases.inspect(reference).catch(() => null);
    if (outcome?.ok) return incidentOf(outcome);
    await wait(250);
  }
}

async function killPostgres(): Promise<void> {
  const mark = postmasterOf(join(data, 'postgres'))?.mark;
  if (!mark) throw new Error('No database runs');
  process.kill(mark.pid, 'SIGKILL');
  await until(() => !isAlive(mark));
}

test(
  'nothing is lost or doubled when worker, database and Temporal are killed under load',
  async () => {
    const lives = Promise.all(Array.from({ length: incidents }, (_, index) => live(index)));
    await wait(1_500);
    await worker.kill();
    worker = await startWorkerProcess(rig.env);
    await wait(1_500);
    await killPostgres();
    await wait(1_000);
    await attachPostgres(data, () => undefined);
    await wait(1_500);
    const server = await killAndStartServer(rig);
    stops.push(() => server.stop());

    for (const reference of await lives) {
      const handle = rig.client.workflow.getHandle<typeof incident>(workflowIdOf(reference));
      const { state, unrecorded } = await handle.result();
      expect(unrecorded).toEqual([]);
      const numbers = (await register.recorder.read(reference)).map(({ number }) => number);
      expect(numbers).toEqual(Array.from({ length: state.nextEntry - 1 }, (_, index) => index + 1));
      const kept = await register.queries.state(reference);
      expect(kept).toMatchObject({ state, number: numbers.length });
    }
    // The reviews that follow are still being recorded: nothing more is, once no worker is there.
    await worker.kill();
    expect(await register.verify()).toMatchObject({ ok: true });
    const db = openDatabase(urlsOf(data).databaseUrl, null);
    const before = await dumpProjections(db);
    await register.rebuild();
    expect(await dumpProjections(db)).toBe(before);
    await db.destroy();
  },
  patienceMs,
);
