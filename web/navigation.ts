import { mayDo } from '../domain/permissions';
import type { Role } from '../domain/roles';
import { access, type RouteName } from './access';
import type { SignedIn } from './visit';

interface Place {
  readonly route: RouteName;
  readonly text: string;
}

/** What stands at the top of every page, for those who may see it. */
const places: readonly Place[] = [
  { route: 'GET /', text: 'Start' },
  { route: 'GET /tasks', text: 'Your tasks' },
  { route: 'GET /referrals', text: 'Referrals' },
  { route: 'GET /reviews', text: 'Reviews' },
  { route: 'GET /overview', text: 'Overview' },
  { route: 'GET /timeliness', text: 'Timeliness' },
  { route: 'GET /operations', text: 'Operations' },
  { route: 'GET /setup', text: 'Set up' },
];

/** The pages under "Set up". */
const setupPlaces: readonly Place[] = [
  { route: 'GET /setup', text: 'How it stands' },
  { route: 'GET /setup/people', text: 'People' },
  { route: 'GET /setup/absences', text: 'Absences and cover' },
  { route: 'GET /setup/calendar', text: 'Calendar' },
  { route: 'GET /setup/file', text: 'The authority’s file' },
];

/** The places of a person, the present one marked. */
export const navigation = (person: SignedIn, path: string) =>
  placesOf(places, person).map((place) => ({
    ...place,
    active: place.href === '/' ? path === '/' : path.startsWith(place.href),
  }));

/** The same for the pages under "Set up". */
export const setupPages = (person: SignedIn, path: string) =>
  placesOf(setupPlaces, person).map((place) => ({ ...place, active: path === place.href }));

const placesOf = (all: readonly Place[], { roles }: SignedIn) =>
  all.flatMap(({ route, text }) => {
    const { who } = access[route] as { readonly who: 'public' | readonly Role[] };
    if (who !== 'public' && !mayDo(who, roles)) return [];
    return [{ href: route.replace(/^GET /, ''), text }];
  });
