import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';

export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

export interface StoredMail {
  readonly id: string;
  /** When it was accepted; an instant in UTC. */
  readonly receivedAt: string;
  readonly from: string;
  /** Whom it was really delivered to, whatever its headers say. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly messageId: string | null;
  readonly text: string;
  readonly html: string | null;
}

export interface MailStore {
  /** Returns when the message is on the disk. */
  keep(message: Buffer, envelope: Envelope): Promise<void>;
  /** Newest first. */
  list(): Promise<readonly StoredMail[]>;
  find(id: string): Promise<StoredMail | null>;
  raw(id: string): Promise<Buffer | null>;
}

const idPattern = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d\.\d{3}Z)-(\d{6})-[0-9a-f]{8}$/;

/** Each message is one .eml file that any mail program opens; the folder is the whole state. */
export function mailStore(folder: string): MailStore {
  const parsed = new Map<string, StoredMail>();
  let count = 0;

  const raw = async (id: string) => (idPattern.test(id) ? readOrNull(fileOf(folder, id)) : null);
  const find = async (id: string) => {
    const known = parsed.get(id);
    if (known !== undefined) return known;
    const message = await raw(id);
    if (message === null) return null;
    const mail = describe(id, await simpleParser(message));
    parsed.set(id, mail);
    return mail;
  };

  return {
    raw,
    find,
    keep: async (message, envelope) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const now = new Date().toISOString().replaceAll(':', '-');
      count += 1;
      const order = String(count % 1_000_000).padStart(6, '0');
      const file = fileOf(folder, `${now}-${order}-${randomBytes(4).toString('hex')}`);
      await writeWhole(file, Buffer.concat([traceLines(envelope), message]));
    },
    list: async () => {
      const names = (await readOrNullFolder(folder)).filter((name) => name.endsWith('.eml'));
      const ids = names
        .map((name) => name.slice(0, -'.eml'.length))
        .filter((id) => idPattern.test(id));
      const mails = await Promise.all(ids.sort().reverse().map(find));
      return mails.filter((mail) => mail !== null);
    },
  };
}

/** What a mail server adds on delivery: the envelope, which headers need not tell. */
function traceLines({ from, to }: Envelope): Buffer {
  const lines = [`Return-Path: <${from}>`, ...to.map((address) => `Delivered-To: ${address}`)];
  return Buffer.from(lines.map((line) => `${line}\r\n`).join(''));
}

function describe(id: string, mail: ParsedMail): StoredMail {
  const [, day = '', hour = '', minute = '', second = ''] = idPattern.exec(id) ?? [];
  const delivered = mail.headerLines.filter(({ key }) => key === 'delivered-to');
  return {
    id,
    receivedAt: `${day}T${hour}:${minute}:${second}`,
    from: mail.from?.text ?? '',
    to: delivered.map(({ line }) => line.slice(line.indexOf(':') + 1).trim()),
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? null,
    text: mail.text ?? '',
    html: mail.html || null,
  };
}

async function writeWhole(file: string, content: Buffer): Promise<void> {
  const draft = `${file}.part`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}

const fileOf = (folder: string, id: string) => join(folder, `${id}.eml`);
const readOrNull = (file: string) => readFile(file).catch(() => null);
const readOrNullFolder = (folder: string) => readdir(folder).catch((): string[] => []);
