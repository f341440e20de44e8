import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Cookie, type Page } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** A real browser; each page has a context, and so cookies, of its own. */
export interface Chromium {
  openPage(options?: PageOptions): Promise<Page>;
  /** What the browser had to say against pages: a broken policy, a script that failed. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export interface PageOptions {
  readonly javascript?: boolean;
  /** Of the window, in pixels; 390 is a phone. */
  readonly width?: number;
  /** Those of another window; absent: none. */
  readonly cookies?: readonly Cookie[];
}

export async function startChromium(): Promise<Chromium> {
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: isRoot ? ['--no-sandbox'] : [],
  });
  const complaints: string[] = [];
  return {
    complaints,
    async openPage({ javascript = true, width = 1280, cookies = [] } = {}) {
      const context = await browser.newContext({
        javaScriptEnabled: javascript,
        locale: 'en-GB',
        viewport: { width, height: 800 },
      });
      context.setDefaultTimeout(20_000);
      await context.addCookies(cookies);
      const page = await context.newPage();
      page.on('pageerror', ({ message }) => complaints.push(message));
      page.on('console', (message) => {
        // Pages that answer with 403, 404 or the like are no complaint.
        const isAboutStatus = message.text().startsWith('Failed to load resource');
        if (message.type() === 'error' && !isAboutStatus) complaints.push(message.text());
      });
      return page;
    },
    close: () => browser.close(),
  };
}

/** Pages in which axe found nothing, but for what differs each time. */
const clean = new Set<string>();

/** The same with other references and hidden fields, and other numbers in its text, is the same to axe. */
const alike = (body: string, width: number | undefined) => {
  const same = body
    .replaceAll(/<input type="hidden"[^>]*>/g, '')
    .replaceAll(/\b[A-Z]{2}-\d{4}-\w+/g, 'REF')
    .replaceAll(/>[^<]*</g, (text) => text.replaceAll(/\d+/g, '0'));
  return `${width} ${same}`;
};

/**
 * Fails with a line for each finding: the rule, where it is, and what would help. What the page shows
 * is looked at in a window of its own: axe is a script, and the page may have to do without. A page
 * that was clean before, with JavaScript or without, is not looked at again.
 */
export async function expectNoAxeFindings(page: Page): Promise<void> {
  const [url, body] = [page.url(), await page.content()];
  const shown = alike(body, page.viewportSize()?.width);
  if (clean.has(shown)) return;
  const context = await page.context().browser()?.newContext({ viewport: page.viewportSize() });
  if (!context) throw new Error('The browser has been closed');
  const twin = await context.newPage();
  await twin.route(url, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
  );
  await twin.goto(url);
  // No page has frames: the legacy mode needs no second window, and takes half the time.
  const axe = new AxeBuilder({ page: twin }).setLegacyMode(true);
  const { violations } = await axe.options({ resultTypes: ['violations'] }).analyze();
  await context.close();
  const findings = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}: ${help}`),
  );
  expect({ path: new URL(url).pathname, findings }).toMatchObject({ findings: [] });
  clean.add(shown);
}

/** CHROMIUM_PATH, else the first of the usual names on the PATH. */
function chromiumPath(env: NodeJS.ProcessEnv = process.env): string {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  const folders = (env.PATH ?? '').split(delimiter);
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = paths.find(isProgram);
  if (found !== undefined) return found;
  throw new Error(`No Chromium: install one of ${names.join(', ')}, or set CHROMIUM_PATH`);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
