import { assessReport } from '../domain/assess-report';
import type { Begun, NewIncident, Outcome, Started } from './answers';
import { compare } from './compare';
import type { CasesContext } from './context';
import { handInRefused, startedBefore, startRecord } from './start-record';

/**
 * Starts an incident's workflow once its report has been checked. What looks like an incident that
 * is here already is refused, unless somebody says why it is another.
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
  const refused = handInRefused(authority, incident, 'incident');
  if (refused) return refused;
  const compared = await compare(context, incident);
  if (!compared.ok) {
    const used = reference === null ? null : await startedBefore(context, reference, report);
    return used === null ? compared : started(used, null);
  }
  const { comparison } = compared.value;
  const notCompared = comparison && 'notCompared' in comparison ? comparison.notCompared : null;
  const beginning = { report, by: by ?? 'notifiable', ...compared.value };
  return started(
    await startRecord(context, { kind: 'incident', reference, beginning }),
    notCompared,
  );
}

/** `notCompared` says of a new one that nobody could look for likely duplicates, and why. */
function started(begun: Outcome<Begun>, notCompared: string | null): Outcome<Started> {
  if (!begun.ok) return begun;
  const { already } = begun.value;
  return { ok: true, value: { ...begun.value, notCompared: already ? null : notCompared } };
}
