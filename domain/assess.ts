import { isUnder } from './age';
import { all, type Truth } from './kleene';
import type { Child, Fact, IncidentReport } from './report';
import type { ConditionId, Criterion, CriterionId, Rulebook } from './rulebook';
import type { Strength } from './task';
import { addWorkingDays, londonDateOf, type Calendar } from './calendar';

export type Answer = 'met' | 'not-met' | 'not-yet-known';
export type Decision = 'notify' | 'not-yet-known' | 'no-criterion-met';

export interface CriterionAnswer {
  readonly id: CriterionId;
  readonly answer: Answer;
  readonly because: readonly string[];
  /** The facts that would settle it; empty unless the answer is not yet known. */
  readonly missing: readonly Fact[];
  readonly strength: Strength;
  readonly source: string;
  /** Instant, UTC: the latest moment at which the authority knew a needed fact. */
  readonly clockStartsAt: string | null;
  /** What would apply if the authority should have known from the start. */
  readonly ifMet: { readonly clockStartsAt: string; readonly dueOn: string } | null;
}

export interface ChildAssessment {
  readonly ref: string;
  readonly criteria: readonly CriterionAnswer[];
}

/** An answer that a manager changed and a second person approved. */
export interface ChangedAnswer {
  readonly child: string;
  readonly criterion: CriterionId;
  readonly answer: 'met' | 'not-met';
  readonly reason: string;
  /** The child's facts when it was changed: once one that matters is another, it holds no more. */
  readonly given: Readonly<Partial<Record<Fact, string>>>;
}

export interface AssessmentRules {
  readonly rulebook: Rulebook;
  readonly calendar: Calendar;
  readonly regulatedSettingsApply: boolean;
  readonly changedAnswers: readonly ChangedAnswer[];
}

/** Answers every criterion for every child, in the rulebook's order, with reasons. */
export function assess(report: IncidentReport, rules: AssessmentRules): ChildAssessment[] {
  const dateOfIncident = report.occurredOn ?? londonDateOf(report.becameAwareAt);
  const { workingDays } = rules.rulebook.period;
  const ifMet = {
    clockStartsAt: report.becameAwareAt,
    dueOn: addWorkingDays(rules.calendar, londonDateOf(report.becameAwareAt), workingDays).dueOn,
  };
  return report.children.map((child) => ({
    ref: child.ref,
    criteria: rules.rulebook.criteria.map((criterion) => {
      const finding = find(criterion, { child, dateOfIncident, rules });
      const changed = changedAnswer(criterion, child, rules);
      const answer = changed?.answer ?? finding.answer;
      return {
        id: criterion.id,
        answer,
        because: changed ? [`a manager changed the answer: ${changed.reason}`] : finding.because,
        missing: answer === 'not-yet-known' ? finding.missing : [],
        strength: criterion.strength,
        source: criterion.source,
        clockStartsAt: answer === 'met' ? clockStart(criterion, { child, report, rules }) : null,
        ifMet: answer === 'not-yet-known' ? ifMet : null,
      };
    }),
  }));
}

function changedAnswer(criterion: Criterion, child: Child, rules: AssessmentRules) {
  const { conditions } = rules.rulebook;
  return rules.changedAnswers.findLast(
    (one) =>
      one.child === child.ref &&
      one.criterion === criterion.id &&
      criterion.needs.every((id) => one.given[conditions[id].fact] === child[conditions[id].fact]),
  );
}

/** Notify when any criterion is met for any child; else not yet known when any is; else none. */
export function decide(children: readonly ChildAssessment[]): Decision {
  const answers = children.flatMap((child) => child.criteria.map((criterion) => criterion.answer));
  if (answers.includes('met')) return 'notify';
  return answers.includes('not-yet-known') ? 'not-yet-known' : 'no-criterion-met';
}

interface Subject {
  readonly child: Child;
  readonly dateOfIncident: string;
  readonly rules: AssessmentRules;
}

type Finding = Pick<CriterionAnswer, 'answer' | 'because' | 'missing'>;

function find(criterion: Criterion, { child, dateOfIncident, rules }: Subject): Finding {
  if (criterion.optional && !rules.regulatedSettingsApply) {
    return notMet('the authority’s file switches this criterion off');
  }
  if (!isUnder(criterion.age === 'under-18' ? 18 : 25, child.bornOn, dateOfIncident)) {
    return notMet(`${criterion.age === 'under-18' ? '18' : '25'} or older on the incident’s date`);
  }
  const { conditions } = rules.rulebook;
  const truths = criterion.needs.map((id) => ({ id, truth: truthOf(id, child, rules.rulebook) }));
  const answer = answerOf(all(truths.map(({ truth }) => truth)));
  const telling = { met: 'yes', 'not-met': 'no', 'not-yet-known': null }[answer];
  return {
    answer,
    because: truths
      .filter(({ truth }) => telling === null || truth === telling)
      .map(({ id, truth }) => conditions[id].words[truth]),
    missing: truths
      .filter(({ truth }) => truth === 'not-yet-known')
      .map(({ id }) => conditions[id].fact),
  };
}

function notMet(reason: string): Finding {
  return { answer: 'not-met', because: [reason], missing: [] };
}

function answerOf(truth: Truth): Answer {
  return truth === 'yes' ? 'met' : truth === 'no' ? 'not-met' : 'not-yet-known';
}

/** Whether a child’s facts satisfy a condition of the rulebook. */
export function truthOf(id: ConditionId, child: Child, { conditions }: Rulebook): Truth {
  const value = child[conditions[id].fact];
  if (value === 'not-yet-known') return 'not-yet-known';
  return conditions[id].satisfiedBy.includes(value) ? 'yes' : 'no';
}

function clockStart(
  criterion: Criterion,
  { child, report, rules }: { child: Child; report: IncidentReport; rules: AssessmentRules },
): string {
  return criterion.needs
    .map((id) => child.knownAt[rules.rulebook.conditions[id].fact] ?? report.becameAwareAt)
    .reduce((latest, moment) => (moment > latest ? moment : latest), report.becameAwareAt);
}
