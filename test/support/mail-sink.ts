import { once } from 'node:events';
import type { Socket } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface SunkMail {
  readonly to: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface MailSink {
  readonly url: string;
  readonly mails: readonly SunkMail[];
  /** Addresses that the server refuses, with the code; change it at any time. */
  readonly refuse: Map<string, number>;
  /**
   * Addresses to which it gives no answer: it hangs up, or stays silent. A content that it does not
   * answer to it has taken.
   */
  readonly unanswered: Map<string, 'hangs up' | 'stays silent'>;
  readonly close: () => Promise<void>;
}

/** Where in a session a server can refuse: at the sender, the recipient, or after the content. */
export type Stage = 'sender' | 'recipient' | 'content';

const answer = (responseCode: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode });

/** A real SMTP server on a free port that keeps what it takes. `at` is where it does not take it. */
export async function startMailSink(at: Stage = 'recipient'): Promise<MailSink> {
  const mails: SunkMail[] = [];
  const refuse: MailSink['refuse'] = new Map();
  const unanswered: MailSink['unanswered'] = new Map();
  const sockets = new Map<number | undefined, Socket>();
  const refusal = (stage: Stage, address: string): Error | null => {
    const code = stage === at ? refuse.get(address) : undefined;
    return code === undefined ? null : answer(code, `5.1.1 <${address}> is not known here`);
  };
  const reply = (stage: Stage, address: string, { session, done }: Asked) => {
    const silence = stage === at ? unanswered.get(address) : undefined;
    if (silence === undefined) done(refusal(stage, address));
    if (silence === 'hangs up') sockets.get(session.remotePort)?.destroy();
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onMailFrom: ({ address }, session, done) => reply('sender', address, { session, done }),
    onRcptTo: ({ address }, session, done) => reply('recipient', address, { session, done }),
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo[0]?.address ?? '';
      void simpleParser(stream).then(({ messageId, subject, text, html }) => {
        if (!refusal('content', to)) {
          mails.push({
            to,
            messageId: messageId ?? '',
            subject: subject ?? '',
            text: text ?? '',
            html: html || '',
          });
        }
        reply('content', to, { session, done });
      }, done);
    },
  });
  // A worker that is killed in the middle of a message resets its connection.
  server.on('error', () => undefined);
  const listener = server.listen(0, '127.0.0.1');
  listener.on('connection', (socket) => sockets.set(socket.remotePort, socket));
  await once(listener, 'listening');
  const address = listener.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () => new Promise<void>((closed) => server.close(() => closed()));
  return { url: `smtp://127.0.0.1:${port}`, mails, refuse, unanswered, close };
}

interface Asked {
  readonly session: { readonly remotePort: number };
  readonly done: (error: Error | null) => void;
}
