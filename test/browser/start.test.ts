import { expectNoAxeFindings } from '../support/chromium';
import { incidentOf } from '../support/outcomes';
import { answerChild, answerFour, newcomer } from '../support/start-pages';
import { startWebRig, type WebRig } from '../support/web-rig';

let rig: WebRig;
beforeAll(async () => {
  rig = await startWebRig();
});
afterAll(() => rig.stop());

const referenceIn = (url: string): string => /SI-\d{4}-\w{4}/.exec(url)?.[0] ?? '';

const newcomers = [
  { javascript: true, person: 'officer-1', width: 1280 },
  { javascript: false, person: 'front-door-1', width: 390 },
];

describe.each(newcomers)('with JavaScript: $javascript, as $person', (who) => {
  const { javascript, person, width } = who;

  it('an incident runs after four answers, and is whole after twelve pages, three more for a second child', async () => {
    const page = await rig.pageOf(person, { javascript, width });
    const user = await newcomer(page, rig.url, expectNoAxeFindings);
    await answerFour(user);
    expect(user.seen).toHaveLength(5);
    const reference = referenceIn(page.url());
    expect(await page.title()).toBe(`${reference} is running – notifiable`);
    const running = incidentOf(await rig.cases.inspect(reference));
    expect(running).toMatchObject({ status: 'open', decision: 'not-yet-known' });

    await user.go('Add what is known');
    const count = javascript ? 1 : 2;
    await page.locator('#count').fill(String(count));
    await user.go();
    await answerChild(user, 'died');
    if (count === 2) await answerChild(user, 'none');
    await user.choose('same', 'yes');
    await user.go();
    const text = await page.locator('main').innerText();
    expect(text).toContain('Children Act 2004 s16C(1)');
    expect(text).toContain('Notify the national Panel');
    expect(text).toContain('Notify. At least one criterion is met');
    expect(text).toContain('Since when it was known');
    await user.go('Hand in these answers');
    expect(await page.title()).toBe('Handed in – notifiable');
    expect(user.seen).toHaveLength(count === 1 ? 12 : 15);
    const whole = incidentOf(await rig.cases.inspect(reference));
    expect(whole.decision).toBe('notify');
    expect(whole.children.map(({ ref }) => ref)).toEqual(['A', 'B'].slice(0, count));
    expect(whole.duties[0]).toMatchObject({ task: 'panel', state: 'open' });
  });

  it('wrong input keeps everything typed, and leads from each problem to its field', async () => {
    const page = await rig.pageOf(person, { javascript });
    const user = await newcomer(page, rig.url);
    await user.go();
    await user.choose('aware', 'known');
    await page.locator('#known-day').fill('31');
    await page.locator('#known-month').fill('11');
    await page.locator('#known-year').fill('2026');
    await page.locator('#who').fill('Duty team');
    await user.go();
    expect(await page.title()).toMatch(/^Error: /);
    await expectNoAxeFindings(page);
    await page.getByRole('link', { name: 'There is no such date' }).click();
    expect(page.url()).toMatch(/#known-day$/);
    expect(await page.locator('#known-day').inputValue()).toBe('31');
    expect(await page.locator('#who').inputValue()).toBe('Duty team');
  });
});

it('the keyboard alone starts an incident', async () => {
  const page = await rig.pageOf('officer-1');
  await page.goto(`${rig.url}/start`);
  const { keyboard } = page;
  const tabTo = async (selector: string) => {
    for (let pressed = 0; pressed < 60; pressed++) {
      if ((await page.locator(`${selector}:focus`).count()) > 0) return;
      await keyboard.press('Tab');
    }
    throw new Error(`Tab never comes to ${selector}`);
  };
  const press = async (key: string) => {
    await Promise.all([page.waitForEvent('load'), keyboard.press(key)]);
  };
  await tabTo('#risk');
  await keyboard.press('ArrowDown');
  await tabTo('button[value="on"]');
  await press('Enter');
  await tabTo('#aware');
  await keyboard.press('ArrowUp');
  await tabTo('button[value="on"]');
  await press('Enter');
  await tabTo('#harm');
  await keyboard.press('Space');
  await tabTo('button[value="on"]');
  await press('Enter');
  await tabTo('#place');
  await keyboard.press('Space');
  await tabTo('#day');
  await keyboard.press('ArrowUp');
  await tabTo('button[value="on"]');
  await press('Enter');
  expect(await page.title()).toMatch(/^SI-\d{4}-\w{4} is running/);
});

it('the last page sent twice is one incident; with other answers it says so', async () => {
  const page = await rig.pageOf('officer-2');
  const user = await newcomer(page, rig.url);
  let sent = new URLSearchParams();
  page.on('request', (request) => {
    sent = new URLSearchParams(request.postData() ?? sent.toString());
  });
  await answerFour(user, 'Sent twice.');
  const reference = referenceIn(page.url());
  const send = (place: string) =>
    page.request.post(`${rig.url}/start`, {
      form: { ...Object.fromEntries(sent), place },
    });
  expect((await send('in-area')).url()).toBe(`${rig.url}/start/${reference}`);
  const other = await send('outside-england');
  expect(other.status()).toBe(409);
  expect(await other.text()).toContain(`This was started already, as ${reference}`);
});

it('first answers of another person are not opened', async () => {
  const one = await rig.pageOf('officer-1');
  const user = await newcomer(one, rig.url);
  await user.go();
  const draft = await one.locator('input[name="draft"]').inputValue();
  const other = await rig.pageOf('officer-2');
  await other.goto(`${rig.url}/start`);
  const token = await other.locator('form[action="/start"] input[name="_csrf"]').inputValue();
  const form = { _csrf: token, draft, page: 'what', go: 'on', harm: 'died' };
  const answer = await other.request.post(`${rig.url}/start`, { form });
  expect(answer.status()).toBe(422);
  expect(await answer.text()).toContain('could not be opened');
});

it('what looks like an incident that is here is shown, and started once somebody says why it is another', async () => {
  const page = await rig.pageOf('manager-1');
  const start = async () => {
    const user = await newcomer(page, rig.url);
    await user.choose('risk', 'not-yet-known');
    await user.go();
    await user.choose('aware', 'not-yet-known');
    await user.go();
    await user.choose('harm', 'seriously-harmed');
    await user.go();
    await user.choose('place', 'elsewhere-in-england');
    await page.locator('#area').selectOption('E06000002');
    await user.choose('day', 'known');
    await user.date('occurred', new Date(Date.now() - 48 * 3_600_000));
    await user.go('Start the incident');
    return user;
  };
  await start();
  const first = referenceIn(page.url());
  const user = await start();
  expect(await page.title()).toContain('handed in before');
  await expectNoAxeFindings(page);
  expect(await page.getByRole('link', { name: first }).count()).toBe(1);
  await user.go('Start it: it is another incident');
  expect(await page.title()).toMatch(/^Error: /);
  await page.locator('#reason').fill('Another family.');
  await user.go('Start it: it is another incident');
  const second = referenceIn(page.url());
  expect(second).not.toBe(first);
  const history = await rig.cases.history(second);
  expect(JSON.stringify(history)).toContain('Another family.');
});

it('unfinished answers are kept and offered again; a correction asks why', async () => {
  const page = await rig.pageOf('officer-1');
  const user = await newcomer(page, rig.url);
  await answerFour(user);
  const reference = referenceIn(page.url());
  await page.goto(`${rig.url}/records/${reference}/facts/1-harm`);
  await user.choose('harm', 'none');
  await user.choose('abuse', 'not-suspected');
  await user.go('Save, and go to the check');
  await page.goto(rig.url);
  await expectNoAxeFindings(page);
  await user.go(`What is known of ${reference}`);
  await user.go('Hand in these answers');
  expect(await page.title()).toMatch(/^Error: /);
  await expectNoAxeFindings(page);
  await user.go('Whether all this was known at first is not answered');
  await user.choose('same', 'yes');
  await user.go();
  await user.choose('kind', 'correction');
  await user.go('Hand in these answers');
  await page.locator('#reason').fill('The child lives.');
  await user.go('Hand in these answers');
  expect(await page.title()).toBe('Handed in – notifiable');
  const { decision, facts } = incidentOf(await rig.cases.inspect(reference));
  expect(decision).toBe('no-criterion-met');
  expect(facts.filter(({ struckAt }) => struckAt !== null)).not.toEqual([]);
});

it('whom to ring is there for everybody', async () => {
  const page = await rig.chromium.openPage({ width: 390 });
  await page.goto(`${rig.url}/at-risk`);
  await expectNoAxeFindings(page);
  expect(await page.getByRole('link', { name: '01632 960001' }).getAttribute('href')).toBe(
    'tel:01632960001',
  );
});
