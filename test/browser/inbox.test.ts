import { expectNoAxeFindings } from '../support/chromium';
import { startWebRig, type WebRig } from '../support/web-rig';

let rig: WebRig;
beforeAll(async () => {
  rig = await startWebRig();
});
afterAll(() => rig.stop());

const message = `From: notifiable@localhost
To: officer-1@council.example
Subject: You have a task

<b>Plain</b> & to the point: http://localhost:8080/incidents/SI-2026-7K3F.
A second line`;

it('the inbox of a trial shows what was sent, as text alone', async () => {
  const page = await rig.pageOf('officer-1', { javascript: false });
  await page.getByRole('link', { name: 'Inbox of this trial' }).click();
  await page.getByText('There are no messages yet').waitFor();
  await expectNoAxeFindings(page);

  const envelope = { from: 'notifiable@localhost', to: ['officer-1@council.example'] };
  await rig.inbox.keep(Buffer.from(message.replaceAll('\n', '\r\n')), envelope);
  await page.reload();
  await expectNoAxeFindings(page);
  await page.getByRole('link', { name: 'You have a task' }).click();
  await page.getByText('<b>Plain</b> & to the point').waitFor();
  const link = page.getByRole('link', { name: 'http://localhost:8080/incidents/SI-2026-7K3F' });
  expect(await link.getAttribute('href')).toBe('http://localhost:8080/incidents/SI-2026-7K3F');
  await expectNoAxeFindings(page);

  const raw = await page.request.get(`${page.url()}/raw`);
  expect(await raw.text()).toContain('Subject: You have a task');
});

test.each(['/inbox', '/inbox/x', '/inbox/x/raw'])('%s is for those signed in', async (path) => {
  const answer = await fetch(`${rig.url}${path}`, { redirect: 'manual' });
  expect(answer.headers.get('location')).toContain('/sign-in');
});
