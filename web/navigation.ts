import { mayDo } from '../domain/permissions';
import type { Role } from '../domain/roles';
import { access, type RouteName } from './access';
import type { SignedIn } from './visit';

/** What stands at the top of every page, for those who may see it. */
const places: readonly { readonly route: RouteName; readonly text: string }[] = [
  { route: 'GET /', text: 'Start' },
  { route: 'GET /tasks', text: 'Your tasks' },
  { route: 'GET /referrals', text: 'Referrals' },
  { route: 'GET /reviews', text: 'Reviews' },
  { route: 'GET /overview', text: 'Overview' },
  { route: 'GET /timeliness', text: 'Timeliness' },
];

/** The places of a person, the present one marked. */
export function navigation(person: SignedIn, path: string) {
  return places.flatMap(({ route, text }) => {
    const { who } = access[route] as { readonly who: 'public' | readonly Role[] };
    if (who !== 'public' && !mayDo(who, person.roles)) return [];
    const href = route.replace(/^GET /, '');
    const active = href === '/' ? path === '/' : path.startsWith(href);
    return [{ href, text, active }];
  });
}
