import { withAbsences } from '../domain/absences';
import { londonDateOf } from '../domain/calendar';
import type { Register } from '../register/register';
import type { AuthorityFile } from './ports';

/** The authority's file with the absences that people entered, as far as the register has said. */
export function addAbsences(
  file: AuthorityFile,
  register: Pick<Register, 'absences'> | null,
): AuthorityFile {
  if (!register) return file;
  return {
    async read() {
      const today = londonDateOf(new Date().toISOString());
      const [authority, absences] = await Promise.all([
        file.read(),
        register.absences.inForce(today),
      ]);
      return withAbsences(authority, absences);
    },
  };
}
