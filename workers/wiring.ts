import type { ActivityPorts } from '../activities/activities';
import { createAuthorityFile } from '../activities/authority-file';
import { keepLastGood } from '../activities/last-good-authority';
import { createSmtpMailer } from '../activities/smtp-mailer';
import { englandAndWales } from '../domain/bank-holidays';
import type { Settings } from '../settings';
import { Unreachable } from '../temporal/unreachable';
import { openHistory } from './history';

/** The real adapters behind the activities. */
export interface Wiring {
  readonly ports: Omit<ActivityPorts, 'hasSearchAttributes'>;
  readonly close: () => Promise<void>;
}

/** Wires mail, authority's file, calendar and recorder as the settings say. */
export function wire(settings: Settings, say: (problem: string) => void): Wiring {
  if (settings.smtpUrl === null) {
    throw new Unreachable(
      'There is no mail server, so nobody could be told.',
      'Set SMTP_URL, or run `notifiable up`, which brings an inbox of its own.',
    );
  }
  const mailer = createSmtpMailer({ url: settings.smtpUrl, from: settings.mailFrom });
  const history = openHistory(settings);
  return {
    ports: {
      mailer,
      authorityFile: keepLastGood(createAuthorityFile(settings.authorityFile), say),
      calendar: englandAndWales,
      recorder: history.recorder,
      url: settings.url,
    },
    close: async () => {
      mailer.close();
      await history.close();
    },
  };
}
