import { createSmtpMailer } from '../../activities/smtp-mailer';
import { startMailSink, type Stage } from './mail-sink';

export const sender = 'notifiable@authority.example';

/** A mail server on a free port and our mailer over it; `close` ends both. */
export async function startSinkAndMailer(stage?: Stage, timeoutMs?: number) {
  const sink = await startMailSink(stage);
  const mailer = createSmtpMailer({ url: sink.url, from: sender, ...(timeoutMs && { timeoutMs }) });
  const close = async () => {
    mailer.close();
    await sink.close();
  };
  return { sink, mailer, close };
}

/** What a promise was rejected with; null where it was kept. */
export const failureOf = (sending: Promise<unknown>): Promise<unknown> =>
  sending.then(
    () => null,
    (error: unknown) => error,
  );
