import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import { officer } from './authority';

export interface Sink {
  readonly url: string;
  /** Messages taken so far. */
  readonly count: () => number;
  /** Resolves once a message about the incident has come for the officer. */
  readonly taskMessage: (reference: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A real SMTP server that takes every message, keeps none, and tells when one has come. */
export async function startSink(): Promise<Sink> {
  let count = 0;
  const come = new Map<string, () => void>();
  const early = new Set<string>();
  const arrived = (reference: string) => {
    const wake = come.get(reference);
    if (wake) wake();
    else early.add(reference);
    come.delete(reference);
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData: (stream, { envelope }, answer) => {
      let head = '';
      stream.on('data', (chunk: Buffer) => {
        if (head.length < 2_000) head += chunk.toString('latin1');
      });
      stream.on('end', () => {
        count += 1;
        const reference = /SI-2026-[A-Z0-9]+/.exec(head)?.[0];
        if (reference && envelope.rcptTo[0]?.address === officer) arrived(reference);
        answer();
      });
    },
  });
  server.on('error', () => undefined);
  return {
    url: await listen(server),
    count: () => count,
    taskMessage: (reference) =>
      early.delete(reference)
        ? Promise.resolve()
        : new Promise((resolve) => void come.set(reference, resolve)),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function listen(server: SMTPServer): Promise<string> {
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return `smtp://127.0.0.1:${port}`;
}
