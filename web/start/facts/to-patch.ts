import type { Authority } from '../../../domain/authority';
import type { Problem } from '../../../domain/problem';
import { ageDateOf, type Child, type IncidentReport } from '../../../domain/report';
import { textOf } from '../../visit';
import { childAfter, mayBeCareLeaver, unknownChild, type Asked } from './child-answers';
import type { ChildForms } from './child-answers';
import { factsToDate, type FactToDate } from './facts-to-date';
import { incidentAfter } from './incident-answers';
import { childPages, slugOf, underPage, type Answers } from './pages';
import { toldMoments, type ChildMoments } from './told-moments';

type AskedChild = Asked & { readonly ref: string };

/** The answers against what is recorded. */
export interface Amendment {
  /** A merge patch of the report, with every child in the report’s order. */
  readonly patch: Readonly<Record<string, unknown>>;
  /** Each child as it would be. */
  readonly children: readonly AskedChild[];
  readonly dated: readonly FactToDate[];
  /** What could not be read, each under `page#field`. */
  readonly problems: readonly Problem[];
  readonly isEmpty: boolean;
}

/** What a person changes of a report. `code` is our own authority’s, `areas` those it asks about. */
export function amendmentOf(
  report: IncidentReport,
  answers: Answers,
  { code, areas }: Pick<Authority, 'code' | 'areas'>,
): Amendment {
  const incident = incidentAfter(report, answers, { areas });
  const { becameAwareAt } = incident.after;
  const on = ageDateOf(incident.after);
  const read = refsOf(report, answers).map((ref, index) => {
    const forms = formsOf(answers, index);
    const after = childAfter(report.children[index] ?? unknownChild, forms, { on, code });
    const isAsked = forms.care !== undefined && mayBeCareLeaver(after.child, on);
    const problems = after.problems.map(underPage(slugOf({ name: 'about', child: index })));
    return { child: { ...after.child, ref }, isAsked, problems };
  });
  const children = read.map(({ child }) => child);
  const dated = factsToDate(report, { children, becameAwareAt });
  const moments = toldMoments(answers.known, dated, becameAwareAt);
  const patches = read.map(({ child, isAsked }, index) =>
    childPatch(child, { was: report.children[index], isAsked, moments: moments.of(index) }),
  );
  const isChanged = patches.some((patch) => Object.keys(patch).length > 1);
  const patch = { ...incident.patch, ...(isChanged && { children: patches }) };
  const unread = [...incident.problems, ...read.flatMap(({ problems }) => problems)];
  const problems = [...unread, ...moments.problems];
  return { patch, children, dated, problems, isEmpty: Object.keys(patch).length === 0 };
}

const formsOf = (answers: Answers, child: number): ChildForms =>
  Object.fromEntries(
    childPages.flatMap((name) => {
      const form = answers[slugOf({ name, child })];
      return form ? [[name, form]] : [];
    }),
  );

const most = 20;
const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** The report’s own, and as many further letters as children were counted. */
export function refsOf({ children }: Pick<IncidentReport, 'children'>, answers: Answers): string[] {
  const known = children.map(({ ref }) => ref);
  const count = Math.min(Number(textOf(answers.children ?? {}, 'count')) || 0, most);
  const free = letters.filter((letter) => !known.includes(letter));
  return [...known, ...free.slice(0, Math.max(0, count - known.length))];
}

interface Against {
  readonly was: Child | undefined;
  /** Whether this was a care leaver was asked. */
  readonly isAsked: boolean;
  readonly moments: ChildMoments;
}

/** Only the reference where nothing changes. What nobody was asked is left to its default. */
function childPatch(child: AskedChild, { was, isAsked, moments: { knownAt, reason } }: Against) {
  const changed = Object.entries(child).filter(
    ([key, value]) => key !== 'careLeaver' && was?.[key as keyof Child] !== value,
  );
  const isOther = child.careLeaver !== was?.careLeaver || changed.length > 0;
  const isDated = Object.keys(knownAt).length > 0;
  return {
    ...Object.fromEntries(changed),
    ...(isAsked && isOther && { careLeaver: child.careLeaver }),
    ref: child.ref,
    ...(isDated && { knownAt }),
    ...(isDated && reason !== null && { knownAtReason: reason }),
  };
}

/** Whether any fact has an answer that it had not: it matters since when that is known. */
export const hasNewFacts = ({ dated }: Amendment): boolean =>
  dated.some(({ isChanged, isAnswered }) => isChanged && isAnswered);
