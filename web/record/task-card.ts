import { londonDateOf } from '../../domain/calendar';
import { fileWords } from '../../domain/evidence-file';
import { dateInForce, taskDueWords, skippedWords } from '../../domain/record/date-in-force';
import type { TaskView } from '../../domain/record/task-view';
import { momentInWords, shortDate } from '../../domain/when';
import { authorityName, dateInWords, strengthWords } from '../../domain/wording';
import type { RecordVisit } from '../visit';
import { mayAct } from '../may-act';
import { sentence } from '../sentence';
import { buttonsFor, isMissed, isUnfinished } from './buttons';
import { nameOf } from '../who';

/** A task as a page shows it: everything is in words, and every button is one that works. */
export function taskCard(task: TaskView, visit: RecordVisit) {
  const { record, person, authority, calendar, now } = visit;
  const isOpen = isUnfinished(task);
  return {
    id: task.task,
    title: task.title,
    state: task.state,
    strength: task.strength,
    isOpen,
    due: isOpen ? sentence(taskDueWords(task, calendar, now)) : null,
    facts: [
      ...(isOpen ? [] : wasDue(task)),
      ...besides(task),
      row('Why', `${sentence(task.because)}. ${strengthWords[task.strength]}`),
      ...heldBy(task, visit),
      ...(task.owner === null ? [] : [row('Owner', nameOf(authority, task.owner))]),
      ...acknowledged(task, visit),
      ...evidenceRows(task, visit),
      ...task.notReached.map((id) => row('Not reached by mail', nameOf(authority, id))),
    ],
    explanations: task.explanations.map(({ by, at, text }) => ({
      ...{ text, by: nameOf(authority, by), at: momentInWords(at) },
    })),
    days: daysOf(task),
    buttons: buttonsFor(task, record, person),
    explainHere: isMissed(task) && mayAct(record.kind, 'explain', person),
  };
}

interface Row {
  readonly label: string;
  readonly text: string;
  /** Where it leads; absent: nowhere. */
  readonly href?: string;
}

const row = (label: string, text: string): Row => ({ label, text });

function wasDue(task: TaskView) {
  const date = dateInForce(task);
  return date ? [row('Was due', `by the end of ${dateInWords(date.on)}`)] : [];
}

function besides(task: TaskView) {
  const beside = dateInForce(task)?.beside ?? null;
  return beside === null ? [] : [row('The other date', sentence(beside))];
}

const heldBy = ({ kind, heldBy: holder }: TaskView, { authority }: RecordVisit) =>
  holder === null || kind === 'notify'
    ? []
    : [row('Whose duty it is', authorityName(authority, holder))];

const acknowledged = ({ acknowledged: has }: TaskView, { authority }: RecordVisit) =>
  has ? [row('Who has it', `${nameOf(authority, has.by)}, since ${momentInWords(has.at)}`)] : [];

function evidenceRows({ evidence, ended }: TaskView, { authority, record }: RecordVisit): Row[] {
  if (evidence) {
    const by = nameOf(authority, evidence.by);
    const { file } = evidence;
    return [
      row('Done', `${momentInWords(evidence.at)}, by ${by}`),
      row('How', evidence.channel),
      row('Reference', evidence.reference ?? 'none'),
      row('Who was told', evidence.told),
      row('Recorded', momentInWords(evidence.recordedAt)),
      ...(file
        ? [
            {
              ...row('Proof', fileWords(file)),
              href: `/records/${record.reference}/files/${file.id}`,
            },
          ]
        : []),
    ];
  }
  if (!ended) return [];
  const { at, because, approvedBy } = ended;
  const approved = approvedBy === null ? '' : `; approved by ${nameOf(authority, approvedBy)}`;
  return [row('Ended', `${momentInWords(at)}: ${because}${approved}`)];
}

/** The working behind the date. Null: it has none. */
function daysOf(task: TaskView) {
  const { clockStartsAt, counted, skipped } = task;
  if (clockStartsAt === null || counted.length === 0) return null;
  const days = dateInForce(task)?.isClaimed ? 'the days to the later date' : 'the days';
  return {
    title: `How ${days} were counted`,
    zero: dateInWords(londonDateOf(clockStartsAt)),
    counted: counted.map(shortDate),
    skipped: skipped.map(skippedWords),
  };
}
