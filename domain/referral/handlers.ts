import { utc } from '../calendar';
import { needed } from '../record/needed';
import { followDates } from '../record/redate';
import { taskHandlers } from '../record/task-handlers';
import { finishOwn, openDated } from '../record/tasks';
import { change, write } from '../record/turn';
import { dateInWords } from '../wording';
import { amend } from './amend';
import type { ReferralCommandName, ReferralCommandOf } from './commands';
import { decide, giveView } from './decide';
import { openOf } from '../record/task-book';
import type { ReferralPlan } from './plan';
import type { ReferralTurn } from './state';

type Handler<Name extends ReferralCommandName> = (
  turn: ReferralTurn,
  command: ReferralCommandOf<Name>,
  plan: ReferralPlan | null,
) => void;

/** What each command does once it has been judged. */
export const handlers: { readonly [Name in ReferralCommandName]: Handler<Name> } = {
  ...taskHandlers,
  askReferrer(turn, { what, by }, plan) {
    const because = `asked of the referrer: ${what}`;
    const wanted = { id: 'missing-information', kind: 'missing-information', because } as const;
    const id = openDated(turn, wanted, needed(plan));
    const text = `The referrer is asked for this by ${dateInWords(by)}: ${what}`;
    write(turn, 'asked', { text, tasks: [id] });
  },
  amend: (turn, command, plan) => {
    amend(turn, command, needed(plan));
  },
  giveView,
  decideReferral: (turn, command, plan) => {
    decide(turn, command, needed(plan));
  },
  startIncident,
  redate(turn, { reason }, plan) {
    write(turn, 'explained', { text: `The dates were brought into line: ${reason}.` });
    if (plan) followDates(turn, plan);
  },
};

function startIncident(
  turn: ReferralTurn,
  { incident, becameAwareAt, reason }: ReferralCommandOf<'startIncident'>,
): void {
  change(turn, { incident });
  const open = openOf(turn.state, 'start-incident').map(({ id }) => id);
  const why = reason === null ? '' : ` Reason: ${reason}.`;
  const text = `The incident record ${incident} was started; the authority became aware at ${utc(becameAwareAt)}.${why}`;
  write(turn, 'linked', { text, tasks: open });
  open.forEach((id) => finishOwn(turn, id, `started as ${incident}`));
}
