import { surenessWords } from '../domain/around/panel-form';
import type { PanelSheet } from '../domain/around/panel-sheet';
import type { SheetLine } from '../domain/around/sheet';
import { rulebookOf } from '../domain/rulebook';
import { footer } from './assessment-text';
import { section } from './section';

/** What `sheet` prints for a person. */
export function sheetText(sheet: PanelSheet): string {
  const { reference, service, before, groups, draft, rulebook } = sheet;
  return [
    `${reference}: what the national Panel’s online form will ask`,
    service,
    ...section('Before you submit', before.map(indented)),
    ...groups.flatMap(({ title, hint, lines }) =>
      section(hint === null ? title : `${title} (${hint})`, lines.map(lineText)),
    ),
    '',
    ...Object.entries(marks).map(
      ([sureness, mark]) => `${mark} ${surenessWords[sureness as Sure]}`,
    ),
    ...section('Text to copy', draft.split('\n').map(indented)),
    '',
    ...footer(rulebookOf(rulebook)),
  ].join('\n');
}

type Sure = SheetLine['sureness'];

const marks = { read: '*', implied: '?' } as const satisfies Record<Sure, string>;

const indented = (line: string): string => (line === '' ? '' : `  ${line}`);

function lineText({ asks, sureness, known, fetch }: SheetLine): string {
  const said = [known ?? [], fetch === null ? [] : `[fetch: ${fetch}]`].flat().join(' ');
  return `  ${marks[sureness]} ${asks}: ${said}`;
}
