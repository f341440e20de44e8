import type { Page } from 'playwright-core';
import { expectNoAxeFindings } from '../support/chromium';
import { startOidcIssuer, type OidcIssuer } from '../support/oidc-issuer';
import { startWebRig, type WebRig } from '../support/web-rig';

let issuer: OidcIssuer;
let rig: WebRig;
beforeAll(async () => {
  issuer = await startOidcIssuer();
  rig = await startWebRig({
    env: {
      OIDC_ISSUER: issuer.settings.issuer,
      OIDC_CLIENT_ID: issuer.settings.clientId,
      OIDC_CLIENT_SECRET: issuer.settings.clientSecret,
      OIDC_ROLES: 'manager=group-1;auditor=group-2',
      OIDC_ROLES_CLAIM: 'groups',
    },
  });
});
afterAll(async () => {
  await rig.stop();
  await issuer.stop();
});

const manager = { email: 'Manager-1@council.example', groups: ['group-1'] };

async function open(path: string, javascript = true): Promise<Page> {
  const page = await rig.chromium.openPage({ javascript });
  await page.goto(`${rig.url}${path}`);
  return page;
}

describe.each([true, false])('with an issuer, with JavaScript: %s', (javascript) => {
  it('one signs in there and comes back to the page one asked for', async () => {
    await issuer.claim(manager);
    const page = await open('/records/SI-2026-NONE', javascript);
    await page.getByText('You are signed in as Safeguarding manager 1').waitFor();
    expect(page.url()).toBe(`${rig.url}/records/SI-2026-NONE`);
  });

  it('signing out ends the session, and offers to end the issuer’s too', async () => {
    await issuer.claim(manager);
    const page = await open('/', javascript);
    const cookies = await page.context().cookies(rig.url);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    await expectNoAxeFindings(page);
    await page.getByRole('link', { name: 'sign out of your work account too' }).click();
    await page.waitForURL(`${rig.url}/signed-out`);
    await page.context().addCookies(cookies);
    const [, asked] = await Promise.all([
      page.goto(rig.url),
      page.waitForRequest((request) => request.url().startsWith(issuer.settings.issuer)),
    ]);
    expect(asked.url()).toContain('code_challenge_method=S256');
  });

  test.each([
    ['is not in the authority’s file', { ...manager, email: 'x@council.example' }, 'add you'],
    ['was taken out of the group', { ...manager, groups: [] }, 'the groups of your sign-in'],
  ])('somebody who %s is told whom to ask', async (_, claims, whom) => {
    await issuer.claim(claims);
    const page = await open('/', javascript);
    await page.getByText(whom).waitFor();
    expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
    await expectNoAxeFindings(page);
  });
});

it('an answer of the issuer that another browser asked for signs nobody in', async () => {
  await issuer.claim(manager);
  const other = await rig.chromium.openPage();
  const returned = other.waitForRequest((request) => request.url().includes('/sign-in/done?'));
  await other.goto(`${rig.url}/`);
  const stolen = (await returned).url();
  const page = await rig.chromium.openPage();
  await issuer.claim({ email: 'x@council.example' });
  await page.goto(`${rig.url}/sign-in`);
  await page.goto(stolen);
  expect(await page.getByText('You are signed in as').count()).toBe(0);
});

it('nobody chooses who they are, signed in or not', async () => {
  const answer = await fetch(`${rig.url}/sign-in`, { redirect: 'manual' });
  expect(answer.headers.get('location')).toContain(`${issuer.settings.issuer}/authorize?`);
  await issuer.claim(manager);
  const page = await open('/');
  const _csrf = await page.locator('input[name="_csrf"]').first().inputValue();
  const form = { _csrf, person: 'director-1' };
  expect((await page.request.post(`${rig.url}/sign-in`, { form })).status()).toBe(404);
  await page.goto(rig.url);
  await page.getByText('You are signed in as Safeguarding manager 1').waitFor();
});

it('an issuer that goes down meanwhile is said to be down', async () => {
  await issuer.claim(manager);
  const page = await rig.chromium.openPage();
  const next = async (url: string) => {
    const answer = await page.request.get(url, { maxRedirects: 0 });
    return answer.headers()['location'] ?? '';
  };
  const back = await next(await next(`${rig.url}/sign-in`));
  await issuer.stop();
  await page.goto(back);
  await page.getByText(/The sign-in service at localhost:\d+ does not answer/).waitFor();
  await expectNoAxeFindings(page);
});
