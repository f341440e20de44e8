import type { Page } from 'playwright-core';
import { buildEntries, buildStand, buildTask } from '../support/build-entries';
import { expectNoAxeFindings } from '../support/chromium';
import { doneAt, incidentOfNow, valueOf } from '../support/outcomes';
import { until } from '../support/until';
import { startWebRig, type WebRig } from '../support/web-rig';

let rig: WebRig;
let reference: string;

/** One real incident whose Panel task is done, and a late task of a record of long ago. */
beforeAll(async () => {
  rig = await startWebRig();
  const started = await rig.cases.start({
    report: incidentOfNow(),
    reference: null,
    by: 'officer-1',
  });
  ({ reference } = valueOf(started));
  const done = doneAt(['panel'], new Date().toISOString());
  valueOf(await rig.cases.act(reference, done, { by: 'officer-1' }));
  await until(async () => {
    const entries = await rig.register.recorder.read(reference);
    return entries.some(({ kind }) => kind === 'done');
  });
  const late = buildStand([buildTask({ owner: 'officer-2' })]);
  await rig.register.recorder.append('SI-2026-LATE', buildEntries(1), late);
});
afterAll(() => rig.stop());

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();
const bodyOf = (page: Page) => page.locator('main').innerText();

describe.each([true, false])('a manager, with JavaScript: %s', (javascript) => {
  const pageAt = async (path: string, person = 'manager-1') => {
    const page = await rig.pageOf(person, { javascript });
    await page.goto(`${rig.url}${path}`);
    return page;
  };

  it('sees first what is late, with counts, and narrows the list', async () => {
    const page = await pageAt('/overview');
    expect(await page.locator('.app-counts').innerText()).toMatch(/^1\s+late/);
    const references = page.locator('th[scope="rowgroup"] a');
    const listed = await references.allInnerTexts();
    expect(listed[0]).toBe('SI-2026-LATE');
    expect(listed).toContain(reference);
    await expectNoAxeFindings(page);
    await page.getByText('Narrow the list').click();
    await page.getByLabel('Whose task').selectOption('officer-2');
    await page.getByLabel('How the task stands').selectOption('late');
    await page.getByRole('button', { name: 'Show these' }).click();
    expect(await references.allInnerTexts()).toEqual(['SI-2026-LATE']);
    await expectNoAxeFindings(page);
  });

  it('is told what is wrong with a filter, and keeps what they typed', async () => {
    const page = await pageAt('/overview?days-left=soon&state=late');
    expect(await page.title()).toBe('Error: Overview – notifiable');
    expect(await page.getByLabel('Working days left, at most').inputValue()).toBe('soon');
    await page.getByRole('link', { name: /no number of working days/ }).click();
    await expectNoAxeFindings(page);
  });

  it('finds a record by its reference; what they type is in no address', async () => {
    const page = await pageAt('/overview');
    const find = async (text: string) => {
      const field = page.getByLabel('Find a record by its reference');
      if (!(await field.isVisible())) await page.getByText('Narrow the list').click();
      await field.fill(text);
      await page.getByRole('button', { name: 'Find' }).click();
    };
    await find('a child’s name');
    expect(await bodyOf(page)).toContain('No record has this reference');
    expect(page.url()).toBe(`${rig.url}/overview/find`);
    await expectNoAxeFindings(page);
    await find('si-20');
    expect(await page.locator('th[scope="rowgroup"] a').count()).toBe(2);
    await find(reference.toLowerCase());
    expect(page.url()).toBe(`${rig.url}/records/${reference}`);
  });

  it('sees how each notification kept to its five days, drawn and as a table', async () => {
    const page = await pageAt('/timeliness');
    const picture = page.getByRole('img', { name: 'Each notification against' });
    expect(await picture.textContent()).toContain(
      `${reference}, Notify the national Panel: done in time, day 0`,
    );
    const table = page.getByRole('region', { name: 'The same as a table' });
    expect(await table.locator('tbody tr').count()).toBe(4);
    expect(await bodyOf(page)).toContain('SI-2026-LATE');
    await expectNoAxeFindings(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /for a spreadsheet/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^timeliness-.*\.csv$/);
  });

  it('is told what is wrong with a period', async () => {
    const page = await pageAt('/timeliness');
    await page.getByRole('group', { name: 'The first day' }).getByLabel('Month').fill('13');
    await page.getByRole('button', { name: 'Show this period' }).click();
    expect(await page.title()).toBe('Error: Timeliness – notifiable');
    expect(await page.locator('#from-month').inputValue()).toBe('13');
    await expectNoAxeFindings(page);
  });

  it('reads a record’s history: when it happened and when it was recorded, or some of it', async () => {
    const page = await pageAt(`/records/${reference}/history`);
    const lines = page.locator('tbody tr');
    const all = await lines.count();
    await expectNoAxeFindings(page);
    await page.getByText('Show some of it only').click();
    await page.getByLabel('About').selectOption('Done');
    await page.getByLabel('Task').selectOption('panel');
    await page.getByRole('button', { name: 'Show these' }).click();
    expect(await lines.count()).toBe(1);
    expect(await lines.innerText()).toMatch(/Notifying officer 1/);
    expect(await bodyOf(page)).toContain(`1 of ${all} lines`);
    await expectNoAxeFindings(page);
  });

  it('has one page for the director', async () => {
    const page = await pageAt(`/records/${reference}/director`, 'director-1');
    const titles = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(titles).toEqual(['What happened', 'Who knew when', 'What is done', 'What is next']);
    expect(await bodyOf(page)).toMatch(
      /Notify the national Panel: done, .* by Notifying officer 1/,
    );
    await expectNoAxeFindings(page);
  });
});

describe('who read a record', () => {
  it.each(['director-1', 'auditor-1', 'data-protection-1'])('is shown to %s', async (person) => {
    const page = await rig.pageOf(person);
    await page.goto(`${rig.url}/records/${reference}/reads`);
    expect(await bodyOf(page)).toMatch(/looked at the record|looked at who read it/);
    await expectNoAxeFindings(page);
  });

  it('is not for a manager, and the overview not for an officer', async () => {
    const manager = await rig.pageOf('manager-1');
    const reads = await manager.goto(`${rig.url}/records/${reference}/reads`);
    expect(reads?.status()).toBe(403);
    const officer = await rig.pageOf('officer-1');
    for (const path of ['/overview', '/timeliness', `/records/${reference}/director`]) {
      expect((await officer.goto(`${rig.url}${path}`))?.status()).toBe(403);
    }
    expect(await officer.getByRole('link', { name: 'Overview' }).count()).toBe(0);
  });
});

it.each(['/overview', '/timeliness', '/records/REF/history', '/records/REF/director'])(
  '%s fits a phone, and prints without what only a screen needs',
  async (path) => {
    const page = await rig.pageOf('director-1', { width: 390 });
    await page.goto(rig.url + path.replace('REF', reference));
    await expectNoAxeFindings(page);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(390);
    await page.emulateMedia({ media: 'print' });
    const hidden = page.locator('.app-no-print, .govuk-service-navigation');
    for (const one of await hidden.all()) expect(await one.isVisible()).toBe(false);
    expect(await heading(page)).not.toBe('');
  },
);
