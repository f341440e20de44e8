import { roles, type Role } from '../domain/roles';
import { SettingsProblem } from './problem';

/** How people sign in to the pages; web/sign-in/oidc.ts makes use of it. */
export interface OidcSettings {
  /** OIDC_ISSUER, exactly as the issuer writes itself. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim whose values OIDC_ROLES maps; a text or a list of texts. */
  readonly rolesClaim: string;
  /** Role → values of that claim. null: the authority's file alone gives roles. */
  readonly roles: RoleValues | null;
}

export type RoleValues = Readonly<Partial<Record<Role, readonly string[]>>>;

type Environment = Readonly<Record<string, string | undefined>>;
type Complain = (problem: string) => void;

const needed = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
const optional = ['OIDC_ROLES', 'OIDC_ROLES_CLAIM'] as const;
const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];

/** Null without any of its variables: then one chooses a person, on this machine only. */
export function oidcSettings(env: Environment, complain: Complain): OidcSettings | null {
  const text = (name: (typeof needed | typeof optional)[number]) => env[name]?.trim() ?? '';
  if ([...needed, ...optional].every((name) => text(name) === '')) return null;
  for (const name of needed.filter((one) => text(one) === '')) {
    complain(`${name} is missing: signing in takes all of ${needed.join(', ')}.`);
  }
  const issuer = text('OIDC_ISSUER');
  if (issuer !== '') checkIssuer(issuer, complain);
  return {
    issuer,
    clientId: text('OIDC_CLIENT_ID'),
    clientSecret: text('OIDC_CLIENT_SECRET'),
    rolesClaim: text('OIDC_ROLES_CLAIM') || 'roles',
    roles: text('OIDC_ROLES') === '' ? null : parseRoles(text('OIDC_ROLES'), complain),
  };
}

/**
 * For `notifiable web` alone: throws a SettingsProblem with NODE_ENV=production and nothing to sign
 * in with. A worker needs none of it, so readSettings does not ask.
 */
export function requireSignIn(settings: {
  readonly production: boolean;
  readonly oidc: OidcSettings | null;
}): void {
  if (!settings.production || settings.oidc !== null) return;
  const why = 'with NODE_ENV=production, the pages need a service to sign in with';
  throw new SettingsProblem(needed.map((name) => `${name} is missing: ${why}.`));
}

export const isLoopback = (url: URL) => loopbackHosts.includes(url.hostname);

function checkIssuer(text: string, complain: Complain): void {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'https:' && !(url?.protocol === 'http:' && isLoopback(url))) {
    complain('OIDC_ISSUER must start with https:// (http:// on this machine only).');
  } else if (/^\/(common|organizations|consumers)(\/|$)/.test(url.pathname)) {
    complain(
      'OIDC_ISSUER must name one tenant: where all may sign in, the administrators of any of them write the mail addresses.',
    );
  }
}

/** `manager=A,B;auditor=C` */
function parseRoles(text: string, complain: Complain): RoleValues {
  const form = 'OIDC_ROLES must be written as manager=GROUP-1,GROUP-2;auditor=GROUP-3';
  const mapped = new Map<string, readonly string[]>();
  for (const part of text.split(';').filter((one) => one.trim() !== '')) {
    const [name = '', ...rest] = part.split('=').map((one) => one.trim());
    const values = rest
      .join('=')
      .split(',')
      .map((value) => value.trim());
    if (!isRole(name)) complain(`${form}, but "${name}" is none of ${roles.join(', ')}.`);
    if (mapped.has(name)) complain(`${form}, but ${name} is there twice.`);
    if (values.includes('')) complain(`${form}, but a value of ${name} is empty.`);
    mapped.set(name, values);
  }
  return Object.fromEntries(mapped);
}

const isRole = (name: string) => (roles as readonly string[]).includes(name);
