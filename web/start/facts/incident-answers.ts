import type { Problem } from '../../../domain/problem';
import type { Authority } from '../../../domain/authority';
import type { IncidentReport } from '../../../domain/report';
import { listOf, textOf, type Form } from '../../visit';
import { firstReport } from '../first-report';
import { underPage, type Answers } from './pages';
import { sameMinute } from './told-moments';

type Fields = Pick<
  IncidentReport,
  'becameAwareAt' | 'occurredOn' | 'place' | 'incidentArea' | 'summary'
>;

/** What the pages about the whole incident come to, read as the first four are. */
export function incidentAfter(
  report: IncidentReport,
  answers: Answers,
  { areas }: Pick<Authority, 'areas'>,
) {
  const first = firstReport({
    ...{ reference: '', begunAt: report.becameAwareAt },
    answers: { aware: answers.aware ?? {}, where: answers.where ?? {} },
  });
  const after = {
    ...fieldsIn(report, answers, first.report),
    ...(answers.children && { otherAreas: areasAfter(report, answers.children, areas) }),
  };
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
  { aware, where, what }: Answers,
  { becameAwareAt = report.becameAwareAt, ...written }: Partial<Fields>,
): Partial<Fields> {
  const isSame = sameMinute(becameAwareAt, report.becameAwareAt);
  return {
    ...(aware && { becameAwareAt: isSame ? report.becameAwareAt : becameAwareAt }),
    ...(where && { incidentArea: null, ...pick(written, 'occurredOn', 'place', 'incidentArea') }),
    ...(what && { summary: textOf(what, 'summary') || null }),
  };
}

/** Those chosen; an area that the authority’s file does not list is not asked about, and stays. */
function areasAfter(
  { otherAreas }: IncidentReport,
  form: Form,
  listed: Authority['areas'],
): readonly string[] {
  const chosen = listOf(form, 'areas');
  const isKept = (code: string) =>
    chosen.includes(code) || !listed.some((area) => area.code === code);
  return [...new Set([...otherAreas.filter(isKept), ...chosen])];
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
