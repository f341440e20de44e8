import type { Outcome } from '../client/answers';
import { assessReport } from '../domain/assess-report';
import { englandAndWales } from '../domain/bank-holidays';
import type { Settings } from '../settings';
import type { Parts } from './parts';
import { readAuthority } from './read-authority';

/** The report as it is, or every problem in it, before anything is connected or begun. */
export async function checkReport(
  report: unknown,
  { authorityFile }: Settings,
  { io, now }: Parts,
): Promise<Outcome<unknown>> {
  const authority = await readAuthority(authorityFile, io.input);
  if (!authority.ok) return authority;
  const basis = { authority: authority.value, calendar: englandAndWales };
  const assessed = assessReport(report, now(), basis);
  return assessed.ok ? { ok: true, value: report } : assessed;
}
