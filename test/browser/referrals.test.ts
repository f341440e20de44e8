import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expectNoAxeFindings } from '../support/chromium';
import { valueOf } from '../support/outcomes';
import { startWebRig, type WebRig } from '../support/web-rig';

let rig: WebRig;
beforeAll(async () => {
  rig = await startWebRig();
});
afterAll(() => rig.stop());

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

const choose = (page: Page, question: string, answer: string) =>
  page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check();

const referenceIn = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';

const referralIn = async (page: Page) => {
  const view = valueOf(await rig.cases.inspect(referenceIn(page)));
  if (view.kind !== 'referral') throw new Error('This is no referral');
  return view;
};

/** The first page, where it is asked whether somebody has been told. */
async function begin(page: Page, path: string, capacity: string) {
  await page.goto(rig.url + path);
  await expectNoAxeFindings(page);
  await choose(page, 'Has a safeguarding concern been raised?', 'No');
  await choose(page, 'In which capacity do you refer it?', capacity);
  await press(page, 'Continue');
}

async function sayWhy(page: Page) {
  await page.getByLabel('What is your role?').fill('Designated nurse');
  await press(page, 'Continue');
  await page.getByLabel('What happened?').fill('a child was found unconscious');
  await page.getByLabel('Why do you believe').fill('three agencies closed their work');
  await press(page, 'Continue');
}

describe.each([true, false])('a referral, with JavaScript: %s', (javascript) => {
  it('is handed in, viewed, decided, and its incident started', async () => {
    const page = await rig.pageOf('business-manager-1', { javascript });
    await begin(page, '/refer', 'For an agency that works with children or families');
    // Whom to ring is there at once, and nothing is held up.
    await page.getByText('Raise the safeguarding concern now').waitFor();
    await sayWhy(page);
    await choose(page, 'Has the child died, or been seriously harmed?', 'Seriously harmed');
    await choose(page, 'Is abuse or neglect known or suspected?', 'Suspected');
    await press(page, 'Add another child');
    await page.getByRole('heading', { name: 'Child B' }).waitFor();
    await expectNoAxeFindings(page);
    await press(page, 'Check and send');
    expect(await page.title()).toBe('Practice review referral: check your answers – notifiable');
    await page.getByText('a child was found unconscious').waitFor();
    await expectNoAxeFindings(page);
    await press(page, 'Send the referral');
    await page.waitForURL(/\/records\/PR-/);
    await expectNoAxeFindings(page);
    expect((await referralIn(page)).form).toMatchObject({
      referrer: { capacity: 'agency', role: 'Designated nurse' },
      children: [{ ref: 'A', harm: 'seriously-harmed', abuseOrNeglect: 'suspected' }, { ref: 'B' }],
    });

    await page.locator('a[href$="act/giveView?task=partner-view%3Aicb"]').click();
    await choose(page, 'What is the partner’s view?', 'The criteria are met');
    await page.getByLabel('Why?').fill('neglect is suspected');
    await press(page, 'Continue');
    await press(page, 'Record a partner’s view');
    await page.getByText('The partner’s view is recorded.').waitFor();
    expect((await referralIn(page)).views).toMatchObject([{ partner: 'icb', view: 'meets' }]);

    await page.getByRole('link', { name: /^Record the decision/ }).click();
    await choose(page, 'What is decided?', 'No further action');
    for (const label of ['Why is it so', 'Does it raise', 'What could', 'What is the referrer']) {
      await page.getByLabel(label).fill('as the partners said');
    }
    await press(page, 'Continue');
    await press(page, 'Record the partners’ decision');
    await page.getByText('Whose view does not fit it').waitFor();
    expect((await referralIn(page)).decisions).toMatchObject([
      { outcome: 'no-further-action', dissenting: ['icb'] },
    ]);

    const referral = referenceIn(page);
    await page.goto(`${rig.url}/referrals`);
    await expectNoAxeFindings(page);
    await page.getByRole('link', { name: referral }).click();
    await page
      .getByRole('link', { name: /^Start the incident record/ })
      .first()
      .click();
    await press(page, 'Continue');
    await press(page, 'Start the incident record');
    await page.getByText('The incident record is started.').waitFor();
    await page.getByRole('link', { name: /^SI-/ }).click();
    expect(await page.title()).toMatch(/^SI-\d{4}-\w{4} – notifiable$/);
  });

  it('keeps everything that was typed, and links each problem to its field', async () => {
    const page = await rig.pageOf('officer-1', { javascript });
    await page.goto(`${rig.url}/refer`);
    await press(page, 'Continue');
    expect(await page.title()).toMatch(/^Error: Practice review referral/);
    await expectNoAxeFindings(page);
    await begin(page, '/refer', 'As a councillor');
    await page.getByLabel('What is your role?').fill('Ward councillor');
    await press(page, 'Continue');
    await page
      .getByRole('group', { name: 'On which date did it happen?' })
      .getByLabel('Day')
      .fill('40');
    await page.getByLabel('What happened?').fill('kept as it was');
    await press(page, 'Continue');
    await page.getByRole('link', { name: /^This date is not whole/ }).click();
    expect(await page.getByLabel('What happened?').inputValue()).toBe('kept as it was');
    await press(page, 'Back');
    expect(await page.getByLabel('What is your role?').inputValue()).toBe('Ward councillor');
  });
});

it('sent twice, a referral is one', async () => {
  const page = await rig.pageOf('business-manager-1');
  await begin(page, '/refer', 'For an agency that works with children or families');
  await sayWhy(page);
  await press(page, 'Check and send');
  const typed = await page.evaluate<string>(
    "new URLSearchParams(new FormData(document.querySelector('main form'))).toString()",
  );
  const body = `${typed}&go=send`;
  const send = async () => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const sent = await page.request.post(`${rig.url}/refer`, {
      data: body,
      headers,
      maxRedirects: 0,
    });
    return sent.headers()['location'];
  };
  const first = await send();
  expect(first).toMatch(/^\/records\/PR-/);
  expect(await send()).toBe(first);
});

describe('the public form', () => {
  const turn = (publicReferrals: boolean) => {
    const path = rig.env['NOTIFIABLE_AUTHORITY'] ?? '';
    const authority = JSON.parse(readFileSync(path, 'utf8')) as object;
    writeFileSync(path, JSON.stringify({ ...authority, publicReferrals }));
  };

  it('is not there unless the authority’s file turns it on', async () => {
    const page = await rig.chromium.openPage();
    for (const path of ['/public/refer', '/public/refer/received/PR-2026-7K3F']) {
      expect((await page.goto(rig.url + path))?.status()).toBe(404);
    }
  });

  it('takes a referral without sign-in, and says no more than that it arrived', async () => {
    turn(true);
    const page = await rig.chromium.openPage({ javascript: false, width: 390 });
    await begin(page, '/public/refer', 'As a member of the public');
    await page.getByLabel('What is your name?').fill('Referrer 1');
    expect(await page.getByLabel('Which agency').count()).toBe(0);
    await press(page, 'Continue');
    await page.getByLabel('What happened?').fill('a child was hurt');
    await page.getByLabel('Why do you believe').fill('nobody listened');
    await press(page, 'Check and send');
    await expectNoAxeFindings(page);
    await press(page, 'Send the referral');
    await page.getByText('Received').first().waitFor();
    await expectNoAxeFindings(page);
    expect(await page.getByText('a child was hurt').count()).toBe(0);
    const { form } = await referralIn(page);
    expect(form).toMatchObject({
      referrer: { capacity: 'public' },
      whatHappened: 'a child was hurt',
    });
    // The reference opens nothing.
    await page.goto(`${rig.url}/records/${referenceIn(page)}`);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });

  it('takes five an hour from one address, and no more', async () => {
    const page = await rig.chromium.openPage();
    await page.goto(`${rig.url}/public/refer`);
    const token = await page.locator('[name="_csrf"]').first().inputValue();
    const send = async () => {
      const form = { _csrf: token, go: 'send' };
      return (await page.request.post(`${rig.url}/public/refer`, { form })).status();
    };
    // One was sent before; what is wrong with these is not looked at once there are too many.
    expect([await send(), await send(), await send(), await send()]).toEqual([422, 422, 422, 422]);
    expect(await send()).toBe(429);
    // Turning the pages goes on.
    expect((await page.goto(`${rig.url}/public/refer`))?.status()).toBe(200);
    turn(false);
  });
});
