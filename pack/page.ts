import type { Entry } from '../domain/record/entry';
import type { CaseState, RecordedFact } from '../domain/case/state';
import { viewCase } from '../domain/case/view';
import { type TaskView } from '../domain/record/task-view';
import { Html, markup } from '../domain/html';
import type { Fact } from '../domain/report';
import { rulebookOf } from '../domain/rulebook';
import { momentInWords, shortMoment } from '../domain/when';
import { dateInWords, lateWords, strengthWords } from '../domain/wording';
import type { Manifest } from './format';
import { pageStyle } from './page-style';

/** What a page is made of: all of it is in the pack's other files. */
export interface PageSource {
  readonly manifest: Pick<Manifest, 'exportedAt' | 'exportedBy' | 'chain'>;
  readonly registerHead: string;
  readonly state: CaseState;
  readonly entries: readonly Entry[];
}

/** The timeline as one page to read and to print. It loads nothing, and all text is escaped. */
export function timelinePage({ manifest, registerHead, state, entries }: PageSource): string {
  const { exportedAt, exportedBy, chain } = manifest;
  const { duties, tasks, facts } = viewCase(state, exportedAt);
  const { title, id, notChecked } = rulebookOf(state.rulebook);
  return document(
    `Incident record ${state.reference}`,
    markup`<p class="note">This page holds data about children. It may be disclosed. Keep it as the record is kept.</p>
<dl>
<dt>Stands</dt><dd>${state.status}</dd>
<dt>The authority became aware</dt><dd>${momentInWords(state.becameAwareAt)}</dd>
<dt>Checked against</dt><dd>${title} (${id}). Not checked: ${notChecked.join('; ')}</dd>
<dt>Bank holidays</dt><dd>${state.calendar}</dd>
<dt>Exported</dt><dd>${momentInWords(exportedAt)}, by ${exportedBy}</dd>
</dl>
<h2>Who had to be told</h2>
${table(taskColumns, duties.map(taskRow))}
<h2>The authority’s own tasks</h2>
${table(taskColumns, tasks.map(taskRow))}
<h2>Facts</h2>
<ul>
${facts.map(factItem)}
</ul>
<h2>What happened</h2>
<div class="timeline">
${table(['No.', 'When', 'Recorded', 'Who', 'What', 'Rule'], entries.map(entryRow))}
</div>
<h2>Proof</h2>
<p>Each of the ${chain.entries} entries is chained to the one before it by a hash (SHA-256). READ-ME.txt says how to check them.</p>
<dl class="hashes">
<dt>Last entry of this record</dt><dd>${chain.hash}</dd>
<dt>Register at the time</dt><dd>${registerHead}</dd>
</dl>`,
  );
}

const document = (title: string, body: Html): string =>
  markup`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Html(pageStyle)}</style>
</head>
<body>
<h1>${title}</h1>
${body}
</body>
</html>
`.text;

const taskColumns = ['Task', 'Due', 'Stands', 'Evidence'];

const table = (columns: readonly string[], rows: readonly Html[]): Html =>
  markup`<table>
<thead><tr>${columns.map((column) => markup`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows}
</tbody>
</table>`;

const row = (cells: readonly (string | Html | null)[], id: string | null = null): Html =>
  markup`<tr${id === null ? null : markup` id="${id}"`}>${new Html(cells.map((cell) => markup`<td>${cell}</td>`.text).join(''))}</tr>`;

/** One entry, on one line of the page: a check finds it there. */
export const entryRow = ({ number, at, recordedAt, by, text, rule }: Entry): Html =>
  row(
    [`${number}`, shortMoment(at), shortMoment(recordedAt), by, oneLine(text), rule],
    `entry-${number}`,
  );

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

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

const factWords = {
  harm: 'harm',
  abuseOrNeglect: 'abuse or neglect',
  lookedAfter: 'looked after',
  regulatedSetting: 'in a regulated setting',
  careLeaver: 'care leaver',
} as const satisfies Record<Fact, string>;

function factItem({ child, fact, value, knownAt, by, struckAt }: RecordedFact): Html {
  const answer = value === 'not-yet-known' ? 'don’t know yet' : value.replaceAll('-', ' ');
  const words = `Child ${child}, ${factWords[fact]}: ${answer} (known ${momentInWords(knownAt)}; by ${by})`;
  return struckAt === null
    ? markup`<li>${words}</li>`
    : markup`<li><s>${words}</s>, struck out ${momentInWords(struckAt)}</li>`;
}
