import { createAuthorityFile } from '../activities/authority-file';
import type { Book } from '../client/with-accesses';
import type { Register } from '../register/register';
import type { Settings } from '../settings';
import { loginName } from './login-name';

/** Where it is recorded that somebody read of the register itself. */
export function bookOf(
  register: Register,
  { authorityFile }: Settings,
  reader: Pick<Book, 'by' | 'warn'>,
): Book {
  const file = createAuthorityFile(authorityFile);
  return { ...reader, register, login: loginName(), readAuthority: () => file.read() };
}
