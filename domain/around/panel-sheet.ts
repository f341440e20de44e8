import type { Child } from '../report';
import { dateInWords } from '../wording';
import { beforeSubmitting } from './before-submitting';
import { childAnswers } from './child-answers';
import { panelForm, type ChildAsk, type IncidentAsk } from './panel-form';
import { placeInWords } from './place';
import {
  fetched,
  known,
  type FormAnswer,
  type Setting,
  type SheetBasis,
  type SheetGroup,
  type SheetLine,
} from './sheet';
import { draftText } from './sheet-draft';

export type PanelSheet = ReturnType<typeof panelSheet>;

/** What the Panel’s online form will ask, with what is known filled in and what is missing named. */
export function panelSheet(basis: SheetBasis) {
  const { report, view } = basis;
  const incident = { title: 'The incident', hint: null, lines: incidentLines(basis) };
  const children = report.children.map((child, index) => childGroup(child, index, basis));
  return {
    reference: view.reference,
    rulebook: view.rulebook,
    service: panelForm.service,
    before: beforeSubmitting(basis),
    groups: [notifierGroup(basis), incident, ...children],
    draft: draftText(basis, { incident, children }),
  };
}

function notifierGroup({ authority, by }: SheetBasis): SheetGroup {
  const email = authority.people.find(({ id }) => id === by)?.email;
  const { notifier } = panelForm;
  const lines = [
    { ...notifier.phone, ...fetched('your own') },
    { ...notifier.email, ...(email === undefined ? fetched('your own') : known(email)) },
  ];
  return { title: 'Who notifies', hint: null, lines };
}

function incidentLines(setting: Setting): SheetLine[] {
  const { occurredOn } = setting.report;
  const answers: Record<IncidentAsk, FormAnswer> = {
    location: { known: placeInWords(setting), fetch: 'where exactly' },
    date: occurredOn === null ? fetched('date') : known(dateInWords(occurredOn)),
    time: fetched('time of day, if possible'),
    documents: fetched('what is to be attached'),
  };
  return (Object.keys(answers) as IncidentAsk[]).map((ask) => ({
    ...panelForm.incident[ask],
    ...answers[ask],
  }));
}

function childGroup(child: Child, index: number, setting: Setting): SheetGroup {
  const asks = Object.keys(childAnswers) as ChildAsk[];
  const hints = [
    child.localCaseId === null ? [] : `${child.localCaseId} in the case system`,
    index < panelForm.childrenInFields ? [] : 'into the free text',
  ].flat();
  return {
    title: `Child ${child.ref}`,
    hint: hints.join('; ') || null,
    lines: asks.map((ask) => ({ ...panelForm.child[ask], ...childAnswers[ask](child, setting) })),
  };
}
