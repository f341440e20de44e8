import { access, type Access } from '../access';
import { mayDo } from '../../domain/permissions';
import { kindOf, type RecordKindName } from '../../domain/record/kinds';
import type { SignedIn } from '../visit';

interface Place {
  /** Under `/records/:ref`. */
  readonly path: string;
  readonly text: string;
  /** Only of records of this kind; absent: of all. */
  readonly kind?: RecordKindName;
}

/** The pages of a record, in the order in which they are read. */
const places: readonly Place[] = [
  { path: '', text: 'Record' },
  { path: '/sheet', text: 'For the Panel’s form', kind: 'incident' },
  { path: '/briefing', text: 'Briefing', kind: 'incident' },
  { path: '/views', text: 'Partners’ views', kind: 'incident' },
  { path: '/sign-off', text: 'Director’s sign-off', kind: 'incident' },
  { path: '/alongside', text: 'Alongside', kind: 'incident' },
  { path: '/history', text: 'Timeline' },
  { path: '/director', text: 'For the director', kind: 'incident' },
  { path: '/reads', text: 'Who read it' },
];

const rows: Readonly<Record<string, Access | undefined>> = access;

/** The pages of a record that a person may see, the present one marked. */
export function pagesOf(reference: string, person: Pick<SignedIn, 'roles'>, present: string) {
  const kind = kindOf(reference);
  return places.flatMap(({ path, text, kind: only = kind }) => {
    const row = rows[`GET /records/:ref${path}`];
    if (!row || only !== kind) return [];
    if (row.who !== 'public' && !mayDo(row.who, person.roles)) return [];
    const href = `/records/${reference}${path}`;
    return [{ href, text, active: present === href }];
  });
}
