import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { type Inbox, startInbox } from '../../local/inbox';
import { fixedPort } from '../support/fixed-port';

let folder: string;
let inbox: Inbox;
let port: number;
let smtpPort: number;
const start = async () => {
  [port, smtpPort] = [await fixedPort(), await fixedPort()];
  inbox = await startInbox({ folder, port, smtpPort, hosts: ['inbox.example'] });
};
const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
const page = async (path: string) => (await get(path)).text();
const list = async () => (await (await get('/inbox.json')).json()) as Record<string, unknown>[];
const send = (message: SendMailOptions) =>
  createTransport({ host: '127.0.0.1', port: smtpPort }).sendMail({
    from: 'notifiable@localhost',
    to: 'officer@authority.example',
    subject: 'Notify the Panel',
    text: 'Due on 31 December. See https://n.example/SI-1.',
    ...message,
  });

function statusFor(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path: '/inbox.json', headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'notifiable-inbox-'));
  await start();
});
afterEach(async () => {
  await inbox.stop();
  rmSync(folder, { recursive: true });
});

describe('the inbox', () => {
  it('says so when there is nothing', async () => {
    expect(await page('/')).toContain('There are no messages yet');
    expect(await list()).toEqual([]);
  });

  it('keeps what real SMTP brings', async () => {
    await send({ messageId: '<a@notifiable>', bcc: 'manager@authority.example' });
    expect(await list()).toEqual([
      {
        id: expect.any(String),
        receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        from: 'notifiable@localhost',
        to: ['officer@authority.example', 'manager@authority.example'],
        subject: 'Notify the Panel',
        messageId: '<a@notifiable>',
        text: expect.stringContaining('Due on 31 December.'),
        html: null,
      },
    ]);
  });

  it('keeps each message as a file that only its owner reads', async () => {
    await send({});
    const [name, ...others] = readdirSync(folder);
    expect(name).toMatch(/\.eml$/);
    expect(others).toEqual([]);
    expect(statSync(join(folder, name ?? '')).mode & 0o777).toBe(0o600);
  });

  it('lists the newest first', async () => {
    for (const subject of ['first', 'second', 'third']) await send({ subject });
    expect((await list()).map((mail) => mail['subject'])).toEqual(['third', 'second', 'first']);
  });

  it('has its messages after a restart', async () => {
    await send({});
    await inbox.stop();
    await start();
    expect(await list()).toHaveLength(1);
  });

  it('takes many messages at once', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, n) => send({ subject: `Number ${n}` })));
    expect(await list()).toHaveLength(50);
  });

  it('refuses a message over its limit and keeps nothing of it', async () => {
    await expect(send({ text: 'x'.repeat(11 * 1024 * 1024) })).rejects.toThrow('552');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the page', () => {
  const firstId = async () => String((await list())[0]?.['id']);

  it('shows a message with its links, without scripts', async () => {
    await send({ subject: '<script>alert(1)</script>' });
    expect(await page('/inbox')).toContain('&lt;script&gt;alert(1)');
    const shown = await page(`/inbox/${await firstId()}`);
    expect(shown).toContain('<a href="https://n.example/SI-1">');
    expect(shown).not.toContain('<script');
    expect(shown).toMatch(/<html lang="en-GB">[^]*<main>[^]*<h1>/);
  });

  it('shows formatted mail in a sandbox only', async () => {
    await send({ html: '<p onclick="x()">Formatted</p>' });
    const id = await firstId();
    expect(await page(`/inbox/${id}`)).toContain(`<iframe sandbox="" src="/inbox/${id}/html"`);
    const html = await get(`/inbox/${id}/html`);
    expect(html.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
  });

  it('gives the message as it was sent', async () => {
    const attachment = Buffer.alloc(10_000, 'evidence');
    await send({ attachments: [{ filename: 'a.bin', content: attachment }] });
    const raw = await page(`/inbox/${await firstId()}/raw`);

    const [kept] = (await simpleParser(raw)).attachments;
    const sum = (content?: Buffer) =>
      createHash('sha256')
        .update(content ?? '')
        .digest('hex');
    expect(sum(kept?.content)).toBe(sum(attachment));
  });

  test.each(['/inbox/none', '/inbox/..%2f..%2fpackage/raw', '/inbox/none/html', '/elsewhere'])(
    'has no page at %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  test.each([
    ['localhost:8080', 200],
    ['[::1]:8080', 200],
    ['inbox.example', 200],
    ['attacker.example', 421],
  ])('asked as %s answers %i', async (host, status) => {
    expect(await statusFor(host)).toBe(status);
  });
});
