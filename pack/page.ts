import { Html, markup } from '../domain/html';
import type { Entry } from '../domain/record/entry';
import { recordKinds } from '../domain/record/kinds';
import { viewRecord, type AnyState, type RecordView } from '../domain/records';
import { rulebookOf } from '../domain/rulebook';
import { momentInWords, shortMoment } from '../domain/when';
import type { Manifest } from './format';
import { pageStyle } from './page-style';
import { partsOf } from './record-parts';
import { row, table } from './table';

/** When the clock of an incident began; the other kinds say it among what is known of them. */
const awareness = (view: RecordView): Html | null =>
  view.kind === 'incident'
    ? markup`<dt>The authority became aware</dt><dd>${momentInWords(view.becameAwareAt)}</dd>
`
    : null;

/** What a page is made of: all of it is in the pack's other files. */
export interface PageSource {
  readonly manifest: Pick<Manifest, 'exportedAt' | 'exportedBy' | 'chain'>;
  readonly registerHead: string;
  readonly state: AnyState;
  readonly entries: readonly Entry[];
}

/** The timeline as one page to read and to print. It loads nothing, and all text is escaped. */
export function timelinePage({ manifest, registerHead, state, entries }: PageSource): string {
  const { exportedAt, exportedBy, chain } = manifest;
  const view = viewRecord(state, exportedAt);
  const { title, id, notChecked } = rulebookOf(state.rulebook);
  return document(
    `${recordKinds[state.kind].words} ${state.reference}`,
    markup`<p class="note">This page holds data about children. It may be disclosed. Keep it as the record is kept.</p>
<dl>
<dt>Stands</dt><dd>${state.status}</dd>
${awareness(view)}<dt>Checked against</dt><dd>${title} (${id}). Not checked: ${notChecked.join('; ')}</dd>
<dt>Bank holidays</dt><dd>${state.calendar}</dd>
<dt>Exported</dt><dd>${momentInWords(exportedAt)}, by ${exportedBy}</dd>
</dl>
${partsOf(view)}
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

/** One entry, on one line of the page: a check finds it there. */
export const entryRow = ({ number, at, recordedAt, by, text, rule }: Entry): Html =>
  row(
    [`${number}`, shortMoment(at), shortMoment(recordedAt), by, oneLine(text), rule],
    `entry-${number}`,
  );

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
