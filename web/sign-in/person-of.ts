import type { Authority, Role } from '../../domain/authority';
import type { Person } from '../../domain/people';
import type { OidcSettings } from '../../settings';

/** What the issuer says of somebody, as it came: any claim may be missing or of another type. */
export type Claims = Readonly<Record<string, unknown>>;

/** Somebody of the authority's file, and what the issuer's groups leave of their own roles there. */
export type Found =
  | { readonly ok: true; readonly person: Person; readonly roles: readonly Role[] }
  | { readonly ok: false; readonly sentence: string };

type Mapping = Pick<OidcSettings, 'roles' | 'rolesClaim'>;

/**
 * Who signed in: the person whose mail address in the authority's file is the claimed `email` or
 * `preferred_username`, in whatever case. Their roles are those that both the file and the claims
 * give (docs/decisions/0024); without a mapping, those of the file.
 */
export function personOf(claims: Claims, authority: Authority, mapping: Mapping): Found {
  if (claims.email_verified === false) {
    return refused('Your sign-in does not vouch for your mail address. Ask those who run it.');
  }
  const names = [claims.email, claims.preferred_username].flatMap(lowerCase);
  const [person, ...others] = authority.people.filter(({ email }) =>
    names.includes(email.toLowerCase()),
  );
  if (person === undefined) {
    const whom = 'Ask whoever keeps that file to add you, with the mail address you sign in with.';
    return refused(`You are not among the people in the authority’s file. ${whom}`);
  }
  if (others.length > 0) {
    const whom = 'Ask whoever keeps that file to leave it with one of them.';
    return refused(`Several people in the authority’s file have your mail address. ${whom}`);
  }
  const roles = person.roles.filter((role) => isGiven(role, claims, mapping));
  if (roles.length === 0) {
    const whom = 'Ask whoever looks after the groups of your sign-in to put you into yours.';
    return refused(`Your sign-in gives you no role that you have in the authority’s file. ${whom}`);
  }
  return { ok: true, person, roles };
}

function isGiven(role: Role, claims: Claims, { roles, rolesClaim }: Mapping): boolean {
  if (roles === null) return true;
  const claimed = [claims[rolesClaim]].flat();
  return (roles[role] ?? []).some((value) => claimed.includes(value));
}

const lowerCase = (name: unknown) => (typeof name === 'string' ? [name.toLowerCase()] : []);

const refused = (sentence: string): Found => ({ ok: false, sentence });
