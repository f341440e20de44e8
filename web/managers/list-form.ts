import type { CaseSummary, ListedTask, ListQuery } from '../../client/answers';
import { openRecords } from '../../client/open-records';
import { recordKinds } from '../../domain/record/kinds';
import { criterionIds } from '../../domain/rulebook';
import { nationalName } from '../../domain/wording';
import { textOf, type Form, type Visit } from '../visit';

/** A few at a time: a page is read on a phone, too. */
const pageSize = 25;

const states = {
  open: 'not acknowledged',
  acknowledged: 'acknowledged, not done',
  late: 'late or target missed',
  done: 'done in time',
  'done-late': 'done late',
  cancelled: 'ended',
} as const satisfies Record<ListedTask['state'], string>;

const statuses = {
  open: 'open',
  closed: 'closed',
  withdrawn: 'withdrawn',
} as const satisfies Record<CaseSummary['status'], string>;

/** The fields of the form by what the client calls them. */
const fields: Readonly<Record<string, string>> = {
  '--task-owner': 'owner',
  '--recipient': 'recipient',
  '--criterion': 'criterion',
  '--days-left': 'days-left',
};

/** The field of a problem. */
export const fieldOf = (path: string): string => fields[path] ?? '';

/** What the form asks for. What is no answer that it offers narrows nothing. */
export function readListForm(query: Form): ListQuery {
  const given = (name: string) => textOf(query, name) || null;
  const oneOf = <T extends string>(name: string, known: Readonly<Record<T, unknown>>): T | null => {
    const value = textOf(query, name);
    return value in known ? (value as T) : null;
  };
  const days = given('days-left');
  return {
    ...openRecords,
    recipient: given('recipient'),
    criterion: given('criterion'),
    taskOwner: given('owner'),
    daysLeft: days === null ? null : Number(days),
    state: oneOf('state', states),
    status: oneOf('status', statuses),
    kind: oneOf('kind', recordKinds),
    ...{ limit: pageSize, after: given('after') },
  };
}

/** What each list of the form offers. */
export function listChoices(
  { authority }: Pick<Visit, 'authority'>,
  recipients: readonly string[],
) {
  const national = ['panel', 'secretary-of-state', 'ofsted'];
  const named = [
    ...authority.partners.map(({ id, name }) => ({ value: `partner:${id}`, text: name })),
    ...authority.areas.map(({ code, name }) => ({ value: `area:${code}`, text: name })),
  ];
  const known = [...national.map((id) => ({ value: id, text: nationalName(id) })), ...named];
  const others = recipients.filter((id) => !known.some(({ value }) => value === id));
  return {
    recipient: [...known, ...others.map((id) => ({ value: id, text: nationalName(id) }))],
    criterion: criterionIds.map((id) => ({ value: id, text: id.replaceAll('-', ' ') })),
    owner: authority.people.map(({ id, name }) => ({ value: id, text: name })),
    state: choicesOf(states),
    status: choicesOf(statuses),
    kind: Object.entries(recordKinds).map(([value, { words }]) => ({ value, text: words })),
  };
}

const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }));
