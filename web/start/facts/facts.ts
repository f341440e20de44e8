import { ageDateOf } from '../../../domain/report';
import { factWords } from '../../../domain/case/fact-words';
import { mistakes } from '../../forms';
import type { Problem } from '../../../domain/problem';
import { goTo, notFound, page as answer, type Answer } from '../../answer';
import { textOf, type RecordVisit } from '../../visit';
import { typedIn } from '../draft';
import { firstOptions, otherAuthorities, places } from '../options';
import { handOver, showCheck } from './check';
import { asksSetting, mayBeCareLeaver } from './child-answers';
import { lookAhead, openDesk, withAnswers, type Desk } from './desk';
import { dropDraft, saveAnswers } from './draft';
import { formOf, momentsOf } from './from-report';
import { childOptions, everyAuthority, lives } from './options';
import { nextAfter, pageOfSlug, slugOf, type FactsPage } from './pages';
import { needsDates, onPage, problemsIn, unanswered } from './problems';
import { showDone } from './done';

/** Where one begins: a newcomer with the first page, anybody else with what is known. */
export async function showFacts(visit: RecordVisit): Promise<Answer> {
  const desk = await openDesk(visit);
  const isNew = desk.draft === null && desk.report.children.every(isUntold);
  return goTo(`/records/${visit.record.reference}/facts/${isNew ? 'children' : 'check'}`);
}

const isUntold = (child: Desk['report']['children'][number]): boolean =>
  child.abuseOrNeglect === 'not-yet-known' &&
  child.lookedAfter === 'not-yet-known' &&
  child.bornOn === null;

const slugIn = ({ request }: RecordVisit): string => String(request.params['page']);

export async function showFactsPage(visit: RecordVisit): Promise<Answer> {
  const slug = slugIn(visit);
  if (slug === 'done') return showDone(visit);
  const desk = await openDesk(visit);
  if (slug === 'check') return showCheck(visit, desk);
  const page = pageOfSlug(slug, desk.childCount);
  return page ? ask(visit, desk, { page }) : notFound;
}

/** Keeps one page’s answers; or hands all of them in, or throws them away. */
export async function takeFactsPage(visit: RecordVisit): Promise<Answer> {
  const { body, record } = visit;
  const to = (place: string) => goTo(`/records/${record.reference}${place}`);
  const slug = slugIn(visit);
  const go = textOf(body, 'go');
  if (slug === 'check' && go === 'discard') {
    await dropDraft(visit);
    return to('');
  }
  const desk = await openDesk(visit);
  if (slug === 'check') return handOver(visit, desk);
  const page = pageOfSlug(slug, desk.childCount);
  if (!page) return notFound;
  const form = typedIn(body);
  const filled = withAnswers(desk, { ...desk.answers, [slug]: form });
  const ahead = lookAhead(visit, { ...desk, ...filled });
  const known = {
    ...{ childCount: desk.report.children.length, authority: visit.authority },
    ...aboutChild({ ...desk, ...filled }, visit, page),
  };
  const missing = unanswered(page, form, known);
  const problems = missing.length > 0 ? missing : onPage(problemsIn(ahead), page);
  if (problems.length > 0) return ask(visit, { ...desk, ...filled }, { page, problems });
  await saveAnswers(visit, filled.answers);
  const next = go === 'check' ? 'check' : nextAfter(page, filled.childCount);
  const isNothingToDate = next === 'known' && !needsDates(ahead, filled.answers);
  return to(`/facts/${isNothingToDate && !('known' in filled.answers) ? 'check' : next}`);
}

function aboutChild(
  desk: Pick<Desk, 'report' | 'handedIn' | 'view' | 'answers'>,
  visit: RecordVisit,
  page: FactsPage,
) {
  const { amendment } = lookAhead(visit, desk);
  const on = ageDateOf({ ...desk.report, ...amendment.patch });
  return { on, child: 'child' in page ? amendment.children[page.child] : undefined };
}

interface Shown {
  readonly page: FactsPage;
  readonly problems?: readonly Problem[];
}

function ask(visit: RecordVisit, desk: Desk, { page, problems = [] }: Shown): Answer {
  const { report, answers } = desk;
  const { authority } = visit;
  const { amendment } = lookAhead(visit, desk);
  const { child, on } = aboutChild(desk, visit, page);
  const shownFirst =
    page.name === 'known' ? momentsOf(amendment.dated) : formOf(page, report, authority);
  const shown = {
    ...{ page, slug: slugOf(page), child, childCount: desk.childCount },
    typed: answers[slugOf(page)] ?? shownFirst,
    options: { ...firstOptions, ...childOptions },
    places: places(authority),
    lives: lives(authority),
    authorities: otherAuthorities(authority),
    every: everyAuthority(authority),
    asksSetting: child && asksSetting(child, authority),
    asksCareLeaver: child && mayBeCareLeaver(child, on),
    dated: amendment.dated
      .filter(({ isAnswered }) => isAnswered)
      .map((one) => ({
        ...one,
        words: factWords[one.fact],
        ref: amendment.children[one.child]?.ref,
      })),
    recorded: report.children.length,
    becameAwareAt: amendment.patch['becameAwareAt'] ?? report.becameAwareAt,
    wrong: mistakes(problems),
  };
  return answer(`start/facts/${page.name}`, shown, problems.length > 0 ? 422 : 200);
}
