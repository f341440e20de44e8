import { mistakes } from '../forms';
import type { Problem } from '../../domain/problem';
import { page, type Answer } from '../answer';
import { textOf, type Visit } from '../visit';
import {
  beginDraft,
  closeDraft,
  firstPages,
  openDraft,
  typedIn,
  type FirstPage,
  type StartDraft,
} from './draft';
import { problemsOn } from './first-problems';
import { handIn } from './hand-in';
import { firstOptions, otherAuthorities, places } from './options';

/** The first page: is a child at risk now? */
export const beginStart = (visit: Visit): Answer =>
  ask(visit, 'safety', { draft: beginDraft(visit.now) });

/** Takes one page’s answers and shows the next; the fourth starts the incident. */
export async function takeStart(visit: Visit): Promise<Answer> {
  const { body } = visit;
  const name = pageNamed(textOf(body, 'page'));
  const opened = openDraft(textOf(body, 'draft'), visit);
  const draft = opened ?? beginDraft(visit.now);
  if (name === 'again')
    return opened ? finish(visit, draft) : ask(visit, 'safety', { draft, problems: [lost] });
  const filled = { ...draft, answers: { ...draft.answers, [name]: typedIn(body) } };
  if (!opened) return ask(visit, 'safety', { draft: filled, problems: [lost] });
  if (name === 'duplicate') return finish(visit, filled);
  const at = firstPages.indexOf(name);
  if (textOf(body, 'go') === 'back')
    return ask(visit, firstPages[at - 1] ?? 'safety', { draft: filled });
  const problems = problemsOn(name, filled, visit);
  if (problems.length > 0) return ask(visit, name, { draft: filled, problems });
  const next = firstPages[at + 1];
  return next ? ask(visit, next, { draft: filled }) : finish(visit, filled);
}

/** No page was passed over: every one is looked at once more. */
async function finish(visit: Visit, draft: StartDraft): Promise<Answer> {
  for (const name of firstPages) {
    const problems = problemsOn(name, draft, visit);
    if (problems.length > 0) return ask(visit, name, { draft, problems });
  }
  return handIn(visit, draft, (problems) => ask(visit, 'where', { draft, problems }));
}

const lost: Problem = {
  path: 'risk',
  problem: 'What was answered before could not be opened: it is another person’s, or too old',
  remedy: 'Nothing was started. Answer these pages again',
};

/** `again` asks nothing: it sends the same answers once more. */
const pageNamed = (name: string) =>
  ([...firstPages, 'duplicate', 'again'] as const).find((one) => one === name) ?? 'safety';

interface Filled {
  readonly draft: StartDraft;
  readonly problems?: readonly Problem[];
}

/** A page with what is filled in, and what is wrong with it. */
function ask(visit: Visit, name: FirstPage, { draft, problems = [] }: Filled): Answer {
  const { answers } = draft;
  const shown = {
    ...{ name, number: firstPages.indexOf(name) + 1 },
    draft: closeDraft(draft, visit),
    typed: answers[name] ?? {},
    risk: textOf(answers.safety ?? {}, 'risk'),
    options: { ...firstOptions, places: places(visit.authority) },
    authorities: otherAuthorities(visit.authority),
    wrong: mistakes(problems),
  };
  return page(`start/${name}`, shown, problems.length > 0 ? 422 : 200);
}
