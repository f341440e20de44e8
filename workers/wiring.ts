import { join } from 'node:path';
import type { ActivityPorts } from '../activities/activities';
import { createAuthorityFile } from '../activities/authority-file';
import { createFileRecorder } from '../activities/file-recorder';
import { keepLastGood } from '../activities/last-good-authority';
import { createSmtpMailer } from '../activities/smtp-mailer';
import { englandAndWales } from '../domain/bank-holidays';
import type { Settings } from '../settings';
import { Unreachable } from '../temporal/unreachable';

/** The real adapters behind the activities. */
export interface Wiring {
  readonly ports: Omit<ActivityPorts, 'hasSearchAttributes'>;
  readonly close: () => void;
}

/** Where the history is kept, a file an incident. */
export const recordsFolder = ({ dataFolder }: Settings): string => join(dataFolder, 'records');

/** Wires mail, authority's file, calendar and recorder as the settings say. */
export function wire(settings: Settings, say: (problem: string) => void): Wiring {
  if (settings.smtpUrl === null) {
    throw new Unreachable(
      'There is no mail server, so nobody could be told.',
      'Set SMTP_URL, or run `notifiable up`, which brings an inbox of its own.',
    );
  }
  const mailer = createSmtpMailer({ url: settings.smtpUrl, from: settings.mailFrom });
  return {
    ports: {
      mailer,
      authorityFile: keepLastGood(createAuthorityFile(settings.authorityFile), say),
      calendar: englandAndWales,
      recorder: createFileRecorder(recordsFolder(settings)),
      url: settings.url,
    },
    close: () => {
      mailer.close();
    },
  };
}
