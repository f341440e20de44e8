import type { Page } from 'playwright-core';

/** What a newcomer does on the pages that start an incident, and how many pages they see. */
export interface Newcomer {
  readonly page: Page;
  /** Titles of the pages seen, without those that were shown again with an error. */
  readonly seen: readonly string[];
  choose(name: string, value: string): Promise<void>;
  date(name: string, at: Date): Promise<void>;
  /** Presses the button, and has seen one page more. */
  go(button?: string): Promise<void>;
}

/** `look` is called on every page. */
export async function newcomer(
  page: Page,
  url: string,
  look: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<Newcomer> {
  const seen: string[] = [];
  const see = async () => {
    const title = await page.title();
    if (!title.startsWith('Error:')) seen.push(title);
    await look(page);
  };
  await page.goto(`${url}/start`);
  await see();
  return {
    page,
    seen,
    choose: (name, value) => page.locator(`input[name="${name}"][value="${value}"]`).check(),
    async date(name, at) {
      const [day, month, year] = [at.getUTCDate(), at.getUTCMonth() + 1, at.getUTCFullYear()];
      for (const [part, typed] of Object.entries({ day, month, year })) {
        await page.locator(`#${name}-${part}`).fill(String(typed));
      }
    },
    async go(button = 'Continue') {
      await Promise.all([
        page.waitForEvent('load'),
        page
          .getByRole('button', { name: button })
          .or(page.getByRole('link', { name: button }))
          .first()
          .click(),
      ]);
      await see();
    },
  };
}

const dayBefore = (): Date => new Date(Date.now() - 24 * 3_600_000);

/** The first four answers: a death here, known a day ago. */
export async function answerFour(
  user: Newcomer,
  summary = 'Child A was found at home.',
): Promise<void> {
  await user.choose('risk', 'no');
  await user.go();
  await user.choose('aware', 'known');
  await user.date('known', dayBefore());
  await user.page.locator('#known-time').fill('07:30');
  await user.go();
  await user.choose('harm', 'died');
  await user.page.locator('#summary').fill(summary);
  await user.go();
  await user.choose('place', 'in-area');
  await user.choose('day', 'not-yet-known');
  await user.go('Start the incident');
}

/** The three pages about a child. */
export async function answerChild(user: Newcomer, harm: 'died' | 'none'): Promise<void> {
  await user.choose('born', 'known');
  await user.date('bornOn', new Date('2015-03-04'));
  await user.choose('lives', 'yes');
  await user.go();
  await user.choose('harm', harm);
  await user.choose('abuse', 'suspected');
  await user.go();
  await user.choose('lookedAfter', 'no');
  if (harm === 'died') await user.choose('regulatedSetting', 'no');
  await user.go();
}
