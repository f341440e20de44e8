import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { up } from '../../bin/up';
import { serveAlone } from '../../bin/web';
import { readSettings } from '../../settings';
import { expectNoAxeFindings } from '../support/chromium';
import { startWebRig, type WebRig } from '../support/web-rig';

let rig: WebRig;
beforeAll(async () => {
  rig = await startWebRig();
});
afterAll(() => rig.stop());

describe.each([true, false])('on one machine, with JavaScript: %s', (javascript) => {
  it('one chooses who one is, and comes back to the page one asked for', async () => {
    const page = await rig.chromium.openPage({ javascript });
    await page.goto(`${rig.url}/records/SI-2026-NONE`);
    expect(await page.title()).toBe('Who are you? – notifiable');
    await expectNoAxeFindings(page);
    await page.getByLabel('Notifying officer 1').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('You are signed in as Notifying officer 1').waitFor();
    expect(new URL(page.url()).pathname).toBe('/records/SI-2026-NONE');
    await expectNoAxeFindings(page);
  });

  it('choosing nobody is said to be that', async () => {
    const page = await rig.chromium.openPage({ javascript });
    await page.goto(`${rig.url}/sign-in`);
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await page.title()).toBe('Error: Who are you? – notifiable');
    await page.getByRole('link', { name: 'Choose who you are' }).click();
    await expectNoAxeFindings(page);
  });

  it('signing out ends the session, also for whoever kept its cookie', async () => {
    const page = await rig.pageOf('officer-1', { javascript });
    const cookies = await page.context().cookies();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(/sign/);
    await expectNoAxeFindings(page);
    await page.context().addCookies(cookies);
    await page.goto(rig.url);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });
});

it('signing in begins another session than the one before it', async () => {
  const page = await rig.chromium.openPage();
  await page.goto(`${rig.url}/sign-in`);
  const [before] = await page.context().cookies();
  await page.getByLabel('Auditor').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  const [after] = await page.context().cookies();
  expect(after).toMatchObject({ name: before?.name, httpOnly: true, sameSite: 'Lax' });
  expect(after?.value).not.toBe(before?.value);
});

const signedIn = (ago: string) =>
  `update web_sessions set sess = jsonb_set(sess::jsonb, '{signedInAt}', to_jsonb(now() - interval '${ago}'))::json`;

it.each([
  [
    'goes on within its hour',
    '/tasks',
    `update web_sessions set expire = now() + interval '1 minute'`,
  ],
  ['ends an hour after the last request', '/sign-in', 'update web_sessions set expire = now()'],
  ['goes on within twelve hours', '/tasks', signedIn('11 hours 59 minutes')],
  ['ends after twelve hours, however busy', '/sign-in', signedIn('12 hours 1 second')],
])('a session %s', async (_, led, later) => {
  const page = await rig.pageOf('officer-1');
  await rig.postgres.tamper(later);
  await page.goto(`${rig.url}/tasks`);
  expect(new URL(page.url()).pathname).toBe(led);
});

test.each(['notifiable.example', '127.0.0.1.example', 'localhost.example:80'])(
  'asked for as %s, nobody chooses who they are',
  async (host) => {
    const asked = request(`${rig.url}/sign-in`, { headers: { host } }).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    answer.resume();
    expect(answer.statusCode).toBe(421);
  },
);

describe('with NODE_ENV=production and no issuer', () => {
  const dataFolder = join(tmpdir(), 'notifiable-never-made');
  const settings = readSettings({
    NODE_ENV: 'production',
    NOTIFIABLE_DATA: dataFolder,
    TEMPORAL_ADDRESS: 'localhost:1',
    SMTP_URL: 'smtp://localhost:1',
    DATABASE_URL: 'postgres://localhost:1/none',
    NOTIFIABLE_PAYLOAD_KEY: Buffer.alloc(32, 7).toString('base64'),
  });
  const say = () => undefined;

  test.each<[string, () => Promise<unknown>]>([
    ['web', () => serveAlone(settings, say)],
    ['up', () => up({ settings, say, begin: null })],
  ])('`%s` names what is missing and starts nothing', async (_, command) => {
    await expect(command()).rejects.toThrow(
      /OIDC_ISSUER is missing.*\n.*OIDC_CLIENT_ID.*\n.*OIDC_CLIENT_SECRET/,
    );
    expect(existsSync(dataFolder)).toBe(false);
  });
});
