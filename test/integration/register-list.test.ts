import { createAuthorityFile } from '../../activities/authority-file';
import type { Cases, ListQuery } from '../../client/answers';
import { createCases } from '../../client/cases';
import { englandAndWales } from '../../domain/bank-holidays';
import type { Register } from '../../register/register';
import { buildEntries, buildStand, buildTask } from '../support/build-entries';
import { buildListQuery } from '../support/build-list';
import { doneAt, incidentOf, incidentOfNow, refusalOf, valueOf } from '../support/outcomes';
import { startRegisterRig, type RegisterRig } from '../support/register-rig';
import { until } from '../support/until';
import { installLog } from '../../workers/log';

let register: Register;
let rig: RegisterRig;

beforeAll(async () => {
  installLog('fatal');
  rig = await startRegisterRig();
  ({ register } = rig);
});
afterAll(() => rig.stop());

/** The same cases, asked at a moment. */
const casesAt = (now: string, kept: Register | null = register): Cases =>
  createCases({
    connect: () => Promise.resolve(rig.client),
    ...{ settings: rig.settings, calendar: englandAndWales },
    readAuthority: () => createAuthorityFile(rig.settings.authorityFile).read(),
    history: register.recorder,
    register: kept,
    now: () => now,
  });

describe('an incident that a worker recorded', () => {
  let reference: string;
  let first: string;

  it('is listed with its open tasks, without what was done', async () => {
    const worker = await rig.work();
    const started = await rig.cases.start({
      report: incidentOfNow(),
      reference: null,
      by: 'officer-1',
    });
    ({ reference } = valueOf(started));
    const tasks = incidentOf(await rig.cases.inspect(reference)).duties.map(({ task }) => task);
    [first = ''] = tasks;
    const at = new Date().toISOString();
    valueOf(await rig.cases.act(reference, doneAt([first], at), { by: 'officer-1' }));
    const listed = async () => valueOf(await rig.cases.list(buildListQuery())).records;
    await until(async () => (await listed())[0]?.tasks.length === tasks.length - 1);
    expect(await listed()).toMatchObject([{ reference, status: 'open', decision: 'notify' }]);
    worker.stop();
    await worker.ended;
  });

  it('is still listed, and becomes late, with every worker and Temporal stopped', async () => {
    await rig.server.stop();
    const tasksAt = async (now: string) => {
      const query = buildListQuery({ recipient: 'partner:police' });
      return valueOf(await casesAt(now).list(query)).records.flatMap(({ tasks }) => tasks);
    };
    const [task] = await tasksAt(new Date().toISOString());
    expect(task).toMatchObject({ state: 'open', workingDaysLeft: 5 });
    const justAfter = new Date(Date.parse(task?.dueAt ?? '') + 1).toISOString();
    expect(await tasksAt(task?.dueAt ?? '')).toMatchObject([{ state: 'open' }]);
    expect(await tasksAt(justAfter)).toMatchObject([{ state: 'late' }]);
    const all = valueOf(await rig.cases.list(buildListQuery({ all: true }))).records[0];
    expect(all?.tasks).toContainEqual(expect.objectContaining({ task: first, state: 'done' }));
  });
});

describe('what is asked for', () => {
  const now = '2026-11-10T12:00:00.000Z';
  const should = { strength: 'should', task: 'partner:icb', recipient: 'partner:icb' } as const;

  beforeAll(async () => {
    await rig.postgres.empty();
    const put = (letter: string, ...tasks: Parameters<typeof buildTask>[0][]) =>
      register.recorder.append(
        `SI-2026-${letter}`,
        buildEntries(1),
        buildStand(tasks.map((task) => buildTask(task))),
      );
    await put('A', should, { task: 'confirm-none', kind: 'confirm-none', recipient: null });
    await put('B', { owner: 'manager-1', dueOn: '2026-11-12', dueAt: '2026-11-12T23:59:59.999Z' });
    await put('C', { task: 'area:E09000001', recipient: 'area:E09000001', dueAt: null });
    const ended = buildStand([buildTask({ task: 'ofsted', recipient: 'ofsted', state: 'done' })], {
      status: 'closed',
    });
    await register.recorder.append('SI-2026-D', buildEntries(1), ended);
  });

  const listed = async (query: Partial<ListQuery>) => {
    const { records } = valueOf(await casesAt(now).list(buildListQuery(query)));
    return records
      .flatMap(({ reference, tasks }) => tasks.map(({ task }) => `${reference.slice(8)}/${task}`))
      .join(' ');
  };

  it.each<[Partial<ListQuery>, string]>([
    [{}, 'A/partner:icb A/confirm-none B/panel C/area:E09000001'],
    [{ state: 'late' }, 'A/partner:icb A/confirm-none'],
    [{ state: 'open' }, 'B/panel C/area:E09000001'],
    [{ state: 'done' }, 'D/ofsted'],
    [{ status: 'closed' }, 'D/ofsted'],
    [{ status: 'open', taskOwner: 'manager-1' }, 'A/confirm-none B/panel C/area:E09000001'],
    [{ all: true, kind: 'review' }, ''],
    [{ reference: 'SI-2026-D' }, 'D/ofsted'],
    [{ reference: ' si-2026-b ' }, 'B/panel'],
    [{ reference: 'SI-2026', status: 'closed' }, 'D/ofsted'],
    [{ reference: '2026-B' }, ''],
    [{ reference: '' }, ''],
    [{ reference: '%' }, ''],
    [{ reference: 'a name' }, ''],
    // Their role’s, even once a target is missed and nobody is told any more; not another’s own.
    [{ taskOwner: 'officer-1' }, 'A/partner:icb C/area:E09000001'],
    [{ taskOwner: 'manager-1' }, 'A/confirm-none B/panel C/area:E09000001'],
    [{ taskOwner: 'officer-1', state: 'late' }, 'A/partner:icb'],
    [{ recipient: 'area:E09000001' }, 'C/area:E09000001'],
    [{ recipient: 'ofsted' }, ''],
    [{ criterion: 'care-leaver-death' }, ''],
    [{ dueBefore: '2026-11-12' }, 'A/partner:icb A/confirm-none'],
    [{ dueBefore: '2026-11-13' }, 'A/partner:icb A/confirm-none B/panel'],
    // Asked on a Tuesday: B is due on the Thursday.
    [{ daysLeft: 1 }, 'A/partner:icb A/confirm-none'],
    [{ daysLeft: 2 }, 'A/partner:icb A/confirm-none B/panel'],
    [{ daysLeft: 2, dueBefore: '2026-11-12' }, 'A/partner:icb A/confirm-none'],
    [{ daysLeft: 1, dueBefore: '2026-12-12' }, 'A/partner:icb A/confirm-none'],
  ])('%j finds %s', async (query, tasks) => {
    expect(await listed(query)).toBe(tasks);
  });

  it('is counted: what is late, and what is at risk with one working day left', async () => {
    const countsAt = async (at: string) => valueOf(await casesAt(at).counts()).tasks;
    expect(await countsAt(now)).toMatchObject({ late: 1, targetMissed: 1, atRisk: 0 });
    expect(await countsAt('2026-11-11T00:00:00.000Z')).toMatchObject({ atRisk: 1 });
    expect(await countsAt('2026-11-13T00:00:00.000Z')).toMatchObject({ late: 2, atRisk: 0 });
  });

  it('comes a page at a time, each from where the last ended', async () => {
    const first = valueOf(await casesAt(now).list(buildListQuery({ limit: 2 })));
    expect(first.records).toHaveLength(2);
    expect(await listed({ limit: 2, after: first.next })).toBe('C/area:E09000001');
  });

  it('is refused with all that is wrong, and with what is known', async () => {
    const wrong = {
      ...{ taskOwner: 'nobody', recipient: 'x', criterion: 'y', dueBefore: 'soon' },
      daysLeft: -1,
    };
    const refused = await casesAt(now).list(buildListQuery(wrong));
    if (refused.ok) throw new Error('Not refused');
    expect(refused.problems.map(({ path }) => path)).toEqual([
      ...['--task-owner', '--recipient', '--criterion', '--due-before', '--days-left'],
    ]);
    const remedies = refused.problems.map(({ remedy }) => remedy).join(' ');
    expect(remedies).toMatch(
      /officer-1.*panel, .*partner:police.*area:E09000001.*care-leaver-death/,
    );
  });

  it('is refused where the calendar does not reach', async () => {
    const listed = casesAt('2028-12-20T12:00:00.000Z').list(buildListQuery({ daysLeft: 20 }));
    expect(refusalOf(await listed)).toMatch(/^--days-left/);
  });

  it.each([{ after: 'x' }, { limit: 0 }, { limit: 1_001 }])('%j is no page', async (page) => {
    expect(refusalOf(await casesAt(now).list(buildListQuery(page)))).toMatch(/page/);
  });

  it('cannot be answered without a register', async () => {
    await expect(casesAt(now, null).list(buildListQuery())).rejects.toThrow(/DATABASE_URL/);
  });
});
