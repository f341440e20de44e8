import { readFileSync } from 'node:fs';
import type { BrowserContext, Cookie, Page } from 'playwright-core';
import { servePages } from '../../bin/web';
import { inboxOf } from '../../local/local-inbox';
import type { MailStore } from '../../local/mail-store';
import { startChromium, type Chromium, type PageOptions } from './chromium';
import { fixedPort } from './fixed-port';
import { startRegisterRig, type RegisterRig } from './register-rig';
import type { RigOptions } from './rig';

/** The whole service with its pages, each part real, and a browser to use them with. */
export interface WebRig extends RegisterRig {
  /** Where the pages are; no slash at the end. */
  readonly url: string;
  readonly chromium: Chromium;
  /** What the pages show as the inbox; the worker's mail goes to the sink. */
  readonly inbox: MailStore;
  /** A page of a person of config/authority.json, who signs in once. Theirs of one kind share a window. */
  pageOf(person: string, options?: PageOptions): Promise<Page>;
}

/** A Temporal server, PostgreSQL, a mail sink, a worker and the pages; one for each file of tests. */
export async function startWebRig(options: RigOptions = {}): Promise<WebRig> {
  const port = await fixedPort();
  const url = `http://localhost:${port}`;
  const example = JSON.parse(readFileSync('config/authority.json', 'utf8')) as object;
  const rig = await startRegisterRig({
    ...options,
    authority: { ...example, ...options.authority },
    env: { PORT: `${port}`, NOTIFIABLE_URL: url, ...options.env },
  });
  const inbox = inboxOf(rig.folder);
  await rig.work();
  const pages = await servePages(rig.settings, inbox);
  const chromium = await startChromium();
  const sessions = new Map<string, Cookie[]>();
  const windows = new Map<string, BrowserContext>();
  return {
    ...rig,
    url,
    chromium,
    inbox,
    async pageOf(person, pageOptions) {
      const kind = JSON.stringify([person, pageOptions]);
      const [window, cookies] = [windows.get(kind), sessions.get(person)];
      const page = await chromium.openPage({
        ...pageOptions,
        ...(window ? { window } : cookies && { cookies }),
      });
      windows.set(kind, page.context());
      await page.goto(url);
      if (new URL(page.url()).pathname === '/sign-in') await signIn(page, person);
      sessions.set(person, await page.context().cookies());
      return page;
    },
    async stop() {
      await chromium.close();
      await pages.stop();
      await rig.stop();
      expect(chromium.complaints).toEqual([]);
    },
  };
}

/** On the page on which one chooses who one is. */
async function signIn(page: Page, person: string): Promise<void> {
  await page.locator(`input[name="person"][value="${person}"]`).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}
