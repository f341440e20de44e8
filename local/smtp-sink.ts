import { SMTPServer } from 'smtp-server';
import type { MailStore } from './mail-store';
import { loopback } from './ports';

const largestMessage = 10 * 1024 * 1024;

/** A real SMTP server on the loopback address that accepts every message and keeps it. */
export function startSmtpSink(store: MailStore, port: number): Promise<{ stop(): Promise<void> }> {
  const server = new SMTPServer({
    banner: 'notifiable inbox',
    size: largestMessage,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 1_000,
    onData: (stream, { envelope }, answer) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        if (!stream.sizeExceeded) chunks.push(chunk);
      });
      stream.on('end', () => {
        if (stream.sizeExceeded) return answer(refusal(552, 'The message is over 10 MB'));
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        store.keep(Buffer.concat(chunks), { from, to }).then(
          () => answer(),
          () => answer(refusal(451, 'The message could not be written; try again later')),
        );
      });
    },
  });
  server.on('error', () => undefined);
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, () => resolve({ stop }));
  });
}

function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}
