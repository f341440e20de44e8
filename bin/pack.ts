import { refuseUnknown } from '../client/refusal';
import { noted } from '../client/with-accesses';
import type { ExportPack } from '../cli/parts';
import { verifyPack } from '../pack/verify';
import { checkPackFolder, makePackFolder, writePack } from '../pack/write';
import { bookOf } from './book-of';
import { withRegister } from './database';

/**
 * Writes the pack of one incident and checks what was written. That it was read, and by whom, is
 * recorded before any of it leaves the register. Throws Unreachable, FolderNotEmpty.
 */
export const exportPack: ExportPack = (settings, { reference, folder, by, now, warn }) =>
  withRegister(settings, async (register) => {
    await checkPackFolder(folder);
    const book = bookOf(register, settings, { by, warn });
    const read = await noted(book, { what: 'export', reference, by, isRead: true }, async () => {
      const value = await register.queries.whole(reference);
      return value === null ? refuseUnknown(reference) : { ok: true, value };
    });
    if (!read.ok) return read;
    await makePackFolder(folder);
    const whole = read.value;
    const written = await writePack(folder, whole, { exportedAt: now, exportedBy: by });
    return {
      ok: true,
      value: { ...written, head: whole.head, verified: await verifyPack(folder) },
    };
  });
