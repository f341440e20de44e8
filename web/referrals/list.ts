import type { CaseSummary } from '../../client/answers';
import { outcomeWords } from '../../domain/referral/wording';
import type { OwnTaskKind } from '../../domain/own-tasks';
import { momentInWords } from '../../domain/when';
import { page, type Answer } from '../answer';
import { listed, nextOf, openOnes } from '../records-list';
import { nameOf } from '../who';
import type { Visit } from '../visit';

/** What waits for nothing. */
const atOnce: readonly string[] = ['raise-concern', 'start-incident'] satisfies OwnTaskKind[];

/** Every open practice review referral: what is urgent, which views are missing, what was decided. */
export async function showReferrals(visit: Visit): Promise<Answer> {
  const list = await openOnes(visit, 'referral');
  return listed(list, ({ records, next }) =>
    page('referrals/list', { next, rows: records.map((one) => referralRow(one, visit)) }),
  );
}

const words: Readonly<Record<string, string>> = {
  ...outcomeWords,
  undecided: 'not decided yet',
  'considered-not-referring': 'considered, and not referred',
};

/** A line of the list; nothing about a child is in it. */
export function referralRow(record: CaseSummary, visit: Visit) {
  const { reference, becameAwareAt, decision, tasks } = record;
  return {
    reference,
    received: momentInWords(becameAwareAt),
    atOnce: tasks.filter(({ kind }) => atOnce.includes(kind)).map(({ title }) => title),
    missing: tasks
      .filter(({ kind }) => kind === 'partner-view')
      .map(({ task }) => nameOf(visit.authority, task.replace('partner-view:', 'partner:'))),
    decision: words[decision] ?? decision,
    next: nextOf(tasks, visit),
  };
}
