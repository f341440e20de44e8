import type { Problem } from '../../../domain/problem';
import type { IncidentReport } from '../../../domain/report';
import { listOf, textOf } from '../../visit';
import { firstReport } from '../first-report';
import { underPage, type Answers } from './pages';
import { sameMinute } from './told-moments';

type Fields = Pick<
  IncidentReport,
  'becameAwareAt' | 'occurredOn' | 'place' | 'incidentArea' | 'summary' | 'otherAreas'
>;

/** What the pages about the whole incident come to, read as the first four are. */
export function incidentAfter(report: IncidentReport, answers: Answers) {
  const first = firstReport({
    ...{ reference: '', begunAt: report.becameAwareAt },
    answers: { aware: answers.aware ?? {}, where: answers.where ?? {} },
  });
  const after = fieldsIn(report, answers, first.report);
  const changed = Object.entries(after).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(report[key as keyof Fields]),
  );
  const problems = first.problems.map((problem): Problem =>
    underPage(problem.path.startsWith('known') ? 'aware' : 'where')(problem),
  );
  const patch = { ...Object.fromEntries(changed), ...reporterIn(report, answers) };
  return { after: { ...report, ...after }, patch, problems };
}

function fieldsIn(
  report: IncidentReport,
  { aware, where, what, children }: Answers,
  { becameAwareAt = report.becameAwareAt, ...written }: Partial<Fields>,
): Partial<Fields> {
  const isSame = sameMinute(becameAwareAt, report.becameAwareAt);
  return {
    ...(aware && { becameAwareAt: isSame ? report.becameAwareAt : becameAwareAt }),
    ...(where && { incidentArea: null, ...pick(written, 'occurredOn', 'place', 'incidentArea') }),
    ...(what && { summary: textOf(what, 'summary') || null }),
    ...(children && { otherAreas: [...listOf(children, 'areas')] }),
  };
}

const pick = <Key extends keyof Fields>(fields: Partial<Fields>, ...keys: Key[]) =>
  Object.fromEntries(keys.flatMap((key) => (key in fields ? [[key, fields[key]]] : []))) as Partial<
    Pick<Fields, Key>
  >;

function reporterIn({ reporter }: IncidentReport, { aware }: Answers) {
  if (!aware) return {};
  const role = textOf(aware, 'who') || null;
  return role === (reporter?.role ?? null) ? {} : { reporter: { role } };
}
