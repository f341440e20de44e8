import { createServer } from 'node:net';
import { once } from 'node:events';
import { createOidc, type Pending } from '../../web/sign-in/oidc';
import { fixedPort } from '../support/fixed-port';
import { startOidcIssuer, type OidcIssuer } from '../support/oidc-issuer';

const redirectUri = 'http://localhost:8080/sign-in/done';
let issuer: OidcIssuer;

beforeAll(async () => {
  issuer = await startOidcIssuer();
});
afterAll(() => issuer.stop());
beforeEach(() => issuer.claim({ email: 'officer-1@council.example' }));

/** As a browser does: to the issuer, and back to the address that it names. */
async function goToIssuer(url: URL): Promise<URL> {
  const answer = await fetch(url, { redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? '');
}

async function begun(oidc = createOidc(issuer.settings, redirectUri)) {
  const start = await oidc.begin();
  if (!start.ok) throw new Error(start.sentence);
  return { oidc, pending: start.pending, url: start.url, back: await goToIssuer(start.url) };
}

describe('signing in with OpenID Connect', () => {
  it('asks with PKCE, a state and a nonce, and answers with the claims', async () => {
    const { oidc, url, pending, back } = await begun();
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'notifiable',
      redirect_uri: redirectUri,
      scope: 'openid profile email',
      code_challenge_method: 'S256',
      state: pending.state,
      nonce: pending.nonce,
    });
    expect(url.search).not.toContain(pending.codeVerifier);
    expect(await oidc.finish(back, pending)).toMatchObject({
      ok: true,
      claims: { email: 'officer-1@council.example', nonce: pending.nonce },
    });
  });

  test.each<[string, Partial<Pending>]>([
    ['state', { state: 'another' }],
    ['nonce', { nonce: 'another' }],
  ])('refuses an answer with another %s', async (_, other) => {
    const { oidc, pending, back } = await begun();
    expect(await oidc.finish(back, { ...pending, ...other })).toMatchObject({
      ok: false,
      why: 'refused',
      sentence: expect.stringContaining('Sign in again'),
    });
  });

  it('refuses a code that is used a second time', async () => {
    const { oidc, pending, back } = await begun();
    expect(await oidc.finish(back, pending)).toMatchObject({ ok: true });
    expect(await oidc.finish(back, pending)).toMatchObject({ ok: false });
  });

  it('refuses a code without the verifier that was kept for it', async () => {
    const { oidc, pending, back } = await begun();
    const codeVerifier = (await begun()).pending.codeVerifier;
    expect(await oidc.finish(back, { ...pending, codeVerifier })).toMatchObject({ ok: false });
  });

  test.each([
    ['for another client', { aud: 'another' }],
    ['of another issuer', { iss: 'http://localhost:1' }],
    ['that has run out', { exp: 1_000_000_000 }],
  ])('refuses a token %s', async (_, claims) => {
    await issuer.claim(claims);
    const { oidc, pending, back } = await begun();
    expect(await oidc.finish(back, pending)).toMatchObject({ ok: false, why: 'refused' });
  });

  it('says that the issuer did not let somebody in', async () => {
    const { oidc, pending } = await begun();
    const back = new URL(`${redirectUri}?error=access_denied&state=${pending.state}`);
    expect(await oidc.finish(back, pending)).toMatchObject({
      ok: false,
      why: 'refused',
      sentence: expect.stringContaining('did not let you in'),
    });
  });

  it('keeps claims out of what it says and logs', async () => {
    await issuer.claim({ email: 'hush@council.example', aud: 'hush' });
    const { oidc, pending, back } = await begun();
    expect(JSON.stringify(await oidc.finish(back, pending))).not.toContain('hush');
  });

  it('leads to the end of the issuer’s own session, naming nobody', async () => {
    const { oidc } = await begun();
    const url = await oidc.endSessionUrl('http://localhost:8080/signed-out');
    expect(url?.href).toMatch(/^http:\/\/localhost:\d+\/endsession\?/);
    expect(Object.fromEntries(url?.searchParams ?? [])).toEqual({
      client_id: 'notifiable',
      post_logout_redirect_uri: 'http://localhost:8080/signed-out',
    });
  });
});

describe('an issuer that is down', () => {
  const down = async () => ({
    ...issuer.settings,
    issuer: `http://localhost:${await fixedPort()}`,
  });

  it('is said to be, with what to do, and there is no end-session page', async () => {
    const oidc = createOidc(await down(), redirectUri);
    expect(await oidc.begin()).toMatchObject({
      ok: false,
      why: 'issuer does not answer',
      sentence: expect.stringMatching(/^The sign-in service at localhost:\d+ does not answer/),
      code: 'ECONNREFUSED',
    });
    expect(await oidc.endSessionUrl(redirectUri)).toBeNull();
  });

  it('is asked again at the next sign-in', async () => {
    const first = await startOidcIssuer();
    const oidc = createOidc(first.settings, redirectUri);
    await first.stop();
    expect(await oidc.begin()).toMatchObject({ ok: false });
    const again = await startOidcIssuer(Number(new URL(first.settings.issuer).port));
    expect(await oidc.begin()).toMatchObject({ ok: true });
    await again.stop();
  });

  it('is not waited for longer than it may take', async () => {
    const silent = createServer().listen(await fixedPort(), '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const settings = { ...issuer.settings, issuer: `http://127.0.0.1:${port}` };
    const oidc = createOidc(settings, redirectUri, { timeoutSeconds: 1 });
    expect(await oidc.begin()).toMatchObject({
      ok: false,
      why: 'issuer does not answer',
      code: 'OAUTH_TIMEOUT',
    });
    silent.close();
  });
});
