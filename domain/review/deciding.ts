import { utc } from '../calendar';
import type { Dates } from '../dates';
import { isUnfinished, type Task } from '../record/task-book';
import { change, write } from '../record/turn';
import type { ReviewCommandOf } from './commands';
import { factorsInWords } from './factors';
import { end, finish } from './finishing';
import { dateOf, numbered, open, openTowards } from './opening-tasks';
import { needed } from '../record/needed';
import { openOf } from '../record/task-book';
import { recorded, standingSignOffs, type ReviewState, type ReviewTurn } from './state';
import type { ReviewTaskKind } from './tasks';

const words = {
  'local-review': 'hold a local child safeguarding practice review',
  'no-local-review': 'hold no local child safeguarding practice review',
} as const;

type Deciding = ReviewCommandOf<'decideReview'>;

/** The decision on a local review: kept, with what was considered; the last one stands. */
export function decideReview(turn: ReviewTurn, command: Deciding, dates: Dates | null): void {
  const { decision, factors, rationale, dissent } = command;
  const at = utc(command.at);
  const decided = { at, decision, factors, rationale, dissent, ...recorded(turn) };
  change(turn, { decisions: [...turn.state.decisions, decided] });
  const tasks = openOf(turn.state, 'decide-review');
  tasks.forEach((task) => {
    finish(turn, task, { at, told: words[decision] });
  });
  const rule = 'SI 2018/789 regulation 11';
  write(turn, 'decided', { text: decisionInWords(turn.state, decided), at, rule });
  const isHeld = turn.state.publication !== null;
  if (decision === 'local-review' && !isHeld) beginLocalReview(turn, needed(dates));
  if (decision === 'no-local-review' && isHeld) {
    giveUpLocalReview(turn, rationale, needed(dates));
  }
}

function decisionInWords(
  state: ReviewState,
  { decision, factors, rationale, dissent }: Omit<Deciding, 'name' | 'actor'>,
): string {
  const dissenting = standingSignOffs(state)
    .filter(({ view }) => view === 'dissents')
    .map(({ partner, reason }) => `${partner} (${reason})`);
  const all = [...dissenting, ...(dissent === null ? [] : [dissent])];
  return [
    `Decided to ${words[decision]}: ${rationale}.`,
    factorsInWords(factors),
    all.length === 0 ? 'No dissent.' : `Dissent: ${all.join('; ')}.`,
  ].join(' ');
}

function beginLocalReview(turn: ReviewTurn, dates: Dates): void {
  const because = 'the partners decided to hold a local review';
  const { dueOn } = dateOf(dates, 'publish').clock;
  const publication = { dueOn, plannedOn: dueOn, publishedOn: null, where: null, withheld: null };
  change(turn, { publication });
  open(turn, { kind: 'appoint-reviewer', because }, dates);
  openTowards(turn, ['panel', 'ofsted', 'secretary-of-state'], {
    kind: 'tell-decision',
    because,
    dates,
  });
  const id = numbered(turn.state, 'progress-check');
  open(turn, { kind: 'progress-check', id, because }, dates);
  open(turn, { kind: 'publish', because }, dates);
  openTowards(turn, ['panel', 'secretary-of-state', 'ofsted'], {
    kind: 'send-report',
    because,
    dates,
  });
}

/** What a local review consists of; what the Panel asked for, and learning actions, stay. */
const ofLocalReview: readonly Task['kind'][] = [
  'appoint-reviewer',
  'tell-decision',
  'progress-check',
  'publish',
  'send-report',
  'tell-delay',
] satisfies ReviewTaskKind[];

/** Those who were told of the local review are told that it is not held after all. */
function giveUpLocalReview(turn: ReviewTurn, rationale: string, dates: Dates): void {
  change(turn, { publication: null });
  const because = `no local review is held: ${rationale}`;
  const isMoot = ({ kind, recipient }: Task) =>
    ofLocalReview.includes(kind) || (kind === 'written-request' && recipient === null);
  const told = turn.state.tasks.filter(
    ({ kind, state }) => kind === 'tell-decision' && state.is === 'done',
  );
  turn.state.tasks
    .filter((task) => isUnfinished(task) && isMoot(task))
    .forEach((task) => {
      end(turn, task, because);
    });
  const recipients = [...new Set(told.flatMap(({ recipient }) => recipient ?? []))];
  openTowards(turn, recipients, { kind: 'tell-decision', because, dates });
}
