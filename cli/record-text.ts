import { inWords } from '../domain/case/proposals';
import type { RecordedFact } from '../domain/case/state';
import type { CaseView } from '../domain/case/view';
import type { TaskView } from '../domain/record/task-view';
import { rulebookOf } from '../domain/rulebook';
import { lateWords, strengthWords } from '../domain/wording';
import { childLines, footer } from './assessment-text';
import { clockLines } from './clock-text';
import { momentInWords } from '../domain/when';

/** What `show` prints for a person. */
export function recordText(view: CaseView): string {
  const rulebook = rulebookOf(view.rulebook);
  return [
    `${view.reference}: ${view.status}`,
    `The authority became aware: ${momentInWords(view.becameAwareAt)}`,
    ...linkLines(view),
    '',
    'Facts',
    ...view.facts.map(factLine),
    ...view.children.flatMap((child) => childLines(child, rulebook)),
    ...section('Who must be told', view.duties.flatMap(taskLines)),
    ...section('Your own tasks', view.tasks.flatMap(taskLines)),
    ...section('Proposals', view.proposals.map(proposalLine)),
    '',
    ...footer(rulebook),
  ].join('\n');
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines];

function linkLines({ linked, becameAwareAt, earliestAwareAt }: CaseView): string[] {
  const lines = linked.map(
    (other) =>
      `The same incident as ${other.reference}, which says: aware ${momentInWords(other.becameAwareAt)}`,
  );
  if (earliestAwareAt === becameAwareAt) return lines;
  return [...lines, `The authority first knew: ${momentInWords(earliestAwareAt)}`];
}

function factLine({ child, fact, value, knownAt, struckAt, by }: RecordedFact): string {
  const struck = struckAt === null ? '' : `; struck out ${momentInWords(struckAt)}`;
  return `  ${child} ${fact}: ${value} (known ${momentInWords(knownAt)}, by ${by}${struck})`;
}

function proposalLine({ id, by, at, reason, what, state }: CaseView['proposals'][number]): string {
  return `  ${id} (${state}) by ${by}, ${momentInWords(at)}: ${inWords(what)}. Reason: ${reason}`;
}

function taskLines(task: TaskView): string[] {
  const { title, task: id, strength, owner, heldBy, notReached, because } = task;
  const isOver = task.evidence !== null || task.ended !== null;
  const details = [
    `because ${because}. ${strengthWords[strength]}`,
    ...(heldBy === null ? [] : [`held by ${heldBy}`]),
    ...(owner === null ? [] : [`owner: ${owner}`]),
    ...stateDetails(task),
    ...notReached.map((who) => `not reached: ${who}`),
    ...task.explanations.map(
      ({ by, at, text }) => `explained by ${by}, ${momentInWords(at)}: ${text}`,
    ),
  ];
  return [
    `  ${stateWords(task)}: ${title}  [${id}]`,
    ...details.map((line) => `      ${line}`),
    ...clockLines(isOver ? { ...task, ladder: [] } : task),
  ];
}

function stateWords({ state, strength }: TaskView): string {
  if (state === 'late') return lateWords[strength].toUpperCase();
  if (state !== 'done-late') return state.toUpperCase();
  return strength === 'must' ? 'DONE LATE' : 'DONE, TARGET MISSED';
}

function stateDetails({ acknowledged, evidence, ended }: TaskView): string[] {
  return [
    ...(acknowledged
      ? [`acknowledged by ${acknowledged.by}, ${momentInWords(acknowledged.at)}`]
      : []),
    ...(evidence
      ? [
          `done ${momentInWords(evidence.at)} by ${evidence.by}, ${evidence.channel}; ` +
            `told: ${evidence.told}; reference: ${evidence.reference ?? 'none'}`,
        ]
      : []),
    ...(ended
      ? [
          `ended ${momentInWords(ended.at)}: ${ended.because}` +
            (ended.approvedBy === null ? '' : `; approved by ${ended.approvedBy}`),
        ]
      : []),
  ];
}
