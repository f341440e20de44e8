import type { Authority } from '../domain/authority';
import { kindOf, recordKinds, type RecordKindName } from '../domain/record/kinds';
import { checkPerson } from './actor';
import type { Begun, Outcome } from './answers';
import { begin, type Beginning } from './begin';
import { inTime, type CasesContext } from './context';
import { fingerprint } from './fingerprint';
import { newReference, referenceRefused } from './reference';
import { refuse } from './refusal';
import { fingerprintUnder, isInRegister } from './used-reference';

/** A record to be, under a reference of its kind's; null: one is made. */
export interface ToStart {
  readonly kind: RecordKindName;
  readonly reference: string | null;
  readonly beginning: Omit<Beginning, 'reference'>;
  /** What tells the same file again; absent: the report. */
  readonly file?: unknown;
}

/** What is wrong with who hands a record in, or with the reference that they ask for; null: nothing. */
export function handInRefused(
  authority: Authority,
  { reference, by }: { readonly reference: string | null; readonly by: string | null },
  kind: RecordKindName,
) {
  const known = by === null ? null : checkPerson(authority, by, '--by');
  if (known?.ok === false) return known;
  return reference === null ? null : referenceRefused(reference, kind);
}

/**
 * Starts a record's workflow. The same file under the same reference is the same record; another
 * file under a used reference is refused.
 */
export async function startRecord(context: CasesContext, wanted: ToStart): Promise<Outcome<Begun>> {
  const { reference, beginning } = wanted;
  if (reference === null) return startAnew(context, wanted);
  if (await beginUnder(context, reference, wanted)) return begunUnder(reference);
  const file = wanted.file ?? beginning.report;
  return (await startedBefore(context, reference, file)) ?? refuseUsed(reference);
}

async function startAnew(context: CasesContext, wanted: ToStart): Promise<Outcome<Begun>> {
  for (;;) {
    const reference = newReference(wanted.kind, context.now());
    if (await beginUnder(context, reference, wanted)) return begunUnder(reference);
  }
}

const begunUnder = (reference: string): Outcome<Begun> => ({
  ok: true,
  value: { reference, already: false },
});

/** What came of it where that file was started under that reference before; null: it is free. */
export async function startedBefore(
  context: CasesContext,
  reference: string,
  report: unknown,
): Promise<Outcome<Begun> | null> {
  const used = await fingerprintUnder(context, reference);
  if (used === null) return null;
  return used === fingerprint(report)
    ? { ok: true, value: { reference, already: true } }
    : refuseUsed(reference);
}

const refuseUsed = (reference: string) =>
  refuse(
    `The reference ${reference} belongs to another ${recordKinds[kindOf(reference)].file}: nothing was started.`,
    'Leave --reference out to get a new one, or amend the record that has it.',
  );

/** False where the reference is taken, by an open record or by a closed one. */
async function beginUnder(
  context: CasesContext,
  reference: string,
  { beginning, file }: ToStart,
): Promise<boolean> {
  if (await isInRegister(context, reference)) return false;
  return inTime(context, (client) => begin(client, { reference, ...beginning }, file));
}
