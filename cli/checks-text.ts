/** One thing that notifiable needs, how it stands, and how to mend it. */
export interface Check {
  readonly name: string;
  /** `unreachable`: it could not even be asked. `skipped`: it does not apply here. */
  readonly stands: 'good' | 'warning' | 'bad' | 'unreachable' | 'skipped';
  readonly says: string;
  /** Empty when there is nothing to mend. */
  readonly mend: string;
}

const words = {
  good: 'good',
  warning: 'warning',
  bad: 'MEND',
  unreachable: 'NOT REACHED',
  skipped: 'skipped',
} as const satisfies Record<Check['stands'], string>;

/** The checks as a table, with how to mend each. */
export async function checksText(checks: readonly Check[]): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const table = new Table({
    head: ['check', 'stands', 'what'],
    style: { head: [], border: [] },
    colWidths: [22, 13, 62],
    wordWrap: true,
  });
  for (const { name, stands, says, mend } of checks) {
    table.push([name, words[stands], mend === '' ? says : `${says}\n→ ${mend}`]);
  }
  return table.toString();
}
