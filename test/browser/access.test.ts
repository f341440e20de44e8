import { roles, type Role } from '../../domain/roles';
import { access, type Access } from '../../web/access';
import { incidentOfNow, valueOf } from '../support/outcomes';
import { startWebRig, type WebRig } from '../support/web-rig';

const people = {
  'notifying-officer': 'officer-1',
  deputy: 'officer-2',
  manager: 'manager-1',
  director: 'director-1',
  'business-manager': 'business-manager-1',
  'front-door': 'front-door-1',
  'data-protection': 'data-protection-1',
  auditor: 'auditor-1',
  operator: 'operator-1',
} as const satisfies Record<Role, string>;

/** Pages of an incident record, and pages of none. */
const routes = Object.entries<Access>(access)
  .map(([name, row]): [string, Access] => [name.replace(/^GET /, ''), row])
  .filter(([path]) =>
    /^\/(records\/:ref|$|tasks$|setup|overview$|timeliness$|operations$)/.test(path),
  )
  .filter(([path]) => !/:(?!ref|action)/.test(path));

let rig: WebRig;
let theirs: string;
beforeAll(async () => {
  rig = await startWebRig();
  theirs = await start();
});
afterAll(() => rig.stop());

async function start(): Promise<string> {
  const given = { report: incidentOfNow(), reference: null, by: 'officer-1' };
  return valueOf(await rig.cases.start(given)).reference;
}

const pathOf = (route: string, reference: string) =>
  route.replace(':ref', reference).replace(':action', 'explain');

/** What a person is answered, without following where it leads. */
async function statusesOf(person: string, reference: string) {
  const page = await rig.pageOf(person);
  const answered: [string, number][] = [];
  for (const [route] of routes) {
    const url = `${rig.url}${pathOf(route, reference)}`;
    const answer = await page.request.get(url, { maxRedirects: 0 });
    answered.push([route, answer.status()]);
    expect(await answer.text()).not.toContain('Something does not answer just now');
  }
  await page.close();
  return answered;
}

/** 403: another role is needed. 404: the record is none of theirs. */
const expected = (role: Role, isTheirs: boolean) =>
  routes.map(([route, { who, record }]) => {
    if (who !== 'public' && !who.includes(role)) return [route, 'refused'];
    return [route, record && !isTheirs ? 'not found' : 'shown'];
  });

const asWords = (answered: [string, number][]) =>
  answered.map(([route, status]) => [
    route,
    { 200: 'shown', 303: 'shown', 403: 'refused', 404: 'not found' }[status] ?? status,
  ]);

const strangers: readonly Role[] = ['front-door', 'data-protection', 'operator'];

describe('route × role × relation to the record', () => {
  it.each(roles)('%s', async (role) => {
    const answered = await statusesOf(people[role], theirs);
    expect(asWords(answered)).toEqual(expected(role, !strangers.includes(role)));
  });

  it('the front door sees a record once a task of it is theirs', async () => {
    const other = await start();
    const wish = { name: 'reassign', task: 'panel', to: 'front-door-1' } as const;
    valueOf(await rig.cases.act(other, wish, { by: 'manager-1' }));
    expect(asWords(await statusesOf('front-door-1', other))).toEqual(expected('front-door', true));
  });

  it('a reference that is none is answered as one that is none of theirs', async () => {
    const page = await rig.pageOf('front-door-1');
    const [none, other] = await Promise.all(
      ['SI-2026-NONE', theirs].map(async (reference) => {
        const answer = await page.request.get(`${rig.url}/records/${reference}`);
        return (await answer.text()).replaceAll(/value="[^"]*"/g, '').replaceAll(reference, 'REF');
      }),
    );
    expect(none).toBe(other);
  });

  it('whoever is not signed in is asked to, and comes back', async () => {
    const page = await rig.chromium.openPage();
    await page.goto(`${rig.url}/records/${theirs}`);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });

  it('what others tried to read or do is kept as refused', async () => {
    const page = await rig.pageOf('front-door-1');
    await page.goto(rig.url);
    const _csrf = await page.locator('input[name="_csrf"]').first().inputValue();
    const form = { _csrf, step: 'act', task: 'panel', text: 'I was here' };
    const act = `${rig.url}/records/${theirs}/act/explain`;
    expect((await page.request.post(act, { form })).status()).toBe(404);
    const query = { reference: theirs, limit: 1, before: null };
    const { accesses } = await rig.register.queries.accesses(query);
    expect(accesses[0]).toMatchObject({ who: 'front-door-1', reference: theirs });
    expect(accesses[0]?.refused).toBeDefined();
    const history = valueOf(await rig.cases.history(theirs));
    expect(history.map(({ kind }) => kind)).not.toContain('explained');
  });

  it('a form that did not come from here is not taken', async () => {
    const page = await rig.pageOf('officer-1');
    const form = { step: 'act', tasks: 'panel' };
    const act = `${rig.url}/records/${theirs}/act/acknowledge`;
    expect((await page.request.post(act, { form })).status()).toBe(403);
  });
});

it('a page may run no script, is framed by nobody, and is kept by no browser', async () => {
  const { headers } = await fetch(`${rig.url}/at-risk`);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('script-src');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-powered-by')).toBeNull();
});

it('a page without a form needs no session, and begins none', async () => {
  const page = await rig.chromium.openPage();
  await page.goto(`${rig.url}/at-risk`);
  expect(await page.context().cookies()).toEqual([]);
});
