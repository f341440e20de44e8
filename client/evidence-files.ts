import { fileProblem, fileTypeOf, type EvidenceFile } from '../domain/evidence-file';
import { permissions, roleRefused } from '../domain/permissions';
import { kindOf } from '../domain/record/kinds';
import { actorOf } from './actor';
import type { AnyWish, FoundFile, NewEvidenceFile, Outcome } from './answers';
import type { CasesContext } from './context';
import { findRecord } from './held';
import { neededRegister, reachRegister } from './reach';
import { refuse, refuseUnknown } from './refusal';

/**
 * Keeps a file of evidence in the register, for whoever may say that tasks of this record are done;
 * what was done then names it. The same file again is the one that is kept.
 */
export async function attachFile(
  context: CasesContext,
  reference: string,
  { name, bytes, by }: NewEvidenceFile,
): Promise<Outcome<EvidenceFile>> {
  const { files } = neededRegister(context);
  const actor = actorOf(await context.readAuthority(), by, context.now());
  if (!actor.ok) return actor;
  const refused = roleRefused(permissions[kindOf(reference)].done, actor.value);
  if (refused !== null) return refuse(refused);
  const problem = fileProblem({ name, bytes });
  if (problem) return { ok: false, problems: [problem] };
  if (!(await findRecord(context, reference))) return refuseUnknown(reference);
  const type = fileTypeOf({ name, bytes }) ?? '';
  const value = await reachRegister(() => files.add({ reference, name, type, bytes, by }));
  return { ok: true, value };
}

/** A file of a record with its bytes, as it was handed in. */
export async function readFile(
  context: CasesContext,
  reference: string,
  id: string,
): Promise<Outcome<FoundFile>> {
  const { files } = neededRegister(context);
  const found = await reachRegister(() => files.find(reference, id));
  if (found) return { ok: true, value: found };
  return refuse(
    `There is no file “${id}” with ${reference}.`,
    '`notifiable show` names the files of a record.',
  );
}

/** Null: no file is named, or it is kept here with this record and is that one. */
export async function fileRefused(
  context: CasesContext,
  reference: string,
  wish: AnyWish,
): Promise<Outcome<never> | null> {
  if (wish.name !== 'done' || wish.file === undefined) return null;
  const { id, sha256, type, size } = wish.file;
  const { files } = neededRegister(context);
  const kept = (await reachRegister(() => files.of(reference))).find((one) => one.id === id);
  if (kept?.sha256 === sha256 && kept.type === type && kept.size === size) return null;
  return refuse('The file that proves it is not kept with this record.', 'Hand it in first.');
}
