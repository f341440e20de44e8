import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { MailRefused } from '../../activities/mail-refused';
import { MailUnanswered } from '../../activities/mail-unanswered';
import { createSmtpMailer } from '../../activities/smtp-mailer';
import type { OutgoingMessage } from '../../domain/messages';
import type { Stage } from '../support/mail-sink';
import { failureOf, sender, startSinkAndMailer } from '../support/sink-and-mailer';

const endings: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function sinkAndMailer(stage?: Stage, timeoutMs?: number) {
  const started = await startSinkAndMailer(stage, timeoutMs);
  endings.push(started.close);
  return started;
}

const officer = 'officer-1@authority.example';
const message: OutgoingMessage = {
  messageId: '<SI-2026-7K3F_12.officer-1@notifiable>',
  to: { name: 'Officer 1', address: officer },
  subject: '[SI-2026-7K3F] New: 1 notification task',
  text: 'Notify the national Panel',
  html: '<p>Notify the national Panel</p>',
};

describe('the SMTP mailer', () => {
  test('a message arrives whole, and a repeat bears the same Message-ID', async () => {
    const { sink, mailer } = await sinkAndMailer();
    await mailer.send(message);
    await mailer.send(message);
    const { messageId, subject } = message;
    expect(sink.mails).toHaveLength(2);
    for (const mail of sink.mails) expect(mail).toMatchObject({ to: officer, messageId, subject });
    expect(sink.mails[0]?.text).toContain('Notify the national Panel');
    expect(sink.mails[0]?.html).toContain('<p>Notify the national Panel</p>');
  });

  test.each<[Stage, number]>([
    ['recipient', 550],
    ['recipient', 553],
    ['content', 554],
  ])('refused for good: the %s, with %d', async (stage, code) => {
    const { sink, mailer } = await sinkAndMailer(stage);
    sink.refuse.set(officer, code);
    const error = await failureOf(mailer.send(message));
    expect(error).toBeInstanceOf(MailRefused);
    expect(String(error)).toContain(String(code));
    expect(String(error)).not.toContain('@');
  });

  test.each<[Stage, string, number]>([
    ['recipient', officer, 450],
    ['recipient', officer, 530],
    ['content', officer, 451],
    ['sender', sender, 451],
    ['sender', sender, 550],
  ])('worth a retry: the %s %s refused with %d', async (stage, address, code) => {
    const { sink, mailer } = await sinkAndMailer(stage);
    sink.refuse.set(address, code);
    const error = await failureOf(mailer.send(message));
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(MailRefused);
    expect(String(error)).not.toContain('@');
    sink.refuse.clear();
    await mailer.send(message);
    expect(sink.mails).toHaveLength(1);
  });

  test.each<[Stage, 'hangs up' | 'stays silent', boolean]>([
    ['content', 'hangs up', true],
    ['content', 'stays silent', true],
    ['recipient', 'hangs up', false],
    ['recipient', 'stays silent', false],
    ['sender', 'hangs up', false],
  ])('after the %s the server %s: it may have taken the message: %s', async (stage, how, may) => {
    const { sink, mailer } = await sinkAndMailer(stage, 500);
    const address = stage === 'sender' ? sender : officer;
    sink.unanswered.set(address, how);
    const error = await failureOf(mailer.send(message));
    expect(error).toBeInstanceOf(Error);
    expect(error instanceof MailUnanswered).toBe(may);
    expect(sink.mails).toHaveLength(may ? 1 : 0);
    sink.unanswered.clear();
    await mailer.send(message);
    expect(new Set(sink.mails.map(({ messageId }) => messageId))).toEqual(
      new Set([message.messageId]),
    );
  });

  test('what the server answers after the content it has not taken', async () => {
    const { sink, mailer } = await sinkAndMailer('content');
    sink.refuse.set(officer, 421);
    const error = await failureOf(mailer.send(message));
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(MailUnanswered);
  });

  test('a server that is not there is worth a retry', async () => {
    const { sink, mailer } = await sinkAndMailer();
    await sink.close();
    expect(String(await failureOf(mailer.send(message)))).toContain('did not take the message');
  });

  test('a server that hangs is given up', async () => {
    const server = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const url = `smtp://127.0.0.1:${port}`;
    const mailer = createSmtpMailer({ url, from: sender, timeoutMs: 200 });
    endings.push(() => void server.close(), mailer.close);
    expect(String(await failureOf(mailer.send(message)))).toContain('ETIMEDOUT');
  });
});
