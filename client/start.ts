import { randomInt } from 'node:crypto';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { assessReport } from '../domain/assess-report';
import { londonDateOf } from '../domain/calendar';
import type { Comparison } from '../domain/case/duplicates';
import { incidentId, taskQueue } from '../temporal/names';
import type { incident } from '../workflows/incident';
import type { NewIncident, Outcome, Started } from './answers';
import { checkPerson } from './actor';
import { compare } from './compare';
import { inTime, type CasesContext } from './context';
import { fingerprint } from './fingerprint';
import { referenceRefused } from './reference';
import { refuse } from './refusal';
import { fingerprintUnder, isInRegister } from './used-reference';

/**
 * Starts an incident's workflow once its report has been checked. The same report under the same
 * reference is the same incident; another report under a used reference is refused. What looks like
 * an incident that is here already is refused too, unless somebody says why it is another.
 */
export async function startIncident(
  context: CasesContext,
  incident: NewIncident,
): Promise<Outcome<Started>> {
  const { report, reference, by } = incident;
  const { calendar, now, readAuthority } = context;
  const authority = await readAuthority();
  const assessed = assessReport(report, now(), { authority, calendar });
  if (!assessed.ok) return assessed;
  const known = by === null ? null : checkPerson(authority, by, '--by');
  if (known?.ok === false) return known;
  const unusable = reference === null ? null : referenceRefused(reference);
  if (unusable) return unusable;
  const compared = await compare(context, incident);
  if (!compared.ok) {
    const used = reference === null ? null : await startedBefore(context, reference, report);
    return used ?? compared;
  }
  const wanted = { report, by: by ?? 'notifiable', ...compared.value };
  return reference === null ? startAnew(context, wanted) : startUnder(context, reference, wanted);
}

type Wanted = Readonly<{ report: unknown; by: string; comparison?: Comparison }>;

async function startAnew(context: CasesContext, wanted: Wanted): Promise<Outcome<Started>> {
  const year = londonDateOf(context.now()).slice(0, 4);
  for (;;) {
    const reference = `SI-${year}-${randomLetters()}`;
    if (await begin(context, reference, wanted)) return begun(reference, wanted);
  }
}

async function startUnder(
  context: CasesContext,
  reference: string,
  wanted: Wanted,
): Promise<Outcome<Started>> {
  if (await begin(context, reference, wanted)) return begun(reference, wanted);
  return (await startedBefore(context, reference, wanted.report)) ?? refuseUsed(reference);
}

function begun(reference: string, { comparison }: Wanted): Outcome<Started> {
  const notCompared = comparison && 'notCompared' in comparison ? comparison.notCompared : null;
  return { ok: true, value: { reference, already: false, notCompared } };
}

/** Null: the reference is free. */
async function startedBefore(
  context: CasesContext,
  reference: string,
  report: unknown,
): Promise<Outcome<Started> | null> {
  const used = await fingerprintUnder(context, reference);
  if (used === null) return null;
  return used === fingerprint(report)
    ? { ok: true, value: { reference, already: true, notCompared: null } }
    : refuseUsed(reference);
}

const refuseUsed = (reference: string) =>
  refuse(
    `The reference ${reference} belongs to another report: nothing was started.`,
    'Leave --reference out to get a new one, or amend the incident that has it.',
  );

/** False where the reference is taken, by an open record or by a closed one. */
async function begin(context: CasesContext, reference: string, wanted: Wanted): Promise<boolean> {
  if (await isInRegister(context, reference)) return false;
  try {
    await inTime(context, ({ workflow }) =>
      workflow.start<typeof incident>('incident', {
        taskQueue,
        workflowId: incidentId(reference),
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        workflowIdConflictPolicy: 'FAIL',
        memo: { report: fingerprint(wanted.report) },
        staticSummary: `Serious incident ${reference}`,
        args: [{ reference, ...wanted, resume: null }],
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
}

/** No letters that read like digits: references are read out on the telephone. */
function randomLetters(): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  return Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
}
