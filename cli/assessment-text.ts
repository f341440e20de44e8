import type { Assessment } from '../domain/assess-report';
import type { ChildAssessment, CriterionAnswer } from '../domain/assess';
import { decisionWords } from '../domain/case/decision-words';
import { factWords } from '../domain/case/fact-words';
import type { Authority } from '../domain/authority';
import { rulebookOf, type Rulebook } from '../domain/rulebook';
import { authorityName, dateInWords, strengthWords } from '../domain/wording';
import { dueLines, workingLines } from './clock-text';
import { groupBy } from '../domain/group-by';
import { momentInWords } from '../domain/when';

const answerWords = { met: 'MET', 'not-met': 'not met', 'not-yet-known': 'NOT YET KNOWN' } as const;

/** What `assess` prints for a person: the decision, its reasons, who must be told and by when. */
export function assessmentText(assessment: Assessment, authority: Authority): string {
  const rulebook = rulebookOf(assessment.rulebook);
  return [
    decisionText(assessment),
    ...assessment.children.flatMap((child) => childLines(child, rulebook)),
    ...dutyLines(assessment.duties, authority),
    ...ownTaskLines(assessment.tasks),
    '',
    ...footer(rulebook),
  ].join('\n');
}

function decisionText({ decision, duties }: Assessment): string {
  if (decision === 'notify' && duties.length === 0) {
    return 'A CRITERION IS MET, but no duty to notify arises here: see “Your own tasks” for the reason.';
  }
  const [lead, rest] = decisionWords[decision];
  return lead.toUpperCase() + rest;
}

/** What a reader must know of any record: what it was checked against, and that it may be read. */
export function footer({ id, title, notChecked }: Rulebook): string[] {
  return [
    `Checked against rulebook ${id} (${title}).`,
    `Not checked against: ${notChecked.join('; ')}.`,
    'This record may be disclosed.',
  ];
}

/** One child: every criterion with its answer, reasons and source. */
export function childLines(
  { ref, criteria }: ChildAssessment,
  { criteria: rules }: Rulebook,
): string[] {
  const lines = criteria.flatMap((one) => {
    const words = rules.find(({ id }) => id === one.id)?.words ?? one.id;
    return [`  ${answerWords[one.answer]}: ${words}`, ...reasonLines(one)];
  });
  return ['', `Child ${ref}`, ...lines];
}

function reasonLines({ because, missing, source, ...one }: CriterionAnswer): string[] {
  const lines = [`because: ${because.join('; ')}`];
  if (missing.length > 0)
    lines.push(`to find out: ${missing.map((fact) => factWords[fact]).join(', ')}`);
  if (one.ifMet) lines.push(`if met, due by the end of ${dateInWords(one.ifMet.dueOn)}`);
  if (one.clockStartsAt) lines.push(`known since ${momentInWords(one.clockStartsAt)}`);
  if (one.answer !== 'not-met') lines.push(`source: ${source}. ${strengthWords[one.strength]}`);
  return lines.map((line) => `      ${line}`);
}

type Duty = Assessment['duties'][number];

/** Duties with the same clock share one account of its days. */
function dutyLines(duties: readonly Duty[], authority: Authority): string[] {
  if (duties.length === 0) return [];
  const sameClock = groupBy(
    duties,
    ({ clockStartsAt, ladder }) => `${clockStartsAt} ${JSON.stringify(ladder)}`,
  );
  return [
    '',
    'Who must be told',
    ...[...sameClock.values()].flatMap((group) => [
      ...group.flatMap((duty) => titleLines(duty, authority)),
      ...group
        .slice(0, 1)
        .flatMap((duty) => [
          group.length === 1
            ? '    How that was counted'
            : `    How these ${group.length} were counted`,
          ...workingLines(duty).map((line) => `      ${line}`),
        ]),
    ]),
  ];
}

function titleLines({ title, task, strength, ...duty }: Duty, authority: Authority): string[] {
  const held =
    duty.kind === 'notify'
      ? []
      : [`held by ${authorityName(authority, duty.heldBy)}: ${duty.holderReason}`];
  const details = [strengthWords[strength], ...dueLines(duty), ...held];
  return [`  ${title}  [${task}]`, ...details.map((line) => `      ${line}`)];
}

function ownTaskLines(tasks: Assessment['tasks']): string[] {
  if (tasks.length === 0) return [];
  const lines = tasks.flatMap(({ title, task, because, dueOn }) => [
    `  ${title}  [${task}]`,
    `      because ${because}; due by the end of ${dateInWords(dueOn)}`,
  ]);
  return ['', 'Your own tasks', ...lines];
}
