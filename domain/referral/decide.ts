import type { Dates } from '../dates';
import { cancelTask, finishOwn, moveClock, openDated } from '../record/tasks';
import { change, changeTask, write } from '../record/turn';
import { dateInWords } from '../wording';
import type { Outcome, PartnersView, ReferralCommandOf } from './commands';
import { openOf } from '../record/task-book';
import { reconcileStart } from './facts';
import { viewTask } from './planning';
import type { PartnerView, ReferralDecision, ReferralState, ReferralTurn } from './state';
import { outcomeWords, viewWords } from './wording';

/** The view that does not fit an outcome; null: every view fits it. */
const dissentingView: Readonly<Record<Outcome, PartnersView | null>> = {
  'meets-the-criteria': 'does-not-meet',
  'other-local-learning': 'meets',
  'no-further-action': 'meets',
  'more-information': null,
};

/** A partner's view. A later one replaces it; the history keeps both. */
export function giveView(turn: ReferralTurn, command: ReferralCommandOf<'giveView'>): void {
  const { partner, view, reason } = command;
  const before = turn.state.views.find((one) => one.partner === partner);
  const others = turn.state.views.filter((one) => one !== before);
  const given: PartnerView = { partner, view, reason, at: turn.now, by: turn.by };
  change(turn, { views: [...others, given] });
  const earlier = before ? ` Before: ${viewWords[before.view]}.` : '';
  const text = `View of ${partner}: ${viewWords[view]}. Reason: ${reason}.${earlier}`;
  write(turn, 'viewed', { text, tasks: taskIds(turn.state, viewTask(partner)) });
  openOf(turn.state, 'partner-view')
    .filter(({ id }) => id === viewTask(partner))
    .forEach(({ id }) => finishOwn(turn, id, viewWords[view]));
}

const taskIds = ({ tasks }: ReferralState, id: string): string[] =>
  tasks.some((task) => task.id === id) ? [id] : [];

/** The partners' decision: the last one stands, and every dissent is kept. */
export function decide(
  turn: ReferralTurn,
  command: ReferralCommandOf<'decideReferral'>,
  dates: Dates,
): void {
  const { outcome, reason, toReferrer, importance, lesson, dissent, by: moreBy } = command;
  const { views } = turn.state;
  const against = dissentingView[outcome];
  const decision: ReferralDecision = {
    ...{ outcome, reason, toReferrer, importance, lesson, dissent, moreBy, views },
    dissenting: views.filter(({ view }) => view === against).map(({ partner }) => partner),
    at: turn.now,
    decidedBy: turn.by,
  };
  const again = turn.state.decisions.length > 0;
  change(turn, { decisions: [...turn.state.decisions, decision] });
  writeDecision(turn, decision, again);
  if (moreBy === null) endDeciding(turn, decision);
  else askForMore(turn, dates, { moreBy, reason });
  reconcileStart(turn, dates, `decided: ${outcomeWords[outcome]}`);
  tellReferrer(turn, dates, outcome);
}

function writeDecision(turn: ReferralTurn, decision: ReferralDecision, again: boolean): void {
  const { outcome, reason, toReferrer, importance, lesson, dissent, dissenting, views } = decision;
  const { partners, tasks } = turn.state;
  const silent = partners.filter((id) => !views.some(({ partner }) => partner === id));
  const dissents = [
    ...(dissenting.length > 0 ? [`by the views of ${dissenting.join(', ')}`] : []),
    ...(dissent === null ? [] : [dissent]),
  ];
  const text = [
    `Decided${again ? ' again' : ''}: ${outcomeWords[outcome]}. Reason: ${reason}.`,
    ...(decision.moreBy === null ? [] : [`Needed by ${dateInWords(decision.moreBy)}.`]),
    `Importance in the area: ${importance}. Lesson for several agencies: ${lesson}.`,
    dissents.length > 0 ? `Dissent: ${dissents.join('; ')}.` : 'No dissent.',
    ...(silent.length > 0 ? [`No view was given by ${silent.join(', ')}.`] : []),
    `The referrer is told: ${toReferrer}`,
  ].join(' ');
  const ids = tasks.filter(({ kind }) => kind === 'decide-referral').map(({ id }) => id);
  write(turn, 'decided', { text, tasks: ids });
}

/** A decision ends what only led up to it. */
function endDeciding(turn: ReferralTurn, { outcome }: ReferralDecision): void {
  const said = outcomeWords[outcome];
  openOf(turn.state, 'decide-referral').forEach(({ id }) => finishOwn(turn, id, said));
  for (const { id } of openOf(turn.state, 'partner-view', 'missing-information')) {
    cancelTask(turn, id, { because: `it was decided without it: ${said}` });
  }
}

/** The decision waits until the date on which the missing information is due. */
function askForMore(
  turn: ReferralTurn,
  dates: Dates,
  { moreBy, reason }: { moreBy: string; reason: string },
): void {
  const because = `needed for the decision: ${reason}`;
  openDated(turn, { id: 'missing-information', kind: 'missing-information', because }, dates);
  const [open] = openOf(turn.state, 'decide-referral');
  const found = dates.tasks['decide-referral'];
  if (!open || !found) {
    openDated(turn, { id: 'decide-referral', kind: 'decide-referral', because }, dates);
    return;
  }
  const why = `more information is needed by ${dateInWords(moreBy)}`;
  moveClock(turn, open.id, { clock: found.clock, why });
  changeTask(turn, open.id, { due: found.due });
}

/** Only the decision that stands need be told. */
function tellReferrer(turn: ReferralTurn, dates: Dates, outcome: Outcome): void {
  for (const { id } of openOf(turn.state, 'tell-referrer')) {
    cancelTask(turn, id, { because: 'another decision was taken since' });
  }
  const because = `decided: ${outcomeWords[outcome]}`;
  openDated(turn, { id: 'tell-referrer', kind: 'tell-referrer', because }, dates);
}
