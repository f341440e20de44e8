import { londonDateOf, utc } from '../calendar';
import { dateInWords } from '../wording';
import type { CommandOf } from './commands';
import type { CaseState, Link, CaseTurn } from './state';
import { change, write } from '../record/turn';

type LinkCommand = CommandOf<'link'>;

export const isLinked = ({ links }: CaseState, other: string): boolean =>
  links.some(({ reference }) => reference === other);

export function linkRefused(state: CaseState, { other }: LinkCommand): string | null {
  if (other === state.reference) return 'An incident cannot be linked with itself.';
  return isLinked(state, other) ? `It is linked with ${other} already.` : null;
}

/** Two records of one incident: both histories stay, and no clock moves. */
export function link(turn: CaseTurn, { other, otherBecameAwareAt, reason }: LinkCommand): void {
  const { links, becameAwareAt } = turn.state;
  const known = utc(otherBecameAwareAt);
  change(turn, { links: [...links, { reference: other, becameAwareAt: known }] });
  const linked = `Linked as the same incident as ${other}: ${reason}.`;
  const isEarlier = londonDateOf(known) < londonDateOf(becameAwareAt);
  write(turn, 'linked', { text: isEarlier ? `${linked} ${knewBefore(known, other)}` : linked });
}

/** Only another London date changes a due date. Whether it should, a person decides. */
const knewBefore = (at: string, other: string): string =>
  `The authority first knew on ${dateInWords(londonDateOf(at))}, as ${other} says. No date was ` +
  'moved: if that holds for this record too, correct becameAwareAt (notifiable amend --correction).';

/** What a reader sees of links: the others, and when the authority first knew by any of them. */
export function viewLinks(becameAwareAt: string, linked: readonly Link[]) {
  const moments = [becameAwareAt, ...linked.map((link) => link.becameAwareAt)];
  return { linked, earliestAwareAt: moments.toSorted()[0] ?? becameAwareAt };
}
