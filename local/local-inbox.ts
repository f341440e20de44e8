import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Settings } from '../settings';
import { Unreachable } from '../temporal/unreachable';
import type { InboxOptions } from './inbox';
import { mailStore, type MailStore } from './mail-store';
import { freePort, isPortFreeSoon, loopback } from './ports';
import { endOfLog, endProcess, isAlive, nodeArguments, startProcess } from './process';
import { type InboxPart, noteRunning, readRunFile } from './run-file';
import type { Say } from './temporal-binary';

const readyMs = 20_000;
const pollMs = 50;
const healthSchema = z.object({ inbox: z.int() });

export const smtpUrl = ({ smtpPort }: InboxPart) => `smtp://${loopback}:${smtpPort}`;
export const inboxUrl = ({ port }: InboxPart) => `http://localhost:${port}/inbox`;

/** The messages of this data folder's inbox. */
export const inboxOf = (dataFolder: string): MailStore => mailStore(join(dataFolder, 'inbox'));

/** The inbox of this data folder: the one that runs, else a new one, where it was if that is free. */
export async function attachInbox(settings: Settings, say: Say): Promise<InboxPart> {
  const { dataFolder } = settings;
  const noted = readRunFile(dataFolder).inbox;
  if (noted?.mark) {
    if (await isAnswering(noted)) {
      say(`The inbox still runs at ${inboxUrl(noted)} (process ${noted.mark.pid}).`);
      return noted;
    }
    if (!isAlive(noted.mark)) say('The inbox noted in run.json has ended; starting it again.');
    await endProcess(noted.mark);
  }
  if (noted) await isPortFreeSoon(noted.port);
  const ports = { port: await freePort(noted?.port), smtpPort: await freePort(noted?.smtpPort) };
  const logFile = join(dataFolder, 'inbox.log');
  const part = { mark: startInboxProcess(settings, ports, logFile), ...ports };
  noteRunning(dataFolder, { inbox: part });
  await whenAnswering(part, logFile);
  return part;
}

function startInboxProcess(
  settings: Settings,
  ports: Pick<InboxOptions, 'port' | 'smtpPort'>,
  logFile: string,
) {
  mkdirSync(settings.dataFolder, { recursive: true, mode: 0o700 });
  const options: InboxOptions = {
    folder: join(settings.dataFolder, 'inbox'),
    ...ports,
    hosts: [new URL(settings.url).hostname],
  };
  return startProcess({
    file: process.execPath,
    args: [...nodeArguments('inbox-process'), JSON.stringify(options)],
    logFile,
    detached: true,
  });
}

async function whenAnswering(
  part: InboxPart & { readonly mark: NonNullable<InboxPart['mark']> },
  logFile: string,
): Promise<void> {
  const until = Date.now() + readyMs;
  while (isAlive(part.mark) && Date.now() < until) {
    if (await isAnswering(part)) return;
    await wait(pollMs);
  }
  await endProcess(part.mark);
  throw new Unreachable('The inbox cannot be started.', `See ${logFile}:\n${endOfLog(logFile)}`);
}

/** Asks for the process number too: something else may have taken the port since. */
async function isAnswering({ mark, port }: InboxPart): Promise<boolean> {
  if (mark === null || !isAlive(mark)) return false;
  try {
    const url = `http://${loopback}:${port}/inbox/health`;
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    return healthSchema.parse(await response.json()).inbox === mark.pid;
  } catch {
    return false;
  }
}
