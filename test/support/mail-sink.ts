import { once } from 'node:events';
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
  readonly close: () => Promise<void>;
}

/** Where in a session a server can refuse: at the sender, the recipient, or after the content. */
export type Stage = 'sender' | 'recipient' | 'content';

const answer = (responseCode: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode });

/** A real SMTP server on a free port that keeps what it takes. `at` is where it refuses. */
export async function startMailSink(at: Stage = 'recipient'): Promise<MailSink> {
  const mails: SunkMail[] = [];
  const refuse = new Map<string, number>();
  const refusal = (stage: Stage, address: string | undefined): Error | null => {
    const code = stage === at ? refuse.get(address ?? '') : undefined;
    return code === undefined ? null : answer(code, `5.1.1 <${address ?? ''}> is not known here`);
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onMailFrom: ({ address }, _, done) => done(refusal('sender', address)),
    onRcptTo: ({ address }, _, done) => done(refusal('recipient', address)),
    onData: (stream, { envelope }, done) => {
      const to = envelope.rcptTo[0]?.address ?? '';
      void simpleParser(stream).then(({ messageId, subject, text, html }) => {
        const refused = refusal('content', to);
        if (!refused) {
          mails.push({
            to,
            messageId: messageId ?? '',
            subject: subject ?? '',
            text: text ?? '',
            html: html || '',
          });
        }
        done(refused);
      }, done);
    },
  });
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () => new Promise<void>((closed) => server.close(() => closed()));
  return { url: `smtp://127.0.0.1:${port}`, mails, refuse, close };
}
