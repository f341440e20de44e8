import type { Calendar } from './calendar';
import { mergeReport } from './merge-report';
import type { Parsed, Problem } from './problem';
import { facts, parseReport, type IncidentReport } from './report';

interface Context {
  readonly now: string;
  readonly calendar: Calendar;
}

/** The report with a merge patch applied, as handed in; or every problem with the patch. */
export function amendReport(report: unknown, patch: unknown, context: Context): Parsed<unknown> {
  if (patch === null) return { ok: true, value: report };
  const merged = mergeReport(report, patch);
  if (!merged.ok) return merged;
  const [before, after] = [parseReport(report, context), parseReport(merged.value, context)];
  if (!before.ok || !after.ok) return after.ok ? merged : after;
  const problems = undatedChanges({ before: before.value, after: after.value, patch });
  return problems.length > 0 ? { ok: false, problems } : merged;
}

/** A changed fact that moves a clock must say since when it is known: never by the time of typing. */
function undatedChanges({ before, after, patch }: Amendment): Problem[] {
  return before.children.flatMap((child, index) => {
    const now = after.children[index];
    const written = writtenChild(patch, child.ref);
    if (!now || !written) return [];
    return facts
      .filter((fact) => child[fact] !== now[fact] && fact in written.child)
      .filter((fact) => !written.knownAt[fact])
      .map((fact) => ({
        path: `children[${written.index}].knownAt.${fact}`,
        problem: 'The fact changes, and the patch does not say since when it is known',
        remedy:
          'Write the moment at which the authority knew it, such as 2026-12-22T17:30:00+00:00',
      }));
  });
}

interface Amendment {
  readonly before: IncidentReport;
  readonly after: IncidentReport;
  readonly patch: unknown;
}

interface WrittenChild {
  readonly index: number;
  readonly child: object;
  readonly knownAt: Readonly<Record<string, unknown>>;
}

function writtenChild(patch: unknown, ref: string): WrittenChild | null {
  const children = isObject(patch) && 'children' in patch ? patch.children : [];
  if (!Array.isArray(children)) return null;
  const index = children.findIndex((one) => isObject(one) && 'ref' in one && one.ref === ref);
  const child: unknown = children[index];
  if (!isObject(child)) return null;
  const knownAt = 'knownAt' in child && isObject(child.knownAt) ? child.knownAt : {};
  return { index, child, knownAt: { ...knownAt } };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
