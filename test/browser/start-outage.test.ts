import { expectNoAxeFindings } from '../support/chromium';
import { startTemporalServer, type TemporalServer } from '../../local/temporal-server';
import { incidentOfNow, valueOf } from '../support/outcomes';
import { answerFour, newcomer } from '../support/start-pages';
import { temporalBinary } from '../support/temporal-binary';
import { until } from '../support/until';
import { startWebRig, type WebRig } from '../support/web-rig';

let rig: WebRig;
let again: TemporalServer | null = null;
beforeAll(async () => {
  rig = await startWebRig({ inMemory: false });
});
afterAll(async () => {
  await again?.stop();
  await rig.stop();
});

/** An incident, once the register has it. */
async function started(): Promise<string> {
  const given = { report: incidentOfNow(), reference: null, by: 'officer-1' };
  const { reference } = valueOf(await rig.cases.start(given));
  await until(async () => (await rig.register.recorder.read(reference)).length > 0);
  return reference;
}

const referenceIn = (url: string): string => /SI-\d{4}-\w{4}/.exec(url)?.[0] ?? '';

/** Nobody gets in, and whoever is in is thrown out; as after a restart that went wrong. */
const letIn = (may: boolean) => {
  const { username } = new URL(rig.postgres.databaseUrl);
  const out = `select pg_terminate_backend(pid) from pg_stat_activity where usename = '${username}'`;
  return rig.postgres.tamper(`alter role ${username} ${may ? 'login' : 'nologin'}; ${out}`);
};

it('what is handed in while Temporal is away is received, and starts by itself; with nothing there, nothing is accepted', async () => {
  const page = await rig.pageOf('officer-1');
  const earlier = await started();
  const { folder, server } = rig;
  await server.stop();
  await letIn(false);

  await page.goto(rig.url);
  await page.getByRole('button', { name: 'Start an incident' }).click();
  const user = await newcomer(page, rig.url);
  await answerFour(user, 'Written while nothing answers.');
  expect(await page.title()).toBe('Nothing was accepted – notifiable');
  await expectNoAxeFindings(page);
  const text = await page.locator('main').innerText();
  expect(text).toContain('Written while nothing answers.');
  expect(text).toContain('01632 960001');

  await letIn(true);
  await user.go('Try again');
  const reference = referenceIn(page.url());
  expect(await page.title()).toBe(`${reference}: received, not yet started – notifiable`);
  await expectNoAxeFindings(page);
  expect(await rig.register.received.waiting()).toMatchObject([{ reference, by: 'officer-1' }]);

  await page.goto(`${rig.url}/records/${earlier}`);
  expect(await page.locator('main').innerText()).toMatch(
    /Temporal or its worker does not answer\. This is as it was last recorded: after entry \d+/,
  );
  await expectNoAxeFindings(page);

  await page.goto(rig.url);
  await user.go(reference);
  const other = await rig.pageOf('business-manager-1');
  expect((await other.goto(page.url()))?.status()).not.toBe(200);

  again = await startTemporalServer({
    ...{ binary: await temporalBinary(), folder, port: server.port, logLevel: 'error' },
    dynamicConfig: [],
  });
  await until(async () => (await rig.register.received.waiting()).length === 0);
  await until(async () => {
    await page.reload();
    return (await page.title()) === `${reference} is running – notifiable`;
  });
  expect(await rig.register.received.find(reference)).toMatchObject({ report: null });
});
