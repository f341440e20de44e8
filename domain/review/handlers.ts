import type { Dates } from '../dates';
import { markApproved, putProposal } from '../record/proposals';
import { followDates } from '../record/redate';
import { isUnfinished } from '../record/task-book';
import { taskHandlers } from '../record/task-handlers';
import { change, taskOf, write } from '../record/turn';
import type { ReviewCommandName, ReviewCommandOf } from './commands';
import { decideReview } from './deciding';
import { end, finish } from './finishing';
import { needed } from '../record/needed';
import { numbered, open } from './opening-tasks';
import { followUps } from './planning';
import { planPublication, publish, withholdReport } from './publishing';
import { recordReply } from './replying';
import { openOf } from '../record/task-book';
import { endInWords, recorded, type ReviewTurn } from './state';

type Handler<Name extends ReviewCommandName> = (
  turn: ReviewTurn,
  command: ReviewCommandOf<Name>,
  dates: Dates | null,
) => void;

const regulation14 = 'SI 2018/789 regulation 14';

/** What each command does once it has been judged. */
export const handlers: { readonly [Name in ReviewCommandName]: Handler<Name> } = {
  ...taskHandlers,
  done(turn, command, dates) {
    taskHandlers.done(turn, command);
    for (const kind of followUps(turn.state, command.tasks)) {
      const id = kind === 'panel-reply' ? kind : numbered(turn.state, kind);
      open(turn, { kind, id, because: afterwards[kind] ?? '' }, needed(dates));
    }
  },
  askAgency(turn, { agency, text }, dates) {
    const id = numbered(turn.state, 'agency-summary');
    const because = `it was asked for in writing: ${text}`;
    const title = `Get the summary of ${agency}`;
    open(turn, { kind: 'agency-summary', id, title, because }, needed(dates));
    write(turn, 'asked', { text: `Asked ${agency} in writing for its summary.`, tasks: [id] });
  },
  signOff(turn, { partner, view, reason }) {
    const signOff = { partner, view, reason, ...recorded(turn) };
    change(turn, { signOffs: [...turn.state.signOffs, signOff] });
    const tasks = openOf(turn.state, 'sign-off').filter(({ id }) => id === `sign-off:${partner}`);
    tasks.forEach((task) => {
      finish(turn, task, { at: turn.now, told: `${view}: ${reason}` });
    });
    const text = `The partner ${partner} ${view}: ${reason}.`;
    write(turn, 'viewed', { text, tasks: [`sign-off:${partner}`] });
  },
  decideReview,
  recordReply,
  appoint(turn, { reviewer, expertise, conflicts }) {
    const appointed = { reviewer, expertise, conflicts, ...recorded(turn) };
    change(turn, { reviewers: [...turn.state.reviewers, appointed] });
    openOf(turn.state, 'appoint-reviewer').forEach((task) => {
      finish(turn, task, { at: turn.now, told: `appointed: ${reviewer}` });
    });
    const text = `Appointed ${reviewer}. Expertise: ${expertise}. Conflicts of interest: ${conflicts}.`;
    write(turn, 'appointed', { text, rule: 'SI 2018/789 regulations 12 and 13' });
  },
  askInWriting(turn, { of, what, text }, dates) {
    const id = numbered(turn.state, 'written-request');
    const because = `it was asked for in writing: ${text}`;
    const title = `Get the ${what} that ${of} was asked for`;
    open(turn, { kind: 'written-request', id, title, because }, needed(dates));
    const asked = `Asked ${of} in writing for ${what === 'draft' ? 'a draft' : what}.`;
    write(turn, 'asked', { text: asked, tasks: [id], rule: regulation14 });
  },
  planPublication,
  withholdReport,
  publish,
  addAction(turn, { what, owner }, dates) {
    const id = numbered(turn.state, 'learning-action');
    const because = 'it is to be done with what was learned';
    open(
      turn,
      { kind: 'learning-action', id, title: `${what} (${owner})`, because },
      needed(dates),
    );
    write(turn, 'planned', { text: `${owner} is to: ${what}.`, tasks: [id] });
  },
  acceptNotDone(turn, { task: id, reason }) {
    end(turn, taskOf(turn, id), `accepted as not done: ${reason}`);
  },
  endReview(turn, { reason }, dates) {
    const clock = needed(dates).tasks.approve?.clock ?? null;
    putProposal(turn, { what: { kind: 'end-review' }, words: endInWords, reason, clock });
  },
  approve(turn, { proposal: id }) {
    const proposal = turn.state.proposals.find((one) => one.id === id);
    if (!proposal) return;
    markApproved(turn, proposal, endInWords);
    change(turn, { status: 'withdrawn' });
    const because = `the case is outside the criteria: ${proposal.reason}`;
    turn.state.tasks.filter(isUnfinished).forEach((task) => {
      end(turn, task, because);
    });
    write(turn, 'withdrawn', { text: `The review ended: ${because}.` });
  },
  redate(turn, { reason }, dates) {
    write(turn, 'explained', { text: `The dates were worked out anew: ${reason}.` });
    followDates(turn, needed(dates));
  },
};

const afterwards: Partial<Record<ReturnType<typeof followUps>[number], string>> = {
  'panel-reply': 'the rapid review was sent to the Panel',
  'progress-check': 'the last check was made',
};
