import type { CaseList, ListedTask, Outcome } from '../client/answers';
import type { RecordKindName } from '../domain/record/kinds';
import { londonDateOf } from '../domain/calendar';
import { dateInWords, standing } from '../domain/wording';
import { page, type Answer } from './answer';
import { mistakes } from './forms';
import { textOf, type Visit } from './visit';

const perPage = 50;

/** The open records of a kind, what is due first first; the address says after which. */
export const openOnes = (
  { cases, query }: Visit,
  kind: RecordKindName,
): Promise<Outcome<CaseList>> =>
  cases.list({
    ...{ state: null, taskOwner: null, recipient: null, criterion: null, dueBefore: null },
    ...{ daysLeft: null, kind, status: null, reference: null, all: false },
    limit: perPage,
    after: textOf(query, 'after') || null,
  });

/** The page of a list, or what is wrong with what was asked. */
export const listed = (list: Outcome<CaseList>, show: (list: CaseList) => Answer): Answer =>
  list.ok ? show(list.value) : page('list-refused', { wrong: mistakes(list.problems) }, 422);

/** The unfinished task that is due first, and how it stands; null: none has a date. */
export function nextOf(tasks: readonly ListedTask[], { calendar, now }: Visit) {
  const [first] = tasks
    .filter(({ dueAt }) => dueAt !== null)
    .toSorted((one, other) => String(one.dueAt).localeCompare(String(other.dueAt)));
  if (!first?.dueOn) return null;
  const stands = standing(calendar, first, { at: now, on: londonDateOf(now) });
  return {
    title: first.title,
    due: `by the end of ${dateInWords(first.dueOn)}${stands === null ? '' : `: ${stands}`}`,
    isMissed: first.state === 'late',
  };
}
