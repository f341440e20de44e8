import { roleNames } from '../../domain/people';
import { authorityName } from '../../domain/wording';
import type { Visit } from '../visit';

/** Whoever stands in a history under an id, as the authority’s file names them today. */
export function whoIs({ authority }: Pick<Visit, 'authority'>, id: string): string {
  if (id === 'notifiable') return 'the service';
  const [sort, of = ''] = id.split(':');
  if (sort === 'address') {
    return `the address for the ${roleNames[of as keyof typeof roleNames]}`;
  }
  if (sort === 'area') return `the partners in ${authorityName(authority, of)}`;
  const named = sort === 'partner' ? authority.partners : authority.people;
  return named.find((one) => one.id === (of || id))?.name ?? id;
}
