import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export const loopback = '127.0.0.1';

/** True when this machine's loopback address has nothing listening on the port. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await listenOnce(port)) !== null;
}

/** The same within a few seconds: a process that was just killed may hold its port a moment longer. */
export async function isPortFreeSoon(port: number, patienceMs = 5_000): Promise<boolean> {
  const until = Date.now() + patienceMs;
  while (!(await isPortFree(port))) {
    if (Date.now() > until) return false;
    await wait(50);
  }
  return true;
}

/** The preferred port if it is free, else one that the operating system picks. */
export async function freePort(preferred?: number): Promise<number> {
  const wanted = preferred === undefined ? null : await listenOnce(preferred);
  const port = wanted ?? (await listenOnce(0));
  if (port === null) throw new Error('This machine has no free port');
  return port;
}

function listenOnce(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, loopback, () => {
      const address = server.address();
      const listened = typeof address === 'object' && address !== null ? address.port : null;
      server.close(() => resolve(listened));
    });
  });
}
