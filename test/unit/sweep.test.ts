import { sweepCheck } from '../../bin/doctor-sweep';
import { sweepText } from '../../cli/sweep-text';
import { nextMoment } from '../../domain/record/rungs';
import {
  compare,
  compareClosely,
  hasUnsent,
  whoseTurn,
  type Asked,
  type Kept,
  type Lines,
  type Run,
} from '../../domain/sweep';
import { summariseSweep, type Finding, type FindingKind } from '../../domain/sweep-findings';
import { buildIncident } from '../support/build-incident';
import { DrivenCase } from '../support/drive-case';

const now = '2026-12-24T12:00:00.000Z';
const minutesAgo = (minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString();
const basis = { now, calendar: 'this-year', release: 'new' };

const open: Kept = { missedAt: null };
const running: Run = {
  status: 'running',
  isBegun: true,
  endedAt: null,
  release: null,
  failedSteps: 0,
  activities: [],
};
const ended = (status: Run['status'], minutes: number): Run => ({
  ...running,
  status,
  endedAt: minutesAgo(minutes),
});
const trying = (name: string, attempts: number): Run => ({
  ...running,
  activities: [{ name, attempts }],
});

describe('the register and Temporal', () => {
  test.each<[string, Kept | null, Run | null, FindingKind[]]>([
    ['open and running', open, running, []],
    ['closed and gone', null, null, []],
    ['closed and ended', null, ended('completed', 60), []],
    ['running, not in the register: the record is asked instead', null, running, []],
    ['open, gone from Temporal', open, null, ['missing']],
    ['open, terminated just now', open, ended('broken-off', 0), ['missing']],
    ['open, ended a moment ago', open, ended('completed', 4), []],
    ['open, ended long ago', open, ended('completed', 5), ['ended-early']],
    ['a due date that passed a moment ago', { missedAt: minutesAgo(4) }, running, []],
    ['a due date that passed unnoticed', { missedAt: minutesAgo(5) }, running, ['overdue']],
    ['a missed date of a lost record', { missedAt: minutesAgo(9) }, null, ['missing']],
    ['an older release', open, { ...running, release: 'old' }, ['other-release']],
    ['the same release', open, { ...running, release: 'new' }, []],
    ['a step that failed for a while', open, { ...running, failedSteps: 9 }, []],
    ['a step that fails again and again', open, { ...running, failedSteps: 10 }, ['failing']],
    ['recording tried nine times', open, trying('record', 9), []],
    ['recording tried ten times', open, trying('record', 10), ['not-recording']],
    ['mail tried ten times', open, trying('tell', 10), ['not-telling']],
  ])('%s', (_, kept, run, kinds) => {
    expect(compare(kept, run, basis)).toEqual(kinds);
  });

  test('a worker without a release wakes nobody for theirs', () => {
    const run = { ...running, release: 'old' };
    expect(compare(open, run, { ...basis, release: null })).toEqual([]);
  });
});

describe('a record that is asked', () => {
  const { state: opened } = new DrivenCase(buildIncident(), minutesAgo(10));
  const state = { ...opened, calendar: basis.calendar };
  const count = state.nextEntry - 1;
  const fit = { before: count, after: count };
  const none = { before: 0, after: 0 };
  const waiting = (minutes: number) =>
    Array.from({ length: count }, () => ({ recordedAt: minutesAgo(minutes) }));
  const asked = (changed: Partial<Asked['state']> = {}, unrecorded = waiting(0).slice(count)) => ({
    state: { ...state, ...changed },
    unrecorded,
  });

  test.each<[string, Lines, Asked, FindingKind[]]>([
    ['all its lines recorded', fit, asked(), []],
    ['lines recorded while it was asked', { ...fit, before: 0 }, asked(), []],
    ['more lines since it was asked', { ...fit, after: count + 2 }, asked(), []],
    ['lines that wait since a moment', none, asked({}, waiting(4)), []],
    ['lines that wait for long', none, asked({}, waiting(5)), ['unrecorded']],
    ['lines that nobody has', none, asked(), ['lines-lost']],
    ['fewer lines than the register', { ...fit, before: count + 1 }, asked(), ['register-ahead']],
    ['another calendar', fit, asked({ calendar: 'last-year' }), ['other-calendar']],
    ['another calendar, closed', fit, asked({ calendar: 'last-year', status: 'closed' }), []],
  ])('%s', (_, lines, one, kinds) => {
    expect(compareClosely(lines, one, basis)).toEqual(kinds);
  });

  test('a moment that passed minutes ago without anything happening', () => {
    const moment = Date.parse(nextMoment(state) ?? '');
    const after = (ms: number) => ({ ...basis, now: new Date(moment + ms).toISOString() });
    expect(compareClosely(fit, asked(), after(5 * 60_000 - 1))).toEqual([]);
    expect(compareClosely(fit, asked(), after(5 * 60_000))).toEqual(['overslept']);
  });
});

describe('whose turn it is to be asked', () => {
  const turn = { everyMs: 600_000, atMost: 2 };
  const references = ['d', 'b', 'e', 'a', 'c'];
  const at = (minutes: number) => new Date(minutes * 60_000).toISOString();

  test('everybody’s where they are few', () => {
    expect(whoseTurn(references, { ...turn, now, atMost: 5 })).toHaveLength(5);
    expect(whoseTurn([], { ...turn, now })).toEqual([]);
  });

  test('each has a turn, one after another', () => {
    const turns = [0, 10, 20].map((minutes) =>
      whoseTurn(references, { ...turn, now: at(minutes) }),
    );
    expect(turns).toEqual([['a', 'd'], ['b', 'e'], ['c']]);
  });
});

describe('messages that were under way when a record was lost', () => {
  const meant = { outcome: 'intended', kinds: ['task'], tasks: ['panel'] } as const;
  const taken = {
    outcome: 'accepted',
    kinds: ['task', 'alert'],
    tasks: ['panel', 'ofsted'],
  } as const;

  test.each([
    ['meant and taken', [meant, taken], false],
    ['meant and refused', [meant, { ...taken, outcome: 'refused' } as const], false],
    ['meant, and nothing more is known', [taken, meant], true],
    ['meant and tried in vain', [meant, { ...taken, outcome: 'waiting' } as const], true],
    ['meant, and another task’s was taken', [meant, { ...taken, tasks: ['ofsted'] }], true],
  ])('%s', (_, ledger, unsent) => {
    expect(hasUnsent(ledger)).toBe(unsent);
  });
});

test('what needs a person stands first, and each finding is a sentence', () => {
  const found = [
    { reference: 'SI-2026-AAAA', kind: 'missing' },
    { reference: 'SI-2026-BBBB', kind: 'lines-lost' },
  ] as const;
  const text = sweepText(summariseSweep(found, { at: now, compared: 12 }));
  expect(text.split('\n')).toEqual([
    'Compared 12 records: 2 findings, of which 1 need a person.',
    '  - SI-2026-BBBB has handed over lines that the register no longer has: put back a copy of the database.',
    '  - SI-2026-AAAA is open in the register, but Temporal does not run it: it was started again.',
  ]);
  expect(sweepText(summariseSweep([], { at: now, compared: 12 }))).toBe(
    'Compared 12 records: all fit.',
  );
});

describe('doctor, about the sweep', () => {
  const at = Date.parse(now);
  const swept = (minutes: number, found: Finding[] = []) => ({
    ...summariseSweep(found, { at: minutesAgo(minutes), compared: 1 }),
    head: { publishedAt: null, problem: null },
  });
  const lost: Finding = { reference: 'SI-2026-AAAA', kind: 'lines-lost' };
  const since = (minutes: number) => at - minutes * 60_000;

  test.each([
    ['all fitted', swept(9), since(999), 'good', /^9 minutes ago/],
    ['something needs a person', swept(9, [lost]), since(999), 'bad', /SI-2026-AAAA/],
    ['something was mended', swept(9, [{ ...lost, kind: 'missing' }]), since(999), 'good', /again/],
    ['none for half an hour', swept(31), since(999), 'bad', /has not run since/],
    ['the Schedule is new', null, since(9), 'skipped', /to come/],
    ['the Schedule never did anything', null, since(31), 'bad', /never/],
    ['no Schedule, swept by hand', swept(9), null, 'good', /^9 minutes/],
    ['no Schedule', null, null, 'bad', /never/],
  ])('%s', (_, last, scheduledAt, stands, says) => {
    expect(sweepCheck(last, scheduledAt, at)).toMatchObject({
      stands,
      says: expect.stringMatching(says),
    });
  });
});
