import { cpus, totalmem } from 'node:os';
import Table from 'cli-table3';
import { isReached, type Figure } from './measure';

/** On what it was measured: figures of two machines are not to be compared. */
export function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpu?.model ?? 'unknown processor'}, ${memory} GB, Node ${process.version}`;
}

/** A plain table, each bound beside its figure. */
export function asTable(figures: readonly Figure[]): string {
  const table = new Table({
    head: ['measured', 'figure', 'must be', 'reached'],
    style: { head: [], border: [] },
  });
  for (const figure of figures) {
    const { what, value, unit, bound, note } = figure;
    const named = note === undefined ? what : `${what}\n  ${note}`;
    const must = bound ? `${bound.is} ${rounded(bound.value)}` : '';
    table.push([
      named,
      `${rounded(value)} ${unit}`.trim(),
      must,
      reached[String(isReached(figure))],
    ]);
  }
  return table.toString();
}

const reached: Readonly<Record<string, string>> = { true: 'yes', false: 'NO', null: '' };

function rounded(value: number): string {
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits });
}
