import type { Dates } from '../dates';
import { isUnfinished, type Task } from '../record/task-book';
import { moveClock } from '../record/tasks';
import { change, changeTask, write } from '../record/turn';
import { dateInWords } from '../wording';
import type { ReviewCommandOf } from './commands';
import { end, finish } from './finishing';
import { needed } from '../record/needed';
import { dateOf, open, openTowards } from './opening-tasks';
import { openOf } from '../record/task-book';
import { type Publication, type ReviewTurn } from './state';

const rule = 'Working Together 2023';

/** Another day for the publication: the report goes out seven working days before that one. */
export function planPublication(
  turn: ReviewTurn,
  { on, reason }: ReviewCommandOf<'planPublication'>,
  plan: Dates | null,
): void {
  const dates = needed(plan);
  const { dueOn } = publicationOf(turn);
  changePublication(turn, { plannedOn: on });
  const day = dateInWords(on);
  const isDelay = on > dueOn;
  const beyond = isDelay
    ? ` That is after the six months, which end on ${dateInWords(dueOn)}.`
    : '';
  write(turn, 'planned', { text: `Publication is planned for ${day}: ${reason}.${beyond}`, rule });
  moveReport(turn, dates, `publication is planned for ${day}`);
  if (isDelay) tellDelay(turn, `publication is planned for ${day}: ${reason}`, dates);
}

/** A decision not to publish. The report still goes to whom it must. */
export function withholdReport(
  turn: ReviewTurn,
  { reason }: ReviewCommandOf<'withholdReport'>,
  dates: Dates | null,
): void {
  changePublication(turn, { withheld: reason });
  write(turn, 'decided', { text: `Decided not to publish the report: ${reason}.`, rule });
  const because = `the report is not published: ${reason}`;
  endEach(turn, ['publish', 'progress-check'], because);
  tellDelay(turn, because, needed(dates));
}

/** Published, on a date and at a place where anyone can see it. */
export function publish(
  turn: ReviewTurn,
  { on, where }: ReviewCommandOf<'publish'>,
  plan: Dates | null,
): void {
  const dates = needed(plan);
  changePublication(turn, { publishedOn: on, where, withheld: null });
  const day = dateInWords(on);
  const at = earlier(`${on}T12:00:00.000Z`, turn.now);
  openOf(turn.state, 'publish').forEach((task) => {
    finish(turn, task, { at, told: `published at ${where}` });
  });
  const text = `The report was published on ${day}: ${where}.${sentLate(turn, dates)}`;
  write(turn, 'published', { text, at, rule });
  endEach(turn, ['progress-check'], 'the report was published');
  moveReport(turn, dates, `the report was published on ${day}`);
  open(turn, { kind: 'still-online', because: `it was published on ${day}` }, dates);
}

/** Noon of a London date is on that date in UTC too. */
const earlier = (one: string, other: string): string => (one < other ? one : other);

/** Whom the report reached later than seven working days before the day of publication. */
function sentLate({ state }: ReviewTurn, dates: Dates): string {
  const { dueAt } = dateOf(dates, 'send-report').clock;
  const late = state.tasks
    .filter(({ kind }) => kind === 'send-report')
    .filter((task) => isUnfinished(task) || (doneAt(task) ?? '') > dueAt)
    .flatMap(({ recipient }) => recipient ?? []);
  return late.length === 0
    ? ''
    : ` Seven working days before, it was not with: ${late.join(', ')}.`;
}

const doneAt = ({ state }: Task) => (state.is === 'done' ? state.evidence.at : null);

/** A publication that was put off or given up is told, with the reasons. */
const tellDelay = (turn: ReviewTurn, because: string, dates: Dates): void => {
  openTowards(turn, ['panel', 'secretary-of-state'], { kind: 'tell-delay', because, dates });
};

function moveReport(turn: ReviewTurn, dates: Dates, why: string): void {
  const { clock, due } = dateOf(dates, 'send-report');
  for (const { id } of openOf(turn.state, 'send-report')) {
    moveClock(turn, id, { clock, why });
    changeTask(turn, id, { due });
  }
}

function endEach(
  turn: ReviewTurn,
  kinds: readonly ('publish' | 'progress-check')[],
  because: string,
): void {
  kinds
    .flatMap((kind) => openOf(turn.state, kind))
    .forEach((task) => {
      end(turn, task, because);
    });
}

function publicationOf({ state: { publication } }: ReviewTurn): Publication {
  if (publication === null) throw new Error('There is no local review');
  return publication;
}

function changePublication(turn: ReviewTurn, changes: Partial<Publication>): void {
  change(turn, { publication: { ...publicationOf(turn), ...changes } });
}
