import type { Delivery } from '../notice';

/** The line of history about one message: what became of it, in how many tries, and what is not known. */
export function deliveryText(delivery: Delivery): string {
  const { instead, outcome, tries } = delivery;
  const arrival = outcome === 'accepted' ? 'may arrive twice' : 'may have arrived all the same';
  const doubt = `It ${arrival}: what became of one of the tries is not known.`;
  return [outcomeOf(delivery), instead ?? '', tries.ambiguous ? doubt : '']
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function outcomeOf({ outcome, to, kinds, detail, tries: { count } }: Delivery): string {
  const message = `a message (${kinds.join(', ')}) for ${to}`;
  const tries = count === 1 ? '' : ` ${outcome === 'waiting' ? 'after' : 'in'} ${count} tries`;
  const why = detail ?? 'no reason given';
  switch (outcome) {
    case 'accepted':
      return `The mail server accepted ${message}${tries}.`;
    case 'refused':
      return `${to} was not reached${tries}: the mail server refused the address (${why}).`;
    case 'waiting':
      return `Not sent yet${tries}, and tried again until it is: ${message}. ${why}.`;
    default:
      return outcome satisfies never;
  }
}
