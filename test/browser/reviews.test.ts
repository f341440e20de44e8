import type { Page } from 'playwright-core';
import { expectNoAxeFindings } from '../support/chromium';
import { doneAt, incidentOf, incidentOfNow, valueOf } from '../support/outcomes';
import { until } from '../support/until';
import { startWebRig, type WebRig } from '../support/web-rig';

let rig: WebRig;
let reference: string;
beforeAll(async () => {
  rig = await startWebRig();
  reference = await startReview();
});
afterAll(() => rig.stop());

/** The review of an incident of which the Panel was told just now. */
async function startReview(): Promise<string> {
  const by = 'officer-1';
  const started = await rig.cases.start({ report: incidentOfNow({}, {}), reference: null, by });
  const { reference: incident } = valueOf(started);
  // People type minutes, so the Panel was told at the beginning of one.
  const at = new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString();
  valueOf(await rig.cases.act(incident, doneAt(['panel'], at), { by }));
  await until(async () => incidentOf(await rig.cases.inspect(incident)).review?.isBegun === true);
  const review = incident.replace('SI-', 'RR-');
  // Lists show what the register has.
  await until(() => rig.register.queries.isKnown(review));
  return review;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

const reviewNow = async () => {
  const view = valueOf(await rig.cases.inspect(reference));
  if (view.kind !== 'review') throw new Error('This is no review');
  return view;
};

it('a review goes by its board from a sign-off through the decision, without JavaScript', async () => {
  const page = await rig.pageOf('business-manager-1', { javascript: false });
  await page.goto(`${rig.url}/reviews`);
  await expectNoAxeFindings(page);
  await page.getByRole('link', { name: reference }).click();
  await page.getByRole('heading', { name: /^Take it up/ }).waitFor();
  await expectNoAxeFindings(page);

  await page.locator('a[href$="act/signOff?task=sign-off%3Apolice"]').click();
  await page
    .getByRole('group', { name: 'Does the partner agree?' })
    .getByLabel('It dissents')
    .check();
  await page.getByLabel('Why?').fill('one gap');
  await press(page, 'Continue');
  await press(page, 'Record a partner’s sign-off');
  await page.getByText('The partner’s sign-off is recorded.').waitFor();
  expect(await reviewNow()).toMatchObject({ dissenting: ['police'] });

  await page
    .getByRole('link', { name: /^Record the decision/ })
    .first()
    .click();
  await page.getByText('dissents: one gap').waitFor();
  await sayWhen(page);
  await page.getByLabel('A local child safeguarding practice review is held').check();
  for (const letter of ['a', 'b', 'c', 'd']) {
    await page
      .getByRole('group', { name: `(${letter})` })
      .getByLabel('Yes')
      .check();
    await page.getByLabel(`(${letter}) Why is that the answer?`).fill(`reason ${letter}`);
  }
  await press(page, 'Continue');
  // What was left out is named, and nothing that was typed is lost.
  expect(await page.title()).toMatch(/^Error: /);
  await page.getByLabel('Why was it so decided?').fill('agencies did not talk');
  await press(page, 'Continue');
  await press(page, 'Record the decision on a local review');
  await page.getByRole('heading', { name: 'The report’s dates' }).waitFor();
  await page.getByRole('heading', { name: 'Oversight' }).waitFor();
  await expectNoAxeFindings(page);
  expect((await reviewNow()).decisions).toMatchObject([
    { decision: 'local-review', factors: { themes: { answer: 'yes', reason: 'reason b' } } },
  ]);
});

/** Now, as London's clocks show it. */
async function sayWhen(page: Page) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: 'Europe/London', day: 'numeric', month: 'numeric', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit' },
  }).formatToParts(new Date());
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  await page.getByLabel('Day').fill(part('day'));
  await page.getByLabel('Month').fill(part('month'));
  await page.getByLabel('Year').fill(part('year'));
  await page.getByLabel('Time').fill(`${part('hour')}:${part('minute')}`);
}

it('a notifying officer, whom a review does not concern, is told that it is not found', async () => {
  const page = await rig.pageOf('officer-1');
  expect((await page.goto(`${rig.url}/records/${reference}`))?.status()).toBe(404);
  expect((await page.goto(`${rig.url}/reviews`))?.status()).toBe(403);
});
