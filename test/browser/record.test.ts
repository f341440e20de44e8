import type { Page } from 'playwright-core';
import { expectNoAxeFindings } from '../support/chromium';
import { incidentOfNow, valueOf } from '../support/outcomes';
import { startWebRig, type WebRig } from '../support/web-rig';

let rig: WebRig;
beforeAll(async () => {
  rig = await startWebRig();
});
afterAll(() => rig.stop());

const start = async (child: Record<string, unknown> = {}): Promise<string> => {
  const given = { report: incidentOfNow({}, child), reference: null, by: 'officer-1' };
  return valueOf(await rig.cases.start(given)).reference;
};

async function open(person: string, reference: string, javascript = false): Promise<Page> {
  const page = await rig.pageOf(person, { javascript });
  await page.goto(`${rig.url}/records/${reference}`);
  return page;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const follow = (page: Page, name: string | RegExp) =>
  page.getByRole('link', { name }).first().click();
const said = (page: Page) => page.getByRole('alert').innerText();

describe.each([true, false])('an incident record, with JavaScript: %s', (javascript) => {
  it('says where it stands, what is known, what follows and what is to be done', async () => {
    const reference = await start();
    const page = await open('officer-1', reference, javascript);
    expect(await page.title()).toBe(`${reference} – notifiable`);
    const text = await page.locator('main').innerText();
    expect(text).toContain('4 tasks left');
    expect(text).toContain('The authority became aware');
    expect(text).toContain('Abuse or neglect\tsuspected');
    expect(text).toContain('A child has died and abuse or neglect is known or suspected');
    expect(text).toContain('5 working days left; aim for 17:00 that day');
    expect(text).toContain('Working Together 2026 has not been checked');
    expect(text).toContain('This record may be disclosed.');
    await page.getByText('How the days were counted').first().click();
    await expectNoAxeFindings(page);
  });

  it('“I have got this” is one press, and the page says so', async () => {
    const page = await open('officer-1', await start(), javascript);
    await press(page, /I have got this.*Notify the national Panel/);
    expect(await said(page)).toContain('Others see that you have got this.');
    const card = page.locator('[id="task-panel"]');
    expect(await card.innerText()).toContain('Notifying officer 1, since');
    await expectNoAxeFindings(page);
    await press(page, 'I have got all of these');
    expect(await page.getByRole('button', { name: /^I have got this/ }).count()).toBe(0);
  });

  it('a withdrawal takes a reason, a look at what will come of it, and a second person', async () => {
    const reference = await start();
    const officer = await open('officer-1', reference, javascript);
    await follow(officer, 'Withdraw the incident');
    await expectNoAxeFindings(officer);
    await press(officer, 'Continue');
    expect(await officer.title()).toBe('Error: Withdraw the incident – notifiable');
    await expectNoAxeFindings(officer);
    await officer.getByLabel('Why?', { exact: true }).fill('recorded in the wrong authority');
    await press(officer, 'Continue');
    expect(await officer.locator('main').innerText()).toContain('Nobody was told yet.');
    await expectNoAxeFindings(officer);
    await press(officer, 'Change what you wrote');
    expect(await officer.getByLabel('Why?', { exact: true }).inputValue()).toBe(
      'recorded in the wrong authority',
    );
    await press(officer, 'Continue');
    await press(officer, 'Withdraw the incident');
    expect(await said(officer)).toContain('It waits for a second person');
    expect(await officer.locator('main').innerText()).toContain(
      'You proposed this: a second person',
    );

    const manager = await open('manager-1', reference, javascript);
    await expectNoAxeFindings(manager);
    await follow(manager, /^Approve it/);
    await press(manager, 'Continue');
    const check = await manager.locator('main').innerText();
    expect(check).toContain('Notifying officer 1 proposed it');
    expect(check).toContain('recorded in the wrong authority');
    await press(manager, 'Give the second person’s approval');
    expect(await manager.locator('main').innerText()).toContain('Withdrawn');
    await follow(manager, 'Open the record again');
    await manager.getByLabel('Why?', { exact: true }).fill('it was ours after all');
    await press(manager, 'Continue');
    await press(manager, 'Open the record again');
    expect(await manager.locator('main').innerText()).toContain('Say what is to be done now');
  });
});

it('nobody approves what they proposed themselves', async () => {
  const reference = await start();
  const wish = { name: 'withdraw', reason: 'entered twice' } as const;
  valueOf(await rig.cases.act(reference, wish, { by: 'manager-1' }));
  const own = await open('manager-1', reference);
  expect(await own.locator('main').innerText()).toContain('a second person must approve it');
  expect(await own.getByRole('link', { name: /^Approve it/ }).count()).toBe(0);
  await own.goto(`${rig.url}/records/${reference}/act/approve?proposal=p1`);
  expect(await own.locator('main').innerText()).toContain('nothing to choose');
  const other = await open('manager-2', reference);
  expect(await other.getByRole('link', { name: /^Approve it/ }).count()).toBe(1);
});

it('a refused action keeps what was typed, and says what to do', async () => {
  const page = await open('officer-1', await start());
  await follow(page, 'Link it with another record');
  await page.getByLabel('What is the other record’s reference?').fill('SI-2026-NONE');
  await page.getByLabel('Why?', { exact: true }).fill('both tell of the same evening');
  await press(page, 'Continue');
  await press(page, 'Link it with another record of the same incident');
  expect(await page.title()).toContain('Error: ');
  expect(await page.getByLabel('Why?', { exact: true }).inputValue()).toBe(
    'both tell of the same evening',
  );
  await expectNoAxeFindings(page);
});

it('two records are linked, and each shows the other', async () => {
  const [one, two] = [await start(), await start()];
  const page = await open('officer-1', one);
  await follow(page, 'Link it with another record');
  await page.getByLabel('What is the other record’s reference?').fill(two.toLowerCase());
  await page.getByLabel('Why?', { exact: true }).fill('entered twice');
  await press(page, 'Continue');
  await press(page, 'Link it with another record of the same incident');
  await follow(page, two);
  expect(await page.getByRole('link', { name: one }).count()).toBe(1);
});

it('facts that are not yet known show what is missing and when it would be due', async () => {
  const reference = await start({ abuseOrNeglect: 'not-yet-known' });
  const page = await open('manager-1', reference);
  const text = await page.locator('main').innerText();
  expect(text).toContain('Missing: abuse or neglect');
  expect(text).toContain('If it turns out to be met');
  await follow(page, /^Propose not to notify/);
  for (const partner of ['Example Council', 'Example Integrated Care Board', 'Example Police']) {
    await page.getByLabel(`What does ${partner} think?`).fill(`view of ${partner}`);
  }
  await page.getByLabel('Why?', { exact: true }).fill('the post-mortem found a natural cause');
  await expectNoAxeFindings(page);
  await press(page, 'Continue');
  await press(page, 'Propose not to notify');
  expect(await said(page)).toContain('It waits for a second person');
});

it('a task is given to somebody else', async () => {
  const page = await open('manager-1', await start());
  await follow(page, /^Give it to somebody else.*Notify the national Panel/);
  await page.getByLabel('Notifying officer 2').check();
  await press(page, 'Continue');
  await press(page, 'Give a task to somebody else');
  expect(await page.locator('[id="task-panel"]').innerText()).toContain('Notifying officer 2');
});

it('a manager sets when to look again; too far ahead leads back to the date', async () => {
  const page = await open('manager-1', await start({ abuseOrNeglect: 'not-yet-known' }));
  await follow(page, /^Set when to look again/);
  await page.getByLabel('Day').fill('1');
  await page.getByLabel('Month').fill('6');
  await page.getByLabel('Year').fill('2028');
  await page.getByLabel('Why?', { exact: true }).fill('the post-mortem takes weeks');
  await press(page, 'Continue');
  await press(page, 'Set when to look again');
  expect(await page.title()).toContain('Error: ');
  await page.getByRole('alert').getByRole('link').click();
  expect(new URL(page.url()).hash).toBe('#on-day');
  expect(await page.getByLabel('Year').inputValue()).toBe('2028');
});

it('fits a phone, and prints without buttons and with what is folded away', async () => {
  const reference = await start();
  const page = await rig.pageOf('officer-1', { width: 375 });
  await page.goto(`${rig.url}/records/${reference}`);
  const width = await page.evaluate('document.documentElement.scrollWidth');
  expect(width).toBeLessThanOrEqual(375);
  await expectNoAxeFindings(page);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: /I have got/ }).count()).toBe(0);
  expect(await page.getByText('Day 0, not counted itself').first().isVisible()).toBe(true);
});
