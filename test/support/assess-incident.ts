import type { Assessment } from '../../domain/assess-report';
import { assessReport } from '../../domain/assess-report';
import type { Authority } from '../../domain/authority';
import { englandAndWales } from '../../domain/bank-holidays';
import { buildAuthority } from './build-authority';
import { anInstant } from './build-incident';

/** What `assess` answers; throws where the report is refused. */
export function assessIncident(
  report: unknown,
  now: string = anInstant,
  authority: Authority = buildAuthority(),
): Assessment {
  const assessed = assessReport(report, now, { authority, calendar: englandAndWales });
  if (!assessed.ok) throw new Error(JSON.stringify(assessed.problems));
  return assessed.value;
}

/** The answer to one criterion for the first child. */
export function criterionOf({ children }: Assessment, id: string) {
  const found = children[0]?.criteria.find((criterion) => criterion.id === id);
  if (!found) throw new Error(`No criterion ${id}`);
  return found;
}

export function dutyOf({ duties }: Assessment, id: string) {
  const found = duties.find(({ task }) => task === id);
  if (!found) throw new Error(`No duty ${id}`);
  return found;
}
