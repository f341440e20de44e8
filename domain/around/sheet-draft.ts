import { rulebookOf } from '../rulebook';
import { momentInWords } from '../when';
import { panelForm } from './panel-form';
import type { FormAnswer, SheetBasis, SheetGroup, SheetLine } from './sheet';

interface Groups {
  readonly incident: SheetGroup;
  readonly children: readonly SheetGroup[];
}

/** Plain text to copy: what is known, child by child, with blanks marked `[fetch: …]`. */
export function draftText(basis: SheetBasis, { incident, children }: Groups): string {
  const { report, view, authority } = basis;
  const { summary } = report;
  return [
    `Serious child safeguarding incident, notified by ${authority.name}`,
    `Our reference: ${view.reference}`,
    `The authority became aware: ${momentInWords(view.becameAwareAt)}`,
    ...incident.lines
      .filter(({ asks }) => asks !== panelForm.incident.documents.asks)
      .map(draftLine),
    `What happened: ${inDraft({ known: summary, fetch: summary === null ? 'what happened' : null })}`,
    ...children.flatMap(({ title, lines }, index) => [
      '',
      title,
      ...criteriaLine(basis, index),
      ...lines.map(draftLine),
    ]),
  ].join('\n');
}

const draftLine = ({ asks, ...answer }: SheetLine): string => `${asks}: ${inDraft(answer)}`;

const inDraft = ({ known, fetch }: FormAnswer): string =>
  [known ?? [], fetch === null ? [] : `[fetch: ${fetch}]`].flat().join(' ');

/** Which criteria a child meets, and what is known of abuse or neglect. */
function criteriaLine({ report, view }: SheetBasis, index: number): string[] {
  const child = report.children[index];
  if (!child) return [];
  const { criteria } = rulebookOf(view.rulebook);
  const met = view.children
    .filter(({ ref }) => ref === child.ref)
    .flatMap((assessed) => assessed.criteria.filter(({ answer }) => answer === 'met'))
    .map(({ id, source }) => `${criteria.find((one) => one.id === id)?.words ?? id} (${source})`);
  return [
    `Criteria met: ${met.length > 0 ? met.join('; ') : 'none'}`,
    `Abuse or neglect: ${child.abuseOrNeglect.replaceAll('-', ' ')}`,
  ];
}
