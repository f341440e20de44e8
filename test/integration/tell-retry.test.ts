import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createSmtpMailer } from '../../activities/smtp-mailer';
import { createTell } from '../../activities/tell';
import { englandAndWales as calendar } from '../../domain/bank-holidays';
import { startTemporalServer, type TemporalServer } from '../../local/temporal-server';
import { buildAuthority } from '../support/build-authority';
import { buildMailing, buildTaskInNotice } from '../support/build-batch';
import { startMailSink, type MailSink } from '../support/mail-sink';
import { tellBatch } from '../support/tell-workflow';
import { temporalBinary } from '../support/temporal-binary';

const taskQueue = 'tell';
const officer = 'officer-1@authority.example';
const people = ['officer-1', 'manager-1', 'director-1'];

let folder: string;
let server: TemporalServer;
let sink: MailSink;

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  folder = mkdtempSync(join(tmpdir(), 'notifiable-tell-'));
  const binary = await temporalBinary();
  server = await startTemporalServer({ binary, folder, inMemory: true, logLevel: 'error' });
  sink = await startMailSink();
});

afterAll(async () => {
  await sink.close();
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** Takes the officer's mail only from the third time on. */
function thirdTimeLucky() {
  const mailer = createSmtpMailer({ url: sink.url, from: 'notifiable@authority.example' });
  let tries = 0;
  sink.refuse.set(officer, 450);
  const send: typeof mailer.send = async (message) => {
    if (message.to.address === officer) tries += 1;
    if (tries === 3) sink.refuse.clear();
    await mailer.send(message);
  };
  return { mailer: { send }, close: mailer.close, tries: () => tries };
}

test('over the attempts that a real server makes, nobody is sent the same message twice', async () => {
  const { mailer, close, tries } = thirdTimeLucky();
  const authorityFile = { read: async () => buildAuthority() };
  const tell = createTell({ mailer, authorityFile, calendar, url: 'https://notifiable.example' });
  const connection = await NativeConnection.connect({ address: server.address });
  const worker = await Worker.create({
    connection,
    taskQueue,
    workflowsPath: require.resolve('../support/tell-workflow'),
    activities: { tell },
  });
  const client = new Client({ connection: await Connection.connect({ address: server.address }) });
  const task = buildTaskInNotice();
  const notices = [
    { kind: 'task', task, to: ['notifying-officer', 'manager', 'director'] } as const,
  ];

  const deliveries = await worker.runUntil(
    client.workflow.execute(tellBatch, {
      taskQueue,
      workflowId: 'tell',
      args: [buildMailing({ notices })],
    }),
  );

  expect(tries()).toBe(3);
  expect(deliveries.map(({ to, outcome }) => [to, outcome]).sort()).toEqual(
    [...people].sort().map((id) => [id, 'accepted']),
  );
  const triesOf = Object.fromEntries(deliveries.map((one) => [one.to, one.tries]));
  expect(triesOf).toMatchObject({
    'officer-1': { count: 3, ambiguous: false },
    'manager-1': { count: 1, ambiguous: false },
    'director-1': { count: 1, ambiguous: false },
  });
  expect(sink.mails.map(({ to }) => to).sort()).toEqual(
    people.map((id) => `${id}@authority.example`).sort(),
  );
  close();
  await client.connection.close();
  await connection.close();
});
