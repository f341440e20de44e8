import type { CaseView } from '../case/view';
import { dueOnInForce } from '../record/task-view';
import type { Child } from '../report';
import { momentInWords } from '../when';
import { authorityName, dateInWords } from '../wording';
import { panelForm } from './panel-form';
import type { SheetBasis } from './sheet';

type Duty = CaseView['duties'][number];

/** Whom one submission reaches (GOV.UK); each is still confirmed by a person (our decision). */
const servedByOne = ['panel', 'secretary-of-state', 'ofsted'];

/** What must be known before the form is opened: whether it is ours to submit, and by when. */
export function beforeSubmitting({ view, report, authority }: Omit<SheetBasis, 'by'>): string[] {
  const { duties } = view;
  const panel = latestFor(duties, 'panel');
  const open = servedByOne
    .flatMap((recipient) => latestFor(duties, recipient) ?? [])
    .filter(({ kind, evidence, ended }) => kind === 'notify' && !evidence && !ended);
  return [
    panel
      ? panelLine(panel, authority)
      : 'As the facts stand, no task here asks to notify the national Panel.',
    ...(open.length === 0 ? [] : [servesLine(open, panel)]),
    ...freeTextLine(report.children),
    'What is kept in the case system is not asked here again: fetch from it what is marked so.',
  ];
}

/** The one that counts: the last, where the task was made anew. */
const latestFor = (duties: readonly Duty[], recipient: string): Duty | undefined =>
  duties.findLast(({ task }) => task.replace(/-\d+$/, '') === recipient);

function panelLine(panel: Duty, authority: SheetBasis['authority']): string {
  const { evidence, kind, heldBy, ended } = panel;
  if (kind === 'confirm-other') {
    const holder = heldBy === null ? 'Another authority' : authorityName(authority, heldBy);
    return `${holder} notifies the national Panel: confirm that it has. Notifying twice is an error too.`;
  }
  if (evidence) {
    const reference = evidence.reference ?? 'none';
    return `The national Panel was notified: ${momentInWords(evidence.at)}, reference ${reference}. Do not submit a second time.`;
  }
  const dueOn = dueOnInForce(panel);
  return ended || dueOn === null
    ? 'The task to notify the national Panel has ended: do not submit.'
    : `Submit by the end of ${dateInWords(dueOn)}; aim for 17:00 that day.`;
}

function servesLine(open: readonly Duty[], panel: Duty | undefined): string {
  const tasks = open.map(({ title }) => title).join('; ');
  const reaches =
    'One submission reaches the national Panel, which shares it with the Department for Education and Ofsted.';
  return panel?.kind === 'confirm-other'
    ? `${reaches} Ask the other authority whether its submission serves these tasks, which are yours: ${tasks}.`
    : `${reaches} It can serve these tasks, each still confirmed by a person: ${tasks}.`;
}

function freeTextLine(children: readonly Child[]): string[] {
  const { childrenInFields } = panelForm;
  const further = children.slice(childrenInFields).map(({ ref }) => ref);
  if (further.length === 0) return [];
  return [
    `The form has fields for ${childrenInFields} children. Into its free text: ${further.join(', ')}.`,
  ];
}
