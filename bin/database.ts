import { createAuthorityFile } from '../activities/authority-file';
import { createHeadFile } from '../activities/head-file';
import { publishHead, type PublishedHead } from '../activities/publish-head';
import { createSmtpMailer } from '../activities/smtp-mailer';
import type { VerifiedRegister } from '../cli/parts';
import { noRegister, reachRegister } from '../client/reach';
import { migrate } from '../register/migrate';
import { openRegister, type Register } from '../register/register';
import { NotAHead } from '../register/head';
import type { Settings } from '../settings';
import { payloadKeys } from '../temporal/payload-keys';
import { createSeal } from '../temporal/seal';
import { databaseHere } from './database-here';
import { Unreachable } from '../temporal/unreachable';

/** Brings the register's tables up to date; names what was done. Throws Unreachable. */
export async function migrateRegister(settings: Settings): Promise<readonly string[]> {
  return inDatabase(settings, { make: true }, ({ databaseOwnerUrl }) =>
    migrate(needed(databaseOwnerUrl)),
  );
}

/**
 * Checks every chain of the register, and that it still goes through the heads that were kept: those
 * of the file that is named, else of NOTIFIABLE_HEAD_FILE where it is there. Throws Unreachable, NotAHead.
 */
export async function checkRegister(
  settings: Settings,
  named: string | null,
): Promise<VerifiedRegister> {
  const file = named ?? settings.headFile;
  const heads = await createHeadFile(file).read();
  if (named !== null && heads.length === 0) throw new NotAHead(`There is no file ${named}.`);
  const verified = await withRegister(settings, (register) => register.verify(heads));
  return { ...verified, heads: { file, count: heads.length } };
}

/** Makes what lists read anew from the entries; answers how many it read. Throws Unreachable. */
export async function rebuildProjections(settings: Settings): Promise<number> {
  return withRegister(settings, (register) => register.rebuild());
}

/** Lets the head leave the register, now. Throws Unreachable, HeadAddressRefused, NotAHead. */
export async function publishRegisterHead(settings: Settings): Promise<PublishedHead> {
  const { headAddress: to, headFile, authorityFile, smtpUrl, mailFrom } = settings;
  if (to !== null && smtpUrl === null) {
    throw new Unreachable('There is no mail server for NOTIFIABLE_HEAD_ADDRESS.', 'Set SMTP_URL.');
  }
  const mailer = smtpUrl === null ? null : createSmtpMailer({ url: smtpUrl, from: mailFrom });
  try {
    return await withRegister(settings, (register) =>
      publishHead({
        register,
        file: createHeadFile(headFile),
        mail: mailer && to !== null ? { mailer, to } : null,
        authorityFile: createAuthorityFile(authorityFile),
      }),
    );
  } finally {
    mailer?.close();
  }
}

/** Opens the register for one use. Throws Unreachable. */
export async function withRegister<T>(
  settings: Settings,
  use: (register: Register) => Promise<T>,
): Promise<T> {
  return inDatabase(settings, { make: false }, async ({ databaseUrl }) => {
    const register = openRegister(needed(databaseUrl), createSeal(payloadKeys(settings)));
    try {
      return await use(register);
    } finally {
      await register.close();
    }
  });
}

async function inDatabase<T>(
  settings: Settings,
  options: { readonly make: boolean },
  use: (settings: Settings) => Promise<T>,
): Promise<T> {
  const here = await databaseHere(settings, options);
  try {
    return await reachRegister(() => use(here.settings));
  } finally {
    await here.release();
  }
}

function needed(url: string | null): string {
  if (url === null) throw noRegister();
  return url;
}
