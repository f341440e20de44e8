import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expectNoAxeFindings } from '../support/chromium';
import { fixedPort } from '../support/fixed-port';
import { incidentOfNow, valueOf } from '../support/outcomes';
import { startWebRig, type WebRig } from '../support/web-rig';

const example = JSON.parse(readFileSync('config/authority.json', 'utf8')) as {
  people: { id: string; roles: string[] }[];
};
/** manager-2 is an operator too. */
const people = example.people.map((person) =>
  person.id === 'manager-2' ? { ...person, roles: [...person.roles, 'operator'] } : person,
);

let rig: WebRig;
let reference: string;

beforeAll(async () => {
  rig = await startWebRig({ uiPort: await fixedPort(), authority: { people } });
  const given = { report: incidentOfNow(), reference: null, by: 'officer-1' };
  ({ reference } = valueOf(await rig.cases.start(given)));
});
afterAll(() => rig.stop());

const find = async (page: Page, typed: string) => {
  await page.getByLabel('Find the workflow of a record').fill(typed);
  await page.getByRole('button', { name: 'Find' }).click();
};

describe.each([true, false])('an operator, with JavaScript: %s', (javascript) => {
  it('sees what answers, and is led to a record’s workflow in Temporal’s own pages', async () => {
    const page = await rig.pageOf('operator-1', { javascript });
    await page.getByRole('link', { name: 'Operations' }).click();
    expect(await page.locator('dd').allInnerTexts()).toEqual(['answers', 'answers', 'answers']);
    await expectNoAxeFindings(page);
    await find(page, ` ${reference.toLowerCase()} `);
    await expectNoAxeFindings(page);
    const link = page.getByRole('link', { name: `The workflow of ${reference}` });
    const temporal = await rig.chromium.openPage();
    await temporal.goto((await link.getAttribute('href')) ?? '');
    await temporal.getByText(`incident/${reference}`).first().waitFor();
  });

  it('is told what is no reference, and keeps what they typed', async () => {
    const page = await rig.pageOf('operator-1', { javascript });
    await page.goto(`${rig.url}/operations`);
    await find(page, 'a name');
    expect(await page.title()).toBe('Error: Operations – notifiable');
    expect(await page.getByLabel('Find the workflow of a record').inputValue()).toBe('a name');
    expect(page.url()).toBe(`${rig.url}/operations`);
    await page.getByRole('link', { name: /That is no reference/ }).click();
    await expectNoAxeFindings(page);
  });
});

it('a record stays shut to an operator', async () => {
  const page = await rig.pageOf('operator-1');
  const record = await page.goto(`${rig.url}/records/${reference}/history`);
  expect(record?.status()).toBe(404);
});

it.each([
  ['manager-1', 403, 0],
  ['manager-2', 200, 1],
])('Temporal’s pages are an operator’s alone: %s is answered %d', async (person, status, links) => {
  const page = await rig.pageOf(person);
  expect((await page.goto(`${rig.url}/operations`))?.status()).toBe(status);
  const _csrf = await page.locator('input[name="_csrf"]').first().inputValue();
  const found = await page.request.post(`${rig.url}/operations`, { form: { _csrf, reference } });
  expect(found.status()).toBe(status);
  expect(await page.getByRole('link', { name: 'Operations' }).count()).toBe(links);
  await page.goto(`${rig.url}/records/${reference}/history`);
  const link = page.getByRole('link', { name: 'the workflow of this record' });
  expect(await link.count()).toBe(links);
});
