import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { IncidentFigures, Outcome } from '../../../domain/figures/incident-figures';
import { forPublication, type PublishedCounts } from '../../../domain/figures/publication';

const quarters = ['2026 Q1', '2026 Q2'];

const incident = (quarter: string, ...outcomes: Outcome[]): IncidentFigures => ({
  ...{ reference: 'SI-2026-A', quarter, awareOn: '2026-01-05', withdrawn: false },
  unacknowledgedTasks: 0,
  notifications: outcomes.map((outcome) => ({
    ...{ task: 'panel', title: '', strength: 'must' as const, outcome },
    ...{ countedFrom: null, dueOn: null, doneOn: null, workingDays: null },
    ...{ unacknowledged: false, corrected: false, explanations: [] },
  })),
});

const many = (count: number, quarter: string, outcome: Outcome) =>
  Array<IncidentFigures>(count).fill(incident(quarter, outcome));

/** So many in time, past their date and not done, in each quarter. */
const published = (...rows: (readonly [number, number, number])[]) =>
  forPublication(
    quarters.slice(0, rows.length),
    rows.flatMap(([done, late, open], index) => [
      ...many(done, quarters[index] ?? '', 'done-in-time'),
      ...many(late, quarters[index] ?? '', 'done-late'),
      ...many(open, quarters[index] ?? '', 'not-done'),
    ]),
  );

const values = ({ incidents, inTime, pastDate, notDone }: PublishedCounts) => [
  incidents,
  inTime,
  pastDate,
  notDone,
];

describe('figures for publication', () => {
  it('give every count where none is under five', () => {
    const { quarters: rows, total } = published([5, 6, 7], [8, 5, 5]);
    expect(rows.map(values)).toEqual([
      [18, 5, 6, 7],
      [18, 8, 5, 5],
    ]);
    expect(values(total)).toEqual([36, 13, 11, 12]);
  });

  it('suppress the neighbours of a suppressed count, from which it could be worked out', () => {
    const { quarters: rows, total } = published([20, 4, 6], [20, 6, 6]);
    expect(rows.map(values)).toEqual([
      [30, null, null, null],
      [32, null, null, null],
    ]);
    expect(values(total)).toEqual([62, 40, 10, 12]);
  });

  it('suppress no count at all as well as a small one: that all were in time says it of each', () => {
    expect(values(published([20, 0, 0]).total)).toEqual([20, null, null, null]);
  });

  it('give no quarter where one is small, since the total would show it', () => {
    const { quarters: rows, total } = published([4, 0, 0], [20, 0, 0]);
    expect(
      rows
        .map(values)
        .flat()
        .every((count) => count === null),
    ).toBe(true);
    expect(values(total)).toEqual([24, null, null, null]);
  });

  it('give nothing where there were two incidents in the year', () => {
    const { quarters: rows, total } = published([1, 0, 0], [1, 0, 0]);
    expect([...rows, total].map(values).flat()).toEqual(Array(12).fill(null));
  });

  it('count an incident once, by the worst of its notifications', () => {
    const all = [
      ...many(5, '2026 Q1', 'done-in-time'),
      ...Array.from({ length: 5 }, () => incident('2026 Q1', 'done-in-time', 'late', 'not-done')),
      ...Array.from({ length: 5 }, () => incident('2026 Q1', 'done-in-time', 'not-done', 'ended')),
      ...Array.from({ length: 9 }, () => incident('2026 Q1', 'ended')),
      ...many(9, '2026 Q1', 'withdrawn'),
    ];
    expect(values(forPublication(['2026 Q1'], all).total)).toEqual([15, 5, 5, 5]);
  });

  it('leave every suppressed count open: another table prints the same', () => {
    const count = fc.nat({ max: 12 });
    const table = fc.tuple(count, count, count, count, count, count);
    fc.assert(
      fc.property(table, (counts) => {
        const shown = published(...rowsOf(counts));
        const cells = shown.quarters.flatMap((row) => values(row).slice(1));
        const hidden = new Set(cells.flatMap((cell, at) => (cell === null ? [at] : [])));
        for (const change of changes) {
          if (hidden.size === 0) break;
          if (!change.some((more, at) => more !== 0 && hidden.has(at))) continue;
          const other = counts.map((one, at) => one + (change[at] ?? 0));
          if (other.some((one) => one < 0)) continue;
          if (!isDeepStrictEqual(published(...rowsOf(other)), shown)) continue;
          change.forEach((more, at) => more !== 0 && hidden.delete(at));
        }
        expect([...hidden]).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

type Row = readonly [number, number, number];
const rowsOf = ([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[]): [Row, Row] => [
  [a, b, c],
  [d, e, f],
];

const size = (change: readonly number[]) => change.filter((more) => more !== 0).length;

/** Every way to change a table of two quarters by one incident more or less in up to four
 * places, the fewest first. */
const changes: readonly (readonly number[])[] = [0, 1, 2, 3, 4, 5]
  .reduce<number[][]>((all) => all.flatMap((one) => [-1, 0, 1].map((more) => [...one, more])), [[]])
  .filter((change) => size(change) <= 4)
  .sort((one, other) => size(one) - size(other));
