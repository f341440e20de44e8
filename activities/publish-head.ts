import type { Authority } from '../domain/authority';
import type { OutgoingMessage } from '../domain/messages';
import { isSameHead, type RegisterHead } from '../register/head';
import type { AuthorityFile, HeadFile, Mailer } from './ports';

export interface HeadPorts {
  readonly register: { readonly head: () => Promise<RegisterHead> };
  readonly file: HeadFile;
  /** null: it is mailed to nobody. */
  readonly mail: { readonly mailer: Mailer; readonly to: string } | null;
  readonly authorityFile: AuthorityFile;
}

/** What has left the register, and where to. */
export interface PublishedHead {
  readonly head: RegisterHead;
  readonly file: string;
  readonly mailedTo: string | null;
}

/** The address belongs to somebody who uses the register: its head would not have left them. */
export class HeadAddressRefused extends Error {
  override readonly name = 'HeadAddressRefused';

  constructor(whose: string) {
    super(
      `NOTIFIABLE_HEAD_ADDRESS is the address of ${whose} in the authority’s file. Whoever can ` +
        'change the register must not be who keeps its head: set an address outside, such as ' +
        'internal audit’s. The head was written to the file, and mailed to nobody.',
    );
  }
}

/**
 * Lets the register's present head leave it: as a line of the file, unless the last line says the
 * same, then as plain mail with the same line. Safe to run again. Throws HeadAddressRefused,
 * MailRefused, NotAHead where the file holds something else, or what is worth a retry.
 */
export async function publishHead(ports: HeadPorts): Promise<PublishedHead> {
  const { register, file, mail, authorityFile } = ports;
  const head = await register.head();
  const last = (await file.read()).at(-1);
  if (last === undefined || !isSameHead(last, head)) await file.append(head);
  if (mail !== null) {
    const authority = await authorityFile.read();
    const whose = insiderAt(authority, mail.to);
    if (whose !== null) throw new HeadAddressRefused(whose);
    await mail.mailer.send(messageOf(head, mail.to, authority.name));
  }
  return { head, file: file.path, mailedTo: mail?.to ?? null };
}

function insiderAt({ people, roleAddresses }: Authority, address: string): string | null {
  const inboxes = [
    ...people.map(({ id, email }) => [id, email] as const),
    ...Object.entries(roleAddresses),
  ];
  const isSame = (one: string) => one.toLowerCase() === address.toLowerCase();
  return inboxes.find(([, email]) => isSame(email))?.[0] ?? null;
}

function messageOf(head: RegisterHead, address: string, authority: string): OutgoingMessage {
  const { at, count, accesses } = head;
  return {
    messageId: `<register-head.${count}.${accesses.count}.${head.head.slice(0, 16)}@notifiable>`,
    to: { name: '', address },
    subject: `Register of ${authority}: ${count} entries at ${at}`,
    text: [
      `The register of serious incidents of ${authority} held ${count} entries and`,
      `${accesses.count} reads and refusals at ${at}.`,
      '',
      'Please keep this message where nobody who uses the register can change it. The line below',
      'shows, years later, whether anything in the register was changed or removed since: save it',
      'as a file and run `notifiable verify --head FILE`. It says nothing about any incident.',
      '',
      JSON.stringify(head),
      '',
    ].join('\n'),
    html: null,
  };
}
