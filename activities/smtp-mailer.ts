import type { Readable } from 'node:stream';
import { createTransport, type Transporter } from 'nodemailer';
import { z } from 'zod';
import type { OutgoingMessage } from '../domain/messages';
import { MailRefused } from './mail-refused';
import { MailUnanswered } from './mail-unanswered';
import type { Mailer } from './ports';

export interface SmtpSettings {
  /** `smtp://user:password@host:port`, or `smtps://`. */
  readonly url: string;
  /** The sender's address. */
  readonly from: string;
  /** Longest wait for the server at each step, in milliseconds: ten seconds, or less. */
  readonly timeoutMs?: number;
}

const longestWaitMs = 10_000;
const loginRequired = 530;

// At these the server speaks of the one recipient. Where it refuses the sender or the login it
// would refuse everybody: the settings are to be mended, and the message is worth a retry.
const aboutTheRecipient = new Set(['RCPT TO', 'DATA']);

const smtpErrorSchema = z.object({
  code: z.string().optional(),
  command: z.string().optional(),
  response: z.string().optional(),
  responseCode: z.number().optional(),
  permanent: z.boolean().optional(),
});

/** Mail over SMTP, on connections that are kept open; `close` ends them. */
export function createSmtpMailer(settings: SmtpSettings): Mailer & { readonly close: () => void } {
  const timeout = Math.min(settings.timeoutMs ?? longestWaitMs, longestWaitMs);
  const transport = createTransport({
    pool: true,
    url: settings.url,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const contents = contentsUnderWay(transport);
  const from = { name: 'notifiable', address: settings.from };
  const headers = { 'Auto-Submitted': 'auto-generated' };
  return {
    send: async ({ html, ...message }: OutgoingMessage) => {
      const signal = AbortSignal.timeout(2 * timeout);
      try {
        await transport.sendMail({ from, ...message, ...(html && { html }), headers, signal });
      } catch (error) {
        // The line that ends a message goes out only after all of it was read.
        const isWholeOut = contents.get(message.messageId)?.readableEnded ?? false;
        throw understood(error, isWholeOut);
      } finally {
        contents.delete(message.messageId);
      }
    },
    close: () => transport.close(),
  };
}

/**
 * What nodemailer reads messages from, by Message-ID: its errors do not tell a connection that broke
 * before the message from one that broke after it.
 */
function contentsUnderWay(transport: Transporter): Map<string, Readable> {
  const contents = new Map<string, Readable>();
  transport.use('stream', ({ data, message }, done) => {
    message.processFunc((content) => {
      contents.set(data.messageId ?? '', content);
      return content;
    });
    done();
  });
  return contents;
}

/** Nodemailer's own errors hold addresses: only codes and commands go on. */
function understood(error: unknown, isWholeOut: boolean): Error {
  const { data } = smtpErrorSchema.safeParse(error);
  const { code, command, response, responseCode, permanent } = data ?? {};
  if (permanent && command && aboutTheRecipient.has(command) && responseCode !== loginRequired) {
    return new MailRefused(response ?? `refused at ${command}`);
  }
  const what = [code, command, responseCode].filter((part) => part !== undefined).join(', ');
  if (isWholeOut && responseCode === undefined) return new MailUnanswered(what);
  return new Error(`The mail server did not take the message (${what || 'no answer'})`);
}
