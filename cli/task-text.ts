import { fileWords } from '../domain/evidence-file';
import { standingWords } from '../domain/record/standing-words';
import type { Evidence } from '../domain/record/task-book';
import type { TaskView } from '../domain/record/task-view';
import { momentInWords } from '../domain/when';
import { strengthWords } from '../domain/wording';
import { clockLines } from './clock-text';

/** A task with all that is known of it. */
export function taskLines(task: TaskView): string[] {
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
    `  ${standingWords(task).toUpperCase()}: ${title}  [${id}]`,
    ...details.map((line) => `      ${line}`),
    ...clockLines(isOver ? { ...task, ladder: [] } : task),
  ];
}

const fileLine = ({ file }: Evidence): string[] =>
  file === undefined ? [] : [`proved by a file: ${fileWords(file)}  [${file.id}]`];

function stateDetails({ acknowledged, evidence, ended }: TaskView): string[] {
  return [
    ...(acknowledged
      ? [`acknowledged by ${acknowledged.by}, ${momentInWords(acknowledged.at)}`]
      : []),
    ...(evidence
      ? [
          `done ${momentInWords(evidence.at)} by ${evidence.by}, ${evidence.channel}; ` +
            `told: ${evidence.told}; reference: ${evidence.reference ?? 'none'}`,
          ...fileLine(evidence),
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
