import type { Visit } from '../visit';

/** A person as the authority’s file names them today; their id where they have left it. */
export function whoIs({ authority }: Pick<Visit, 'authority'>, id: string): string {
  if (id === 'notifiable') return 'the service';
  return authority.people.find((person) => person.id === id)?.name ?? id;
}
