import type { CaseSummary } from '../../client/answers';
import type { decisionOn } from '../../domain/review/summary';
import { momentInWords } from '../../domain/when';
import { page, type Answer } from '../answer';
import { listed, nextOf, openOnes } from '../records-list';
import type { Visit } from '../visit';

/** Every open review with its dates. */
export async function showReviews(visit: Visit): Promise<Answer> {
  const list = await openOnes(visit, 'review');
  return listed(list, ({ records, next }) =>
    page('reviews/list', { next, rows: records.map((one) => reviewRow(one, visit)) }),
  );
}

const words: Readonly<Record<string, string>> = {
  undecided: 'not decided yet',
  'local-review': 'a local review is held',
  'no-local-review': 'no local review',
  published: 'the report is published',
  'not-published': 'the report is not published',
  'outside-the-criteria': 'outside the criteria',
} satisfies Record<ReturnType<typeof decisionOn>, string>;

/** A line of the list; nothing about a child is in it. */
export function reviewRow(
  { reference, becameAwareAt, decision, tasks }: CaseSummary,
  visit: Visit,
) {
  return {
    reference,
    notified: momentInWords(becameAwareAt),
    decision: words[decision] ?? decision,
    left: tasks.length,
    late: tasks.filter(({ state }) => state === 'late').length,
    next: nextOf(tasks, visit),
  };
}
