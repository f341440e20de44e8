import { mkdirSync } from 'node:fs';
import { startChromium } from './support/chromium';

/**
 * Takes the pictures of docs/screenshots from pages that run: `npm start -- --try
 * examples/looked-after-child-death.json`, then `npx tsx test/screenshots.ts REF`.
 */
const [reference = '', base = 'http://localhost:8080'] = process.argv.slice(2);
const folder = 'docs/screenshots';
const pictures = [
  { name: 'start', person: 'officer-1', path: '/start', width: 1000 },
  { name: 'tasks', person: 'officer-1', path: '/tasks', width: 1000 },
  { name: 'record', person: 'manager-1', path: `/records/${reference}`, width: 1000 },
  { name: 'sheet', person: 'officer-1', path: `/records/${reference}/sheet`, width: 1000 },
  { name: 'overview', person: 'manager-1', path: '/overview', width: 1000 },
  { name: 'tasks-on-a-phone', person: 'officer-1', path: '/tasks', width: 390 },
] as const;

async function take(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const chromium = await startChromium();
  for (const { name, person, path, width } of pictures) {
    const page = await chromium.openPage({ width });
    await page.goto(`${base}/sign-in`);
    await page.locator(`input[name="person"][value="${person}"]`).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.goto(base + path);
    await page.screenshot({ path: `${folder}/${name}.png` });
  }
  await chromium.close();
}

void take();
