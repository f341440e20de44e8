import { addressedTo } from '../domain/addressed';
import type { Authority } from '../domain/authority';
import { londonDateOf, londonInstant } from '../domain/calendar';
import { dateField } from '../domain/fields';
import { rolesOf } from '../domain/people';
import { criterionIds } from '../domain/rulebook';
import type { Recipient } from '../domain/task';
import type { Filter } from '../register/filter';
import { checkPerson } from './actor';
import type { ListQuery, Outcome } from './answers';

export interface FilterBasis {
  readonly authority: Authority;
  /** Everybody to whom a task in the register is addressed. */
  readonly recipients: readonly Recipient[];
  readonly now: string;
}

/** What a list is asked for as the register takes it; or everything that is wrong with it. */
export function filterOf(query: ListQuery, basis: FilterBasis): Outcome<Filter> {
  const { late, all, kind, taskOwner, recipient, criterion, dueBefore } = query;
  const parts = [
    taskOwner === null ? nothing : ownedBy(taskOwner, basis),
    recipient === null ? nothing : addressed(recipient, basis),
    criterion === null ? nothing : under(criterion),
    dueBefore === null ? nothing : before(dueBefore),
  ];
  const problems = parts.flatMap((part) => (part.ok ? [] : part.problems));
  if (problems.length > 0) return { ok: false, problems };
  const start: Filter = { late, all, ...(kind && { kind }) };
  const value = parts.reduce(
    (filter, part) => (part.ok ? { ...filter, ...part.value } : filter),
    start,
  );
  return { ok: true, value };
}

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

const unknown = (path: string, problem: string, known: readonly string[]) =>
  refusing(path, problem, `Give one of: ${known.join(', ')}`);

const refusing = (path: string, problem: string, remedy: string): Outcome<never> => ({
  ok: false,
  problems: [{ path, problem, remedy }],
});
