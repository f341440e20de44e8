import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expectNoAxeFindings } from '../support/chromium';
import { startWebRig, type WebRig } from '../support/web-rig';

let rig: WebRig;
beforeAll(async () => {
  rig = await startWebRig();
});
afterAll(() => rig.stop());

const contentOf = (page: Page) => page.locator('main').innerText();

async function typeDate(page: Page, name: string, date: Date): Promise<void> {
  await page.locator(`#${name}-day`).fill(String(date.getUTCDate()));
  await page.locator(`#${name}-month`).fill(String(date.getUTCMonth() + 1));
  await page.locator(`#${name}-year`).fill(String(date.getUTCFullYear()));
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

describe.each([true, false])('with JavaScript: %s', (javascript) => {
  it('everything that is set up is shown in words', async () => {
    const page = await rig.pageOf('manager-1', { javascript });
    await page.getByRole('link', { name: 'Set up' }).click();
    await expectNoAxeFindings(page);
    const shown: [string, string][] = [
      ['People', 'directors-office@council.example'],
      ['Calendar', 'Boxing Day'],
      [
        'The authority’s file',
        '3 working days before it is due, at 09:00: reminder to the notifying officer',
      ],
    ];
    for (const [name, words] of shown) {
      await page.getByRole('link', { name, exact: true }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      expect(await contentOf(page)).toContain(words);
      await expectNoAxeFindings(page);
    }
  });

  it('an absence leaves a gap in red, until it is ended', async () => {
    const page = await rig.pageOf('manager-1', { javascript });
    await page.goto(`${rig.url}/setup/absences`);
    expect(await contentOf(page)).toContain('Covered');
    await page.getByLabel('Who is away?').selectOption('officer-2');
    await typeDate(page, 'from', inDays(2));
    await page.getByRole('button', { name: 'Enter the absence' }).click();
    expect(await page.title()).toBe('Error: Absences and cover – notifiable');
    expect(await page.getByLabel('Who is away?').inputValue()).toBe('officer-2');
    await expectNoAxeFindings(page);
    await typeDate(page, 'to', inDays(3));
    await page.getByRole('button', { name: 'Enter the absence' }).click();
    await page.getByText('The absence is entered.').waitFor();
    expect(await contentOf(page)).toMatch(
      /Nobody there Deputy from .* then goes to the manager\./i,
    );
    await expectNoAxeFindings(page);
    await page.getByRole('button', { name: /^End it.*Notifying officer 2/ }).click();
    await page.getByText('The absence is ended.').waitFor();
    expect(await contentOf(page)).toContain('Covered');
  });
});

it('somebody without the roles for it enters their own absence alone, and does not read the file', async () => {
  const page = await rig.pageOf('front-door-1', { width: 390 });
  await page.goto(`${rig.url}/setup/absences`);
  expect(await page.getByLabel('Who is away?').count()).toBe(0);
  expect(await page.getByRole('link', { name: 'The authority’s file' }).count()).toBe(0);
  await typeDate(page, 'from', inDays(1));
  await typeDate(page, 'to', inDays(1));
  await page.getByLabel('Who covers?').selectOption('front-door-1');
  await page.getByRole('button', { name: 'Enter the absence' }).click();
  await page.getByRole('link', { name: 'Nobody can cover for themselves' }).waitFor();
  await page.getByLabel('Who covers?').selectOption('manager-1');
  await page.getByRole('button', { name: 'Enter the absence' }).click();
  await page.getByText('Safeguarding manager 1 covers').waitFor();
  const refused = await page.goto(`${rig.url}/setup/file`);
  expect(refused?.status()).toBe(403);
});

it('a mistake in the authority’s file is named on every page, until it is mended', async () => {
  const page = await rig.pageOf('manager-1');
  const { authorityFile } = rig.settings;
  const good = readFileSync(authorityFile, 'utf8');
  writeFileSync(authorityFile, good.replace('"roles":["auditor"]', '"roles":["auditors"]'));
  const answer = await page.goto(`${rig.url}/setup`);
  expect(answer?.status()).toBe(503);
  expect(await contentOf(page)).toMatch(/people\[8\]\.roles\[0\]/);
  await expectNoAxeFindings(page);
  writeFileSync(authorityFile, good);
  await page.goto(`${rig.url}/setup`);
  await page.getByRole('heading', { name: 'How it is set up' }).waitFor();
});
