import { findingText, type Compared } from '../domain/sweep-findings';

/** What a sweep found, as sentences; what needs a person first. */
export function sweepText({ compared, counts, forAPerson, findings }: Compared): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (all === 0) return `Compared ${compared} records: all fit.`;
  const left = all - findings.length;
  return [
    `Compared ${compared} records: ${all} findings, of which ${forAPerson} need a person.`,
    ...findings.map((finding) => `  - ${findingText(finding)}`),
    ...(left > 0 ? [`  - and ${left} more.`] : []),
  ].join('\n');
}
