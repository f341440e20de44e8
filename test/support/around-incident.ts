import { englandAndWales as calendar } from '../../domain/bank-holidays';
import { viewCase } from '../../domain/case/view';
import { parseReport } from '../../domain/report';
import type { DrivenCase } from './drive-case';

/** What a sheet and a briefing rest on, of an incident as it stands. */
export function basisOf({ state, now, surroundings: { authority } }: DrivenCase) {
  const report = parseReport(state.report, { now, calendar });
  if (!report.ok) throw new Error(JSON.stringify(report.problems));
  const view = viewCase(state, now);
  return { report: report.value, view, authority, calendar, now, by: 'officer-1' };
}
