import { factValueWords, factWords } from '../domain/case/fact-words';
import type { RecordedFact } from '../domain/case/state';
import type { CaseView } from '../domain/case/view';
import { type Html, markup } from '../domain/html';
import type { TaskView } from '../domain/record/task-view';
import type { RecordView } from '../domain/records';
import { referralSections } from '../domain/referral/sections';
import { reviewSections } from '../domain/review/sections';
import { momentInWords } from '../domain/when';
import { dateInWords, lateWords, strengthWords } from '../domain/wording';
import { row, table } from './table';

/** What is known and what was to be done, by the kind of record. */
export function partsOf(view: RecordView): Html {
  if (view.kind === 'incident') return incidentParts(view);
  const sections = view.kind === 'referral' ? referralSections(view) : reviewSections(view);
  const shown = sections.filter(({ lines }) => lines.length > 0);
  return markup`${shown.map(({ title, lines }) => list(title, lines.map(plainItem)))}
<h2>Tasks</h2>
${table(taskColumns, view.tasks.map(taskRow))}`;
}

const incidentParts = ({ duties, tasks, facts }: CaseView): Html =>
  markup`<h2>Who had to be told</h2>
${table(taskColumns, duties.map(taskRow))}
<h2>The authority’s own tasks</h2>
${table(taskColumns, tasks.map(taskRow))}
${list('Facts', facts.map(factItem))}`;

const list = (title: string, items: readonly Html[]): Html =>
  markup`<h2>${title}</h2>
<ul>
${items}
</ul>`;

const plainItem = (line: string): Html => markup`<li>${line}</li>`;

const taskColumns = ['Task', 'Due', 'Stands', 'Evidence'];

function taskRow(task: TaskView): Html {
  const proof = proofOf(task);
  const explained = task.explanations.map(
    ({ by, at, text }) => `Explained by ${by}, ${momentInWords(at)}: ${text}`,
  );
  const lines = [...(proof === null ? [] : [proof]), ...explained];
  return row([
    markup`${task.title}<br><small>${strengthWords[task.strength]}</small>`,
    task.dueOn && dateInWords(task.dueOn),
    stands(task),
    markup`${lines.map((line) => markup`<div>${line}</div>`)}`,
  ]);
}

function stands({ state, strength }: TaskView): string {
  if (state === 'late') return lateWords[strength];
  if (state === 'done-late') return `done, ${lateWords[strength]}`;
  return state === 'cancelled' ? 'ended' : state;
}

function proofOf({ acknowledged, evidence, ended }: TaskView): string | null {
  if (evidence) {
    const { at, by, channel, told, reference } = evidence;
    return `${momentInWords(at)}, by ${by}, ${channel}. Told: ${told}. Reference: ${reference ?? 'none'}`;
  }
  if (ended) {
    const approved = ended.approvedBy === null ? '' : `; approved by ${ended.approvedBy}`;
    return `${momentInWords(ended.at)}: ${ended.because}${approved}`;
  }
  return acknowledged ? `${acknowledged.by} has it, since ${momentInWords(acknowledged.at)}` : null;
}

function factItem({ child, fact, value, knownAt, by, struckAt }: RecordedFact): Html {
  const words = `Child ${child}, ${factWords[fact]}: ${factValueWords(value)} (known ${momentInWords(knownAt)}; by ${by})`;
  return struckAt === null
    ? markup`<li>${words}</li>`
    : markup`<li><s>${words}</s>, struck out ${momentInWords(struckAt)}</li>`;
}
