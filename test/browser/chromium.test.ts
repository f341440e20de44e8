import { expectNoAxeFindings, startChromium, type Chromium } from '../support/chromium';

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
});
afterAll(() => chromium.close());

async function shown(body: string, javascript: boolean) {
  const page = await chromium.openPage({ javascript });
  const html = `<!doctype html><html lang="en-GB"><title>A page</title>
<main><h1>A page</h1>${body}</main></html>`;
  await page.route('http://page.test/', (route) =>
    route.fulfill({ contentType: 'text/html', body: html }),
  );
  await page.goto('http://page.test/');
  return page;
}

describe.each([true, false])('a browser with JavaScript: %s', (javascript) => {
  it('finds nothing against a sound page', async () => {
    await expectNoAxeFindings(await shown('<p>Sound.</p>', javascript));
  });

  it('says what is wrong with a page, where, and what would help', async () => {
    const page = await shown('<input id="unlabelled">', javascript);
    await expect(expectNoAxeFindings(page)).rejects.toThrow(
      /label: #unlabelled: Form elements must have labels/,
    );
  });

  it(`${javascript ? 'runs' : 'does not run'} a page’s scripts`, async () => {
    const page = await shown('<script>document.title = "Run"</script>', javascript);
    expect(await page.title()).toBe(javascript ? 'Run' : 'A page');
  });
});
