import {
  agreementWords,
  alongsideItemNames,
  alongsideItems,
  standingWords,
} from '../around/alongside';
import type { Around } from '../around/recorded';
import { change, write } from '../record/turn';
import type { CommandOf } from './commands';
import type { CaseState, CaseTurn } from './state';

const nothing: Around = { views: [], signOff: null, alongside: [] };

const around = ({ around: kept }: CaseState): Around => kept ?? nothing;

const agreed =
  'Partners agree what is notified (guidance of the Panel); the local authority decides';

/** A partner’s view. A later one replaces it; the history keeps both, and dissent with them. */
export function giveView(turn: CaseTurn, { partner, view, reason }: CommandOf<'giveView'>): void {
  const kept = around(turn.state);
  const before = kept.views.find((one) => one.partner === partner);
  const given = { partner, view, reason, at: turn.now, by: turn.by };
  const views = [...kept.views.filter((one) => one !== before), given];
  change(turn, { around: { ...kept, views } });
  const earlier = before ? ` Before: ${agreementWords[before.view]}.` : '';
  const text = `View of ${partner} on what is notified: ${agreementWords[view]}. Reason: ${reason}.${earlier}`;
  write(turn, 'viewed', { text, rule: agreed });
}

export function signOff(turn: CaseTurn, { view, reason }: CommandOf<'signOff'>): void {
  const signed = { view, reason, at: turn.now, by: turn.by };
  change(turn, { around: { ...around(turn.state), signOff: signed } });
  const said =
    view === 'given'
      ? 'The director has signed off what is notified.'
      : 'What is notified goes out without the director’s sign-off.';
  write(turn, 'signed-off', { text: reason === null ? said : `${said} Reason: ${reason}.` });
}

export function noteAlongside(
  turn: CaseTurn,
  { item, standing, note }: CommandOf<'noteAlongside'>,
): void {
  const kept = around(turn.state);
  const noted = { item, standing, note, at: turn.now, by: turn.by };
  const alongside = [...kept.alongside.filter((one) => one.item !== item), noted];
  change(turn, { around: { ...kept, alongside } });
  const said = note === null ? '' : ` ${note}.`;
  const text = `Alongside: ${alongsideItems[item]}: ${standingWords[standing]}.${said}`;
  write(turn, 'noted', { text });
}

/** A director’s own; that it goes out without is anybody’s to say, with the reason. */
export function signOffRefused({ view, reason, actor }: CommandOf<'signOff'>): string | null {
  if (view === 'given') {
    return actor.roles.includes('director')
      ? null
      : 'Only the director, or who covers for them, gives the sign-off. It may go out without it: say so, with the reason.';
  }
  return reason === null ? 'Submitting without the sign-off needs its reason: add --reason.' : null;
}

/** As `show` prints it: every item of the list, those that nobody noted too. */
export function viewAround(state: CaseState) {
  const { views, signOff: signed, alongside } = around(state);
  return {
    views,
    signOff: signed,
    alongside: alongsideItemNames.map((item) => ({
      item,
      words: alongsideItems[item],
      noted: alongside.find((one) => one.item === item) ?? null,
    })),
  };
}
