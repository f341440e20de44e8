import { addAbsences } from '../activities/absences-in-force';
import type { ActivityPorts } from '../activities/activities';
import { createAuthorityFile } from '../activities/authority-file';
import { createHeadFile } from '../activities/head-file';
import { keepLastGood } from '../activities/last-good-authority';
import { createSmtpMailer } from '../activities/smtp-mailer';
import { englandAndWales } from '../domain/bank-holidays';
import type { Settings } from '../settings';
import { Unreachable } from '../temporal/unreachable';
import { openHistory } from './history';

/** The real adapters behind the activities. */
export interface Wiring {
  readonly ports: Omit<ActivityPorts, 'hasSearchAttributes' | 'runs' | 'release'>;
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
  const { register } = history;
  const file = keepLastGood(createAuthorityFile(settings.authorityFile), say);
  const authorityFile = addAbsences(file, register);
  const { headAddress: to, headFile } = settings;
  const mail = to === null ? null : { mailer, to };
  return {
    ports: {
      mailer,
      authorityFile,
      calendar: englandAndWales,
      recorder: history.recorder,
      register,
      head: register && { register, file: createHeadFile(headFile), mail, authorityFile },
      url: settings.url,
    },
    close: async () => {
      mailer.close();
      await history.close();
    },
  };
}
