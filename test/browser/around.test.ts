import type { Page } from 'playwright-core';
import { expectNoAxeFindings } from '../support/chromium';
import { incidentOfNow, valueOf } from '../support/outcomes';
import { startWebRig, type WebRig } from '../support/web-rig';

let rig: WebRig;
let reference: string;

beforeAll(async () => {
  rig = await startWebRig();
});
afterAll(() => rig.stop());

beforeEach(async () => {
  const asked = { report: incidentOfNow(), reference: null, by: 'officer-1' };
  const started = await rig.cases.start(asked);
  ({ reference } = valueOf(started));
});

const open = (page: Page, path: string) => page.goto(`${rig.url}/records/${reference}${path}`);

const shown = (page: Page) => page.locator('main').innerText();

async function record(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click();
  await expectNoAxeFindings(page);
  await page.locator('main form button').first().click();
}

describe.each([true, false])('around a notification, with JavaScript: %s', (javascript) => {
  it('the sheet says what the form asks, what is known, and has text to copy', async () => {
    const page = await rig.pageOf('officer-1', { javascript });
    await open(page, '/sheet');
    await expectNoAxeFindings(page);
    const text = await shown(page);
    expect(text).toContain('Submit by the end of');
    expect(text).toContain('officer-1@council.example');
    expect(text).toMatch(/Gender\s*probably/);
    expect(await page.getByLabel('Text to copy').inputValue()).toContain(
      `Our reference: ${reference}`,
    );
    const query = { reference, limit: 1, before: null };
    const { accesses } = await rig.register.queries.accesses(query);
    expect(accesses).toMatchObject([{ who: 'officer-1', what: 'sheet' }]);
  });

  it('the briefing is one page, and printed it is the page alone', async () => {
    const page = await rig.pageOf('director-1', { javascript });
    await open(page, '/briefing');
    await expectNoAxeFindings(page);
    expect(await shown(page)).toContain('People first: is this child');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
  });

  it('each partner’s view is recorded and shown, and gates nothing', async () => {
    const page = await rig.pageOf('officer-1', { javascript });
    await open(page, '/views');
    await expectNoAxeFindings(page);
    await page.getByRole('link', { name: 'Record a view of Example Police' }).click();
    await expectNoAxeFindings(page);
    await page.getByLabel('Disagrees').check();
    await page.getByLabel('Why?').fill('no neglect is suspected');
    await record(page);
    await page.getByText('Disagrees: no neglect is suspected').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/records/${reference}/views`);
    await expectNoAxeFindings(page);
  });

  it('it goes out without the sign-off only with a reason; what was chosen is kept', async () => {
    const page = await rig.pageOf('officer-1', { javascript });
    await open(page, '/act/signOff');
    expect(await page.getByLabel('I have read it and sign it off').count()).toBe(0);
    await page.getByLabel('It is submitted without the sign-off').check();
    await record(page);
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.getByLabel('It is submitted without the sign-off').isChecked()).toBe(true);
    await page.getByLabel('Why?').fill('nobody was reached');
    await record(page);
    await page.getByText('Submitted without it').waitFor();
    await expectNoAxeFindings(page);
  });

  it('the director signs off', async () => {
    const page = await rig.pageOf('director-1', { javascript });
    await open(page, '/sign-off');
    await page.getByRole('button', { name: 'Record the sign-off' }).click();
    await page.getByLabel('I have read it and sign it off').check();
    await record(page);
    await page.getByText('Given', { exact: true }).waitFor();
  });

  it('what goes on alongside is noted', async () => {
    const page = await rig.pageOf('officer-1', { javascript });
    await open(page, '/alongside');
    await expectNoAxeFindings(page);
    await page.getByRole('link', { name: 'Note how this stands: Coroner' }).click();
    await page.getByLabel('In hand').check();
    await page.getByLabel('A short note').fill('told by telephone');
    await record(page);
    await page.getByText('In hand: told by telephone').waitFor();
    await expectNoAxeFindings(page);
  });
});

it.each(['sheet', 'briefing', 'views', 'sign-off', 'alongside'])(
  'of a record that there is none of, no page: %s',
  async (path) => {
    const page = await rig.pageOf('officer-1');
    const answer = await page.goto(`${rig.url}/records/SI-2026-NONE/${path}`);
    expect(answer?.status()).toBe(404);
  },
);

it('an auditor sees what was recorded, and no button to add to it', async () => {
  const page = await rig.pageOf('auditor-1');
  await open(page, '/alongside');
  expect(await shown(page)).toContain('Coroner');
  expect(await page.getByRole('link', { name: /^Note/ }).count()).toBe(0);
  expect((await open(page, '/sheet'))?.status()).not.toBe(200);
});
