import { truthOf } from '../assess';
import { londonDateOf, type Calendar } from '../calendar';
import type { Section } from '../record/section';
import { dueOnInForce, type TaskView } from '../record/task-view';
import { ageDateOf, type Child } from '../report';
import { rulebookOf, type ConditionId } from '../rulebook';
import { momentInWords } from '../when';
import { dateInWords, standing } from '../wording';
import { agreementWords, signOffWords, standingWords } from './alongside';
import { ageInWords } from './child-answers';
import { placeInWords } from './place';
import type { SheetBasis } from './sheet';

/** What a briefing rests on. `now` is an instant in UTC. */
export interface BriefingBasis extends Omit<SheetBasis, 'by'> {
  readonly calendar: Calendar;
  readonly now: string;
}

export type Briefing = ReturnType<typeof briefing>;

/**
 * The need-to-know briefing to senior leaders, on one page: children by letter, no names, and nothing
 * that somebody wrote in free text. It gates nothing.
 */
export function briefing(basis: BriefingBasis) {
  const { view, report } = basis;
  const sections: Section[] = [
    { title: 'The incident', lines: incidentLines(basis) },
    { title: 'What is known', lines: report.children.map((child) => childLine(child, basis)) },
    { title: 'Criteria', lines: criteriaLines(basis) },
    { title: 'Who must be told, by when', lines: view.duties.map((task) => taskLine(task, basis)) },
    { title: 'What else is to be done', lines: ownLines(basis) },
    { title: 'What else was recorded', lines: recordedLines(basis) },
    { title: 'Think of', lines: prompts },
  ];
  return { reference: view.reference, rulebook: view.rulebook, sections };
}

/** Our decision, from what areas ask for. */
const prompts = [
  'People first: is this child, a brother or sister, or any other child at risk now?',
  'Legal: is advice needed?',
  'Communications: who speaks, and what is said?',
  'Insurance: must the insurer be told?',
  'Restricting the file: who may open the records of these children and their families?',
];

function incidentLines(basis: BriefingBasis): string[] {
  const { report, view, authority } = basis;
  const on = report.occurredOn === null ? 'Date not known' : dateInWords(report.occurredOn);
  return [
    `${on}, ${placeInWords(basis)}`,
    `The authority became aware: ${momentInWords(view.becameAwareAt)}`,
    briefedBy(view.becameAwareAt, authority.briefingWithinHours),
  ];
}

const msPerHour = 3_600_000;

function briefedBy(awareAt: string, hours: number | null): string {
  if (hours === null) return 'This briefing has no local target: the authority’s file sets none.';
  const by = new Date(Date.parse(awareAt) + hours * msPerHour).toISOString();
  return `Local target for this briefing: ${momentInWords(by)}, within ${hours} hours of awareness.`;
}

function childLine(child: Child, { report, view }: BriefingBasis): string {
  const rulebook = rulebookOf(view.rulebook);
  const age = ageInWords(child.bornOn, ageDateOf(report));
  const conditions = Object.keys(rulebook.conditions) as ConditionId[];
  const said = (['yes', 'not-yet-known'] as const).flatMap((truth) =>
    conditions
      .filter((id) => truthOf(id, child, rulebook) === truth)
      .map((id) => rulebook.conditions[id].words[truth]),
  );
  return `Child ${child.ref}: ${[age === null ? 'age not known' : `aged ${age}`, ...said].join('; ')}`;
}

function criteriaLines({ view }: BriefingBasis): string[] {
  const { criteria: rules } = rulebookOf(view.rulebook);
  const lines = view.children.flatMap(({ ref, criteria }) =>
    criteria
      .filter(({ answer }) => answer !== 'not-met')
      .map(({ id, answer, source, ifMet }) => {
        const words = rules.find((one) => one.id === id)?.words ?? id;
        const due = ifMet ? `; if met, due by the end of ${dateInWords(ifMet.dueOn)}` : '';
        return `Child ${ref}: ${answer === 'met' ? 'met' : 'not yet known'}: ${words} (${source})${due}`;
      }),
  );
  return lines.length > 0 ? lines : ['As the facts stand, no criterion is met.'];
}

/** Only how things stand: reasons and notes are free text. */
function recordedLines({ view, authority }: BriefingBasis): string[] {
  const { views, signOff, alongside } = view.around;
  return [
    ...views.map(
      ({ partner, view: one }) =>
        `View of ${nameOf(partner, authority.partners)}: ${agreementWords[one]}`,
    ),
    ...(signOff === null ? [] : [`Director’s sign-off: ${signOffWords[signOff.view]}`]),
    ...alongside.flatMap(({ words, noted }) =>
      noted ? [`${words}: ${standingWords[noted.standing]}`] : [],
    ),
  ];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

const nameOf = (id: string, among: readonly Named[]): string =>
  among.find((one) => one.id === id)?.name ?? id;

const isOpen = ({ state }: TaskView): boolean =>
  state === 'open' || state === 'acknowledged' || state === 'late';

function ownLines(basis: BriefingBasis): string[] {
  const { tasks, proposals } = basis.view;
  return [
    ...tasks.filter(isOpen).map((task) => taskLine(task, basis)),
    ...proposals
      .filter(({ state }) => state === 'waiting')
      .map(({ id, words }) => `Proposal ${id} waits for a second person: ${words}`),
  ];
}

/** `Notify Ofsted: by the end of Thursday 31 December 2026, 5 working days left, Officer 1 has it`. */
function taskLine(task: TaskView, { calendar, now, authority }: BriefingBasis): string {
  const { title, evidence, ended, owner, strength } = task;
  if (evidence) return `${title}: done, ${momentInWords(evidence.at)}`;
  if (ended) return `${title}: ended`;
  const dueOn = dueOnInForce(task);
  const due = { dueOn, dueAt: task.inForceDueAt, strength };
  const stands = standing(calendar, due, { at: now, on: londonDateOf(now) });
  const said = [
    dueOn === null ? [] : `by the end of ${dateInWords(dueOn)}`,
    stands ?? [],
    owner === null ? 'nobody has it yet' : `${nameOf(owner, authority.people)} has it`,
  ];
  return `${title}: ${said.flat().join(', ')}`;
}
