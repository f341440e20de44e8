import { isLoopback, type OidcSettings } from '../../settings/oidc';
import { notSignedIn, type NotSignedIn } from './not-signed-in';
import type { Claims } from './person-of';

export type { NotSignedIn } from './not-signed-in';

/** What must come back unchanged from the issuer; plain JSON, kept in the session meanwhile. */
export interface Pending {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

export interface Oidc {
  /** Where the browser goes to sign in. */
  begin(): Promise<
    { readonly ok: true; readonly url: URL; readonly pending: Pending } | NotSignedIn
  >;
  /** `currentUrl` is the address at which the issuer sent the browser back. */
  finish(
    currentUrl: URL,
    pending: Pending,
  ): Promise<{ readonly ok: true; readonly claims: Claims } | NotSignedIn>;
  /**
   * Where the browser ends its session with the issuer; null: it has no such page, or is down. Names
   * nobody: the issuer knows its own session.
   */
  endSessionUrl(returnTo: string): Promise<URL | null>;
}

/**
 * Signs people in with OpenID Connect: authorization code with PKCE, state and nonce. The issuer is
 * asked about itself at the first sign-in, and again as long as it has not answered.
 */
export function createOidc(
  settings: OidcSettings,
  redirectUri: string,
  { timeoutSeconds = 5 } = {},
): Oidc {
  let known: Promise<Discovered> | null = null;
  const issuer = () => {
    known ??= discover(settings, timeoutSeconds);
    known.catch(() => (known = null));
    return known;
  };
  const failed = (error: unknown) => notSignedIn(settings.issuer, error);
  return {
    async begin() {
      try {
        return { ok: true, ...(await authorizationUrl(await issuer(), redirectUri)) };
      } catch (error) {
        return failed(error);
      }
    },
    async finish(currentUrl, pending) {
      try {
        return { ok: true, claims: await redeem(await issuer(), currentUrl, pending) };
      } catch (error) {
        return failed(error);
      }
    },
    async endSessionUrl(returnTo) {
      const found = await issuer().catch(() => null);
      if (!found?.config.serverMetadata().end_session_endpoint) return null;
      return found.client.buildEndSessionUrl(found.config, { post_logout_redirect_uri: returnTo });
    },
  };
}

type Discovered = Awaited<ReturnType<typeof discover>>;

async function discover({ issuer, clientId, clientSecret }: OidcSettings, timeout: number) {
  const client = await import('openid-client');
  const url = new URL(issuer);
  const execute = [client.enableNonRepudiationChecks];
  // Marked as deprecated to stand out: http, and only to this machine.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  if (isLoopback(url)) execute.push(client.allowInsecureRequests);
  const options = { execute, timeout };
  const config = await client.discovery(url, clientId, clientSecret, undefined, options);
  return { client, config };
}

async function authorizationUrl({ client, config }: Discovered, redirectUri: string) {
  const pending = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    codeVerifier: client.randomPKCECodeVerifier(),
  };
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(pending.codeVerifier),
    code_challenge_method: 'S256',
  });
  return { url, pending };
}

async function redeem({ client, config }: Discovered, currentUrl: URL, pending: Pending) {
  const tokens = await client.authorizationCodeGrant(config, currentUrl, {
    expectedState: pending.state,
    expectedNonce: pending.nonce,
    pkceCodeVerifier: pending.codeVerifier,
    idTokenExpected: true,
  });
  return { ...tokens.claims() };
}
