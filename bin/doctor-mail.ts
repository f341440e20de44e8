import { createTransport } from 'nodemailer';
import type { Check } from '../cli/checks-text';
import type { Settings } from '../settings';

const timeoutMs = 5_000;

/** Whether the mail server answers and takes our login; no message is sent. */
export async function checkMail({ smtpUrl }: Settings): Promise<Check> {
  const name = 'mail';
  if (smtpUrl === null) {
    const says = 'no mail server is set, and the inbox on this machine does not run';
    const mend = 'Set SMTP_URL, or run `notifiable up`.';
    return { name, stands: 'unreachable', says, mend };
  }
  const { host } = new URL(smtpUrl);
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.verify();
    return { name, stands: 'good', says: `${host} answers`, mend: '' };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
    return code === 'EAUTH'
      ? { name, stands: 'bad', says: `${host} refuses the login`, mend: 'Mend SMTP_URL.' }
      : {
          name,
          stands: 'unreachable',
          says: `${host} does not answer (${code})`,
          mend: 'Check SMTP_URL and that the server is up.',
        };
  } finally {
    transport.close();
  }
}
