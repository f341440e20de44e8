import { addressedTo } from '../domain/addressed';
import type { Authority } from '../domain/authority';
import { type Calendar, londonDateOf, londonInstant, OutsideCalendar } from '../domain/calendar';
import { dateField } from '../domain/fields';
import { rolesOf } from '../domain/people';
import type { Standing } from '../domain/record/task-view';
import { outsideCalendar } from '../domain/report-checks';
import { criterionIds } from '../domain/rulebook';
import type { Recipient } from '../domain/task';
import type { Filter } from '../register/filter';
import { checkPerson } from './actor';
import type { ListQuery, Outcome } from './answers';
import { endOfDaysLeft } from './days-left';

export interface FilterBasis {
  readonly authority: Authority;
  readonly calendar: Calendar;
  /** Everybody to whom a task in the register is addressed. */
  readonly recipients: readonly Recipient[];
  readonly now: string;
}

/** What a list is asked for as the register takes it; or everything that is wrong with it. */
export function filterOf(query: ListQuery, basis: FilterBasis): Outcome<Filter> {
  const { state, kind, status, taskOwner, recipient, criterion, dueBefore, daysLeft } = query;
  const parts = [
    taskOwner === null ? nothing : ownedBy(taskOwner, basis),
    recipient === null ? nothing : addressed(recipient, basis),
    criterion === null ? nothing : under(criterion),
    dueBefore === null ? nothing : before(dueBefore),
    daysLeft === null ? nothing : within(daysLeft, basis),
  ];
  const problems = parts.flatMap((part) => (part.ok ? [] : part.problems));
  if (problems.length > 0) return { ok: false, problems };
  const reference = query.reference && beginningOf(query.reference);
  const start: Filter = {
    all: isOfFinished(query),
    ...{ ...(state && { state }), ...(kind && { kind }), ...(status && { status }) },
    ...(reference !== null && { reference }),
  };
  const value = parts.reduce(
    (filter, part) => (part.ok ? earliest(filter, part.value) : filter),
    start,
  );
  return { ok: true, value };
}

/** Of a record that is not open, and of a reference, everything is asked for. */
const isOfFinished = ({ all, state, status, reference }: ListQuery): boolean =>
  all ||
  reference !== null ||
  (status !== null && status !== 'open') ||
  (state !== null && finished.includes(state));

const finished: readonly Standing[] = ['done', 'done-late', 'cancelled'];

/** The beginning of a reference in capitals, as somebody may type it; null: it can be none. */
export function beginningOf(typed: string): string | null {
  const text = typed.trim().toUpperCase();
  return /^[A-Z0-9][A-Z0-9-]{0,39}$/.test(text) ? text : null;
}

/** Two that say by when something is due: the earlier counts. */
const earliest = (one: Filter, other: Filter): Filter => {
  const dues = [one.dueBefore ?? [], other.dueBefore ?? []].flat().sort();
  return { ...one, ...other, ...(dues[0] !== undefined && { dueBefore: dues[0] }) };
};

const nothing: Outcome<Filter> = { ok: true, value: {} };

function ownedBy(id: string, { authority, now }: FilterBasis): Outcome<Filter> {
  const known = checkPerson(authority, id, '--task-owner');
  if (!known.ok) return known;
  const { roles } = rolesOf(authority, id, londonDateOf(now));
  return { ok: true, value: { taskOwner: { id, addressed: addressedTo(roles, authority) } } };
}

function addressed(wanted: string, { authority, recipients }: FilterBasis): Outcome<Filter> {
  const known = [...new Set([...recipientsIn(authority), ...recipients])];
  const recipient = known.find((one) => one === wanted);
  if (recipient) return { ok: true, value: { recipient } };
  return unknown('--recipient', 'Nobody of this name is ever told', known);
}

const recipientsIn = ({ partners, areas }: Authority): Recipient[] => [
  'panel',
  ...partners.map(({ id }) => `partner:${id}` as const),
  ...areas.map(({ code }) => `area:${code}` as const),
  'secretary-of-state',
  'ofsted',
];

function under(wanted: string): Outcome<Filter> {
  const criterion = criterionIds.find((one) => one === wanted);
  if (criterion) return { ok: true, value: { criterion } };
  return unknown('--criterion', 'No rulebook has this criterion', criterionIds);
}

/** Due before a London date begins: that day itself is not included. */
function before(date: string): Outcome<Filter> {
  if (dateField.safeParse(date).success) {
    return { ok: true, value: { dueBefore: londonInstant(date, '00:00') } };
  }
  const remedy = 'Write an existing date as year-month-day, such as 2026-12-20';
  return refusing('--due-before', 'There is no such date', remedy);
}

/** Up to the working day after so many, that day itself not included. */
function within(days: number, { calendar, now }: FilterBasis): Outcome<Filter> {
  if (!Number.isInteger(days) || days < 0 || days > mostDaysLeft) {
    return refusing('--days-left', 'That is no number of working days', daysLeftRemedy);
  }
  try {
    return { ok: true, value: { dueBefore: endOfDaysLeft(days, { calendar, now }) } };
  } catch (error) {
    if (!(error instanceof OutsideCalendar)) throw error;
    return { ok: false, problems: [outsideCalendar('--days-left', error, calendar)] };
  }
}

const mostDaysLeft = 250;
const daysLeftRemedy = `Give a whole number from 0 to ${mostDaysLeft}`;

const unknown = (path: string, problem: string, known: readonly string[]) =>
  refusing(path, problem, `Give one of: ${known.join(', ')}`);

const refusing = (path: string, problem: string, remedy: string): Outcome<never> => ({
  ok: false,
  problems: [{ path, problem, remedy }],
});
