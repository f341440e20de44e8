import { inboxPage, startInboxPage } from './inbox-page';
import { mailStore } from './mail-store';
import { startSmtpSink } from './smtp-sink';

export interface InboxOptions {
  /** Holds the messages, one .eml file each. */
  readonly folder: string;
  readonly smtpPort: number;
  /** Of the page. */
  readonly port: number;
  /** Names besides localhost that the page may be asked by. */
  readonly hosts: readonly string[];
}

export interface Inbox {
  stop(): Promise<void>;
}

/** A mail server that keeps everything, and the page to read it; rejects when a port is taken. */
export async function startInbox({ folder, smtpPort, port, hosts }: InboxOptions): Promise<Inbox> {
  const store = mailStore(folder);
  const page = await startInboxPage(inboxPage(store, hosts), port);
  try {
    const sink = await startSmtpSink(store, smtpPort);
    return {
      stop: async () => {
        await sink.stop();
        await page.stop();
      },
    };
  } catch (error) {
    await page.stop();
    throw error;
  }
}
