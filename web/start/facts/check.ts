import { decisionWords } from '../../../domain/case/decision-words';
import type { Problem } from '../../../domain/problem';
import { parseReport } from '../../../domain/report';
import { goTo, page, type Answer } from '../../answer';
import { mistakes, type Mistakes } from '../../forms';
import { plain } from '../../plain';
import { textOf, type RecordVisit } from '../../visit';
import { likelySeenBy } from '../likely';
import { criteriaShown, tasksShown } from './ahead-shown';
import { lookAhead, type Ahead, type Desk } from './desk';
import { dropDraft } from './draft';
import { placed, problemsIn, needsDates } from './problems';
import { answersShown } from './answers-shown';

/** Everything as it would be: answers, criteria with their reasons, tasks with their dates. */
export async function showCheck(
  visit: RecordVisit,
  desk: Desk,
  refused: readonly Problem[] = [],
): Promise<Answer> {
  const { record, authority, body } = visit;
  const ahead = lookAhead(visit, desk);
  const { amendment, planned } = ahead;
  const report = planned.ok ? parseReport(planned.plan.report, visit) : null;
  const shown = {
    ...{ isEmpty: amendment.isEmpty, isBegun: desk.draft !== null },
    groups: answersShown(report?.ok ? report.value : desk.report, authority),
    ...(planned.ok && {
      ...{ decision: decisionWords[planned.plan.decision], children: criteriaShown(planned.plan) },
      tasks: tasksShown(planned.plan, authority),
      likely: await likelyOthers(visit, planned.plan.report),
    }),
    asksKind: mayBeCorrection(desk, ahead),
    typed: body,
    wrong: linked([...problems(ahead, desk), ...refused], record.reference),
  };
  return page('start/facts/check', shown, refused.length > 0 ? 422 : 200);
}

/** Hands everything in as one action; sent twice, it is one. */
export async function handOver(visit: RecordVisit, desk: Desk): Promise<Answer> {
  const { record, person, body, cases } = visit;
  const done = goTo(`/records/${record.reference}/facts/done`);
  const { draft } = desk;
  if (!draft) return done;
  const ahead = lookAhead(visit, desk);
  const wrong = [...problems(ahead, desk), ...kindProblems(visit, mayBeCorrection(desk, ahead))];
  if (wrong.length > 0) return showCheck(visit, desk, wrong);
  const correction = textOf(body, 'kind') === 'correction';
  const reason = textOf(body, 'reason') || null;
  const wish = { name: 'amend', patch: ahead.amendment.patch, correction, reason } as const;
  const outcome = await cases.act(record.reference, wish, {
    by: person.id,
    actionId: draft.actionId,
  });
  if (!outcome.ok) return showCheck(visit, desk, outcome.problems.map(placed));
  await dropDraft(visit);
  return done;
}

function problems(ahead: Ahead, { answers }: Desk): readonly Problem[] {
  if (!needsDates(ahead, answers)) return problemsIn(ahead);
  const problem = 'Whether all this was known at first is not answered';
  return [
    ...problemsIn(ahead),
    { path: 'known#same', problem, remedy: 'Say since when the authority has known it' },
  ];
}

function kindProblems({ body }: RecordVisit, isAsked: boolean): Problem[] {
  const kind = textOf(body, 'kind');
  if (isAsked && kind === '') {
    const problem = 'Whether something is new or was recorded wrongly is not answered';
    return [{ path: '#kind', problem, remedy: 'Choose an answer' }];
  }
  if (kind !== 'correction' || textOf(body, 'reason') !== '') return [];
  const problem = 'A correction needs its reason';
  return [{ path: '#reason', problem, remedy: 'Write what was recorded wrongly, and why' }];
}

/** Something that was known already would be another. */
function mayBeCorrection({ report }: Desk, { amendment }: Ahead): boolean {
  const { dated, patch } = amendment;
  const wasKnown = dated.some(({ child, fact, isChanged }) => {
    const was = report.children[child]?.[fact];
    return isChanged && was !== undefined && was !== 'not-yet-known';
  });
  const isRedated = dated.some(
    ({ child, fact, isChanged }) => !isChanged && knownAtIn(patch, child, fact),
  );
  return (
    wasKnown || isRedated || ['becameAwareAt', 'place', 'occurredOn'].some((key) => key in patch)
  );
}

function knownAtIn(patch: Ahead['amendment']['patch'], child: number, fact: string): boolean {
  const children = (patch['children'] ?? []) as readonly { readonly knownAt?: object }[];
  return Object.hasOwn(children[child]?.knownAt ?? {}, fact);
}

/** Each problem as a link to the page and field that it belongs to. */
function linked(problems: readonly Problem[], reference: string): Mistakes {
  const wrong = mistakes(
    problems.map((one) => ({ ...one, problem: plain(one.problem), remedy: plain(one.remedy) })),
  );
  const at = (href: string): string => {
    const place = href.slice(1);
    return /^\d*-?\w+#/.test(place)
      ? `/records/${reference}/facts/${place}`
      : `#${place.replace(/^#/, '')}`;
  };
  return {
    summary: wrong.summary.map(({ text, href }) => ({ text, href: at(href) })),
    at: Object.fromEntries(
      Object.entries(wrong.at).map(([path, text]) => [path.replace(/^#/, ''), text]),
    ),
  };
}

/** Those that it is not linked with. */
function likelyOthers(visit: RecordVisit, report: unknown) {
  const { reference, ...record } = visit.record;
  const linked = record.kind === 'incident' ? record.linked : [];
  return likelySeenBy(visit, report, [reference, ...linked.map((other) => other.reference)]);
}
