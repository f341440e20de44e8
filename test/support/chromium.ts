import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Cookie,
  type Page,
} from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** A real browser; each page has a window, and so cookies, of its own, unless it is given one. */
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
  /** One that is open already, whatever the others say. To open another takes a second. */
  readonly window?: BrowserContext;
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
    async openPage({ window, ...options } = {}) {
      const page = await (window ?? (await openWindow(browser, options))).newPage();
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

async function openWindow(
  browser: Browser,
  { javascript = true, width = 1280, cookies = [] }: PageOptions,
): Promise<BrowserContext> {
  const window = await browser.newContext({
    javaScriptEnabled: javascript,
    locale: 'en-GB',
    viewport: { width, height: 800 },
  });
  window.setDefaultTimeout(20_000);
  await window.addCookies(cookies);
  return window;
}

/** The window in which a browser's pages are shown once more. */
const twins = new WeakMap<Browser, Page>();

async function twinIn(browser: Browser | null): Promise<Page> {
  if (!browser) throw new Error('The browser has been closed');
  const twin = twins.get(browser) ?? (await browser.newPage());
  twins.set(browser, twin);
  return twin;
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
  // A click may just have begun to show it.
  await page.waitForLoadState();
  const body = await page.content();
  const viewport = page.viewportSize();
  const shown = alike(body, viewport?.width);
  if (clean.has(shown)) return;
  const url = new URL(page.url());
  url.hash = '';
  const twin = await twinIn(page.context().browser());
  if (viewport) await twin.setViewportSize(viewport);
  const contentType = 'text/html; charset=utf-8';
  await twin.route(url.href, (route) => route.fulfill({ contentType, body }), { times: 1 });
  await twin.goto(url.href);
  // No page has frames: the legacy mode needs no second window, and takes half the time.
  const axe = new AxeBuilder({ page: twin }).setLegacyMode(true);
  const { violations } = await axe.options({ resultTypes: ['violations'] }).analyze();
  const findings = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}: ${help}`),
  );
  expect({ path: url.pathname, findings }).toMatchObject({ findings: [] });
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
