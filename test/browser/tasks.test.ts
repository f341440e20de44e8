import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectNoAxeFindings } from '../support/chromium';
import { until } from '../support/until';
import { startWebRig, type WebRig } from '../support/web-rig';

let rig: WebRig;
beforeAll(async () => {
  rig = await startWebRig();
});
afterAll(() => rig.stop());

/** A looked-after child has died; the authority learned of it an hour ago. */
async function anIncident(occurredOn: string): Promise<string> {
  const becameAwareAt = new Date(Date.now() - 3_600_000).toISOString();
  const child = { ref: 'A', harm: 'died', abuseOrNeglect: 'not-suspected' };
  const facts = { bornOn: '2012-03-04', lookedAfter: 'yes', regulatedSetting: 'no' };
  const report = {
    becameAwareAt,
    occurredOn,
    place: 'in-area',
    children: [{ ...child, ...facts }],
  };
  const started = await rig.cases.start({ report, reference: null, by: 'officer-1' });
  if (!started.ok) throw new Error(JSON.stringify(started.problems));
  return started.value.reference;
}

/** Lists show what the register has. */
const listed = (reference: string) => until(() => rig.register.queries.isKnown(reference));

describe.each([
  [true, '2026-01-05'],
  [false, '2026-01-06'],
])('with JavaScript: %s', (javascript, occurredOn) => {
  it('a person takes a task, and records for several at once that they were done', async () => {
    const reference = await anIncident(occurredOn);
    await listed(reference);
    const page = await rig.pageOf('officer-1', { javascript });
    await page.goto(`${rig.url}/tasks`);
    expect(await page.title()).toBe('Your tasks – notifiable');
    await expectNoAxeFindings(page);

    const task = page
      .locator('li', { hasText: 'Notify the national Panel' })
      .filter({ hasText: reference });
    await expect(task.innerText()).resolves.toMatch(/5 working days left; aim for 17:00/);
    await task.getByRole('button', { name: 'I have got this' }).click();
    expect(new URL(page.url()).pathname).toBe('/tasks');

    await page.goto(`${rig.url}/records/${reference}/done?task=panel&task=ofsted`);
    await expectNoAxeFindings(page);
    expect(await page.getByLabel('Notify the national Panel').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Record that it was done' }).click();
    expect(await page.title()).toBe('Error: Record that it was done – notifiable');
    await expectNoAxeFindings(page);
    await page.getByRole('link', { name: /How was it done/ }).click();
    await page.getByLabel('Online system').check();
    await page.getByLabel('Who was told, and what?').fill('the Panel, with the online form');
    await page.getByRole('button', { name: 'Record that it was done' }).click();
    await page
      .getByRole('link', { name: /reference/ })
      .first()
      .waitFor();
    expect(await page.getByLabel('Who was told, and what?').inputValue()).toBe(
      'the Panel, with the online form',
    );

    const file = join(rig.folder, 'proof.txt');
    writeFileSync(file, 'The submission was received.');
    await page.getByLabel('Which reference was given?').fill('TRIAL-1');
    await page.getByLabel('A file that proves it').setInputFiles(file);
    await page.getByRole('button', { name: 'Record that it was done' }).click();
    expect(new URL(page.url()).pathname).toBe(`/records/${reference}`);

    const seen = await rig.cases.inspect(reference);
    const duties = seen.ok && seen.value.kind === 'incident' ? seen.value.duties : [];
    const done = duties.filter(({ state }) => state === 'done');
    expect(done.map(({ task: id }) => id)).toEqual(['panel', 'ofsted']);
    const kept = done[0]?.evidence?.file;
    expect(kept).toMatchObject({ type: 'text/plain', size: 28 });
    const proof = page.getByRole('link', { name: 'plain text in UTF-8, 1 KiB' }).first();
    const address = `${rig.url}${String(await proof.getAttribute('href'))}`;
    expect(address).toContain(String(kept?.id));
    const fetched = await page.request.get(address);
    expect(await fetched.text()).toBe('The submission was received.');
    const stranger = await rig.pageOf('front-door-1', { javascript });
    expect((await stranger.request.get(address)).status()).toBe(404);
  });
});

it('a file of a kind that is not taken is refused at its field', async () => {
  const reference = await anIncident('2026-01-07');
  const page = await rig.pageOf('officer-1', { javascript: false });
  await page.goto(`${rig.url}/records/${reference}/done?task=panel`);
  await page.getByLabel('Telephone').check();
  await page.getByLabel('Which reference was given?').fill('TRIAL-2');
  await page.getByLabel('Who was told, and what?').fill('the Panel');
  const buffer = Buffer.from([0x4d, 0x5a, 0, 1, 2, 3]);
  await page
    .getByLabel('A file that proves it')
    .setInputFiles({ name: 'proof.pdf', mimeType: 'application/pdf', buffer });
  await page.getByRole('button', { name: 'Record that it was done' }).click();
  await page.getByRole('link', { name: /of no kind that is taken/ }).waitFor();
  await expectNoAxeFindings(page);
});
