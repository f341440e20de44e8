import { userInfo } from 'node:os';
import { openCases } from '../../bin/open-cases';
import type { AccessPage } from '../../client/answers';
import type { Register } from '../../register/register';
import { installLog } from '../../workers/log';
import { buildAuthority, buildPerson } from '../support/build-incident';
import { incidentOfNow, valueOf } from '../support/outcomes';
import { startRegisterRig, type RegisterRig } from '../support/register-rig';
import { runCommand } from '../support/run-command';

let register: Register;
let rig: RegisterRig;
let reference: string;

beforeAll(async () => {
  installLog('fatal');
  const people = [
    ...buildAuthority().people,
    buildPerson('auditor-1', 'auditor'),
    buildPerson('data-protection-1', 'data-protection'),
  ];
  rig = await startRegisterRig({ authority: { people } });
  ({ register } = rig);
  await rig.work();
  const started = await rig.cases.start({
    ...{ report: incidentOfNow(), reference: null, by: 'officer-1' },
  });
  ({ reference } = valueOf(started));
  await rig.cases.inspect(reference);
});
afterAll(() => rig.stop());

/** A command line over the real client, and what it warned of. */
async function notifiable(...args: string[]) {
  const warnings: string[] = [];
  const warn = (sentence: string) => void warnings.push(sentence);
  const ran = await runCommand(args, {
    env: rig.env,
    openCases: (settings, by) => openCases(settings, { by, warn }),
  });
  return { ...ran, warnings };
}

const never = (sentence: string) => {
  throw new Error(sentence);
};

/** What the last commands left, oldest first, as `who what reference`. */
async function last(count: number): Promise<string[]> {
  const query = { reference: null, limit: count, before: null };
  const { accesses } = await register.queries.accesses(query);
  return accesses.map(({ who, what, reference: of }) => [who, what, of ?? 'none'].join(' '));
}

async function lastRefusal(): Promise<string | undefined> {
  const query = { reference: null, limit: 1, before: null };
  return (await register.queries.accesses(query)).accesses[0]?.refused;
}

const login = `login ${userInfo().username}`;

describe('what is read of an incident', () => {
  it('is recorded with who, what and when', async () => {
    const before = new Date().toISOString();
    for (const args of [
      ['show'],
      ['show', '--by', 'manager-1'],
      ['history', '--by', 'officer-1'],
      ['sheet', '--by', 'officer-1'],
      ['briefing', '--by', 'director-1'],
    ]) {
      const [command = '', ...options] = args;
      expect((await notifiable(command, reference, ...options)).status).toBe(0);
    }
    expect(await last(5)).toEqual([
      `${login} show ${reference}`,
      `manager-1 show ${reference}`,
      `officer-1 history ${reference}`,
      `officer-1 sheet ${reference}`,
      `director-1 briefing ${reference}`,
    ]);
    const { accesses } = await register.queries.accesses({ reference, limit: 5, before: null });
    expect(accesses.every(({ at }) => at >= before)).toBe(true);
  });

  it('is one read where a page shows a record with its history', async () => {
    const query = { reference, limit: 1_000, before: null };
    const countOf = async () => (await register.queries.accesses(query)).accesses.length;
    const before = await countOf();
    const { cases, close } = await openCases(rig.settings, { by: 'manager-1', warn: never });
    await cases.inspect(reference);
    await cases.history(reference);
    await close();
    expect([await countOf(), await last(1)]).toEqual([before + 1, [`manager-1 show ${reference}`]]);
  });

  it('is recorded where it follows an action', async () => {
    await notifiable('acknowledge', reference, 'panel', '--by', 'officer-1');
    expect(await last(1)).toEqual([`officer-1 show ${reference}`]);
  });

  it('is not told to nobody the authority knows, and their id is not kept', async () => {
    const ran = await notifiable('show', reference, '--by', 'a-name');
    expect(ran).toMatchObject({ status: 1, out: '' });
    expect(await last(1)).toEqual([`${login} show ${reference}`]);
    expect(await lastRefusal()).toBe('Nobody in the authority’s file has this id');
  });

  it('is not kept as a reference where there is none: it may be a name', async () => {
    expect(await notifiable('show', 'a-name')).toMatchObject({ status: 1, out: '' });
    expect(await last(1)).toEqual([`${login} show none`]);
    expect(await lastRefusal()).toBe('There is no incident under the reference “…”.');
  });
});

describe('a refused action', () => {
  it.each([
    ['by the rules', ['confirm', 'panel'], /officer-1 may not do this\. It takes/],
    ['for a task that is none', ['acknowledge', 'a-name'], /^There is no task “…” here\. Its/],
    [
      'for a record that is none',
      ['link', 'a-name', '--reason', 'x'],
      /under the reference “…”\.$/,
    ],
  ])('%s is recorded with its sentence', async (_, [command = '', ...rest], sentence) => {
    const ran = await notifiable(command, reference, ...rest, '--by', 'officer-1');
    expect(ran.status).toBe(1);
    expect(await last(1)).toEqual([`officer-1 ${command} ${reference}`]);
    expect(await lastRefusal()).toMatch(sentence);
    expect(await lastRefusal()).not.toContain('name');
  });

  it('is recorded where an incident is not started', async () => {
    const { cases, close } = await openCases(rig.settings, { by: null, warn: () => undefined });
    const report = { children: [{ ref: 'a name', 'a name': 1 }] };
    expect((await cases.start({ report, reference: null, by: 'officer-1' })).ok).toBe(false);
    await close();
    expect(await last(1)).toEqual(['officer-1 start none']);
    expect(await lastRefusal()).not.toContain('name');
  });
});

describe('who read what', () => {
  const accesses = (by: string, ...more: string[]) =>
    notifiable('accesses', ...more, '--by', by, '--json');
  const pageIn = (out: string) => JSON.parse(out) as AccessPage;

  it.each(['director-1', 'data-protection-1', 'auditor-1'])('is shown to %s', async (by) => {
    const { accesses: listed } = pageIn((await accesses(by, reference)).out);
    expect(listed.length).toBeGreaterThan(3);
    expect(new Set(listed.map((one) => one.reference))).toEqual(new Set([reference]));
    expect(await last(1)).toEqual([`${by} accesses ${reference}`]);
  });

  it.each(['officer-1', 'manager-1'])('is refused to %s, and that is recorded', async (by) => {
    expect(await accesses(by)).toMatchObject({ status: 1 });
    expect(await last(1)).toEqual([`${by} accesses none`]);
    expect(await lastRefusal()).toMatch(/roles: director, data-protection, auditor\.$/);
  });

  it('comes newest last, a page at a time from the newest back', async () => {
    const numbers: number[] = [];
    let before: number | null = null;
    do {
      const more: string[] = before === null ? [] : ['--before', String(before)];
      const page = pageIn((await accesses('auditor-1', '--limit', '4', ...more)).out);
      numbers.unshift(...page.accesses.map(({ number }) => number));
      before = page.before;
    } while (before !== null);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(numbers.length).toBeGreaterThan(10);
  });

  it.each([
    ['an unknown reference', ['a-name'], /no incident under the reference/],
    ['a page that cannot be', ['--limit', '0'], /A page has 1 to 1000 rows/],
  ])('is refused for %s', async (_, more, words) => {
    const ran = await accesses('auditor-1', ...more);
    expect([ran.status, ran.err]).toEqual([1, expect.stringMatching(words)]);
  });

  it('stands in one chain', async () => {
    expect(await register.verify()).toMatchObject({ ok: true });
  });
});

describe('with the register down', () => {
  it('an incident is shown all the same, and it is said that this was not recorded', async () => {
    const env = { ...rig.env, DATABASE_URL: 'postgres://127.0.0.1:9/none' };
    const warnings: string[] = [];
    const ran = await runCommand(['show', reference, '--json'], {
      env,
      openCases: (settings, by) =>
        openCases(settings, { by, warn: (line) => void warnings.push(line) }),
    });
    expect(JSON.parse(ran.out)).toMatchObject({ reference, status: 'open' });
    expect(warnings).toEqual(['This read could not be recorded. The database does not answer.']);
  });
});
