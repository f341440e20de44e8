import { facts, type Child, type Fact, type IncidentReport } from '../../../domain/report';

/** A fact of which it is asked since when the authority has known it. */
export interface FactToDate {
  /** The child’s place in the report. */
  readonly child: number;
  readonly fact: Fact;
  /** Where its moment is typed. */
  readonly field: string;
  /** As recorded so far; the awareness of the incident where nothing else was said. */
  readonly knownAt: string;
  readonly isChanged: boolean;
  readonly isAnswered: boolean;
}

const momentField = (child: number, fact: Fact): string => `at-${child + 1}-${fact}`;

type Answered = Readonly<Pick<Child, Fact>>;

/** Every answered fact that was asked for, of the report as it would be, against what is recorded. */
export function factsToDate(
  before: Pick<IncidentReport, 'children'>,
  after: { readonly children: readonly Answered[]; readonly becameAwareAt: string },
): FactToDate[] {
  return after.children.flatMap((child, index) => {
    const was = before.children[index];
    return facts
      .filter((fact) => wasAsked(child, fact) || (was && was[fact] !== child[fact]))
      .map((fact) => ({
        ...{ child: index, fact, field: momentField(index, fact) },
        knownAt: was?.knownAt[fact] ?? after.becameAwareAt,
        isChanged: was?.[fact] !== child[fact],
        isAnswered: child[fact] !== 'not-yet-known',
      }));
  });
}

const wasAsked = (child: Answered, fact: Fact): boolean =>
  child[fact] !== 'not-yet-known' && !(fact === 'careLeaver' && child.careLeaver === 'no');
