import { utc } from '../calendar';
import type { Dates } from '../dates';
import { change, write } from '../record/turn';
import type { ReviewCommandOf } from './commands';
import { finish } from './finishing';
import { needed } from '../record/needed';
import { numbered, open } from './opening-tasks';
import { openOf } from '../record/task-book';
import { recorded, type PanelReply, type ReviewTurn } from './state';

const words = {
  agrees: 'agrees',
  disagrees: 'disagrees',
  'asks-for-more': 'asks for more',
  'considers-a-national-review': 'considers a national review',
} as const satisfies Record<PanelReply['reply'], string>;

/** Where no local review is held, its conclusion may be a reason for one. */
const decideAgain =
  ' Where it concluded that a local review may be more appropriate, regulation 11(2)(d) is met: ' +
  'decide again (notifiable decide-review).';

/** The Panel's letter. What it asks for becomes a task with its date. */
export function recordReply(
  turn: ReviewTurn,
  command: ReviewCommandOf<'recordReply'>,
  dates: Dates | null,
): void {
  const { reply, text, by } = command;
  const at = utc(command.at);
  change(turn, { replies: [...turn.state.replies, { at, reply, text, by, ...recorded(turn) }] });
  const said = `The national Panel ${words[reply]}: ${text}`;
  openOf(turn.state, 'panel-reply').forEach((task) => {
    finish(turn, task, { at, told: said });
  });
  const mayReopen = reply === 'disagrees' || reply === 'considers-a-national-review';
  const offer = mayReopen && turn.state.publication === null ? decideAgain : '';
  write(turn, 'replied', { text: `${said}.${offer}`, at, rule: 'SI 2018/789 regulation 11(2)(d)' });
  if (by === null) return;
  const kind = 'written-request';
  const id = numbered(turn.state, kind);
  const title = 'Send the national Panel what it asked for';
  open(turn, { kind, id, title, because: text, recipient: 'panel' }, needed(dates));
}
