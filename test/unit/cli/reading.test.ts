import type { AsOf, Cases } from '../../../client/answers';
import { buildEntry, buildTaskView, buildView } from '../../support/build-view';
import { noCases, runCommand } from '../../support/run-command';

const showing = (view = buildView()): Cases => ({
  ...noCases,
  inspect: () => Promise.resolve({ ok: true, value: view }),
});
const show = async (view = buildView()) =>
  (await runCommand(['show', 'SI-2026-7K3F'], { cases: showing(view) })).out;

const evidence = {
  at: '2027-01-04T10:00:00.000Z',
  channel: 'online system',
  reference: 'X-1',
  told: 'Ofsted',
  by: 'officer-1',
  recordedAt: '2027-01-04T10:05:00.000Z',
};

describe('show', () => {
  test('a task says how it stands, why, by when with the working, and who hears of it', async () => {
    const text = await show();
    expect(text).toContain('  OPEN: Notify Ofsted  [ofsted]\n');
    expect(text).toContain('due by the end of Thursday 31 December 2026; aim for 17:00 that day\n');
    expect(text).toContain('counted: Wed 23 Dec, Thu 24 Dec, Tue 29 Dec, Wed 30 Dec, Thu 31 Dec\n');
    expect(text).toContain('not counted: Fri 25 Dec (Christmas Day)\n');
    expect(text).toMatch(/Thu 31 Dec 2026 23:59 +late +manager\n/);
    expect(text).toContain('This record may be disclosed.');
    expect(text).toContain('Not checked against: Working Together 2026');
  });

  test.each([
    ['a must task that is late', { state: 'late', strength: 'must' }, '  LATE: '],
    ['a target that is missed', { state: 'late', strength: 'should' }, '  TARGET MISSED: '],
    ['one done late', { state: 'done-late', strength: 'must', evidence }, '  DONE LATE: '],
    [
      'one done after its target',
      { state: 'done-late', strength: 'local' },
      '  DONE, TARGET MISSED',
    ],
  ] as const)('%s is called that', async (_, overrides, words) => {
    expect(await show(buildView({ duties: [buildTaskView(overrides)] }))).toContain(words);
  });

  test('linked records are named, and the earliest awareness where another has it', async () => {
    const other = { reference: 'SI-2026-ELSE', becameAwareAt: '2026-12-21T09:00:00.000Z' };
    const aware = 'The authority became aware: Tuesday 22 December 2026, 17:30\n';
    const link =
      'The same incident as SI-2026-ELSE, which says: aware Monday 21 December 2026, 09:00\n';
    const first = 'The authority first knew: Monday 21 December 2026, 09:00\n';
    const earliestAwareAt = other.becameAwareAt;
    const earlier = await show(buildView({ linked: [other], earliestAwareAt }));
    expect(earlier).toContain(`${aware}${link}${first}\n`);
    expect(await show(buildView({ linked: [other] }))).toContain(`${aware}${link}\n`);
  });

  test('evidence is shown, and no messages that will not come', async () => {
    const text = await show(buildView({ duties: [buildTaskView({ state: 'done', evidence })] }));
    expect(text).toContain(
      'done Monday 4 January 2027, 10:00 by officer-1, online system; told: Ofsted; reference: X-1',
    );
    expect(text).not.toContain('messages:');
  });

  test('while a later start is only claimed, the date from awareness comes first', async () => {
    const claimed = buildTaskView({
      strictDueOn: '2026-12-30',
      inForceDueAt: '2026-12-30T23:59:59.999Z',
    });
    const text = await show(buildView({ duties: [claimed] }));
    expect(text).toContain('due by the end of Wednesday 30 December 2026; aim for 17:00 that day');
    expect(text).toContain(
      'or by the end of Thursday 31 December 2026, once a manager has confirmed',
    );
  });

  test('once it is confirmed, that date stays beside it', async () => {
    const text = await show(buildView({ duties: [buildTaskView({ strictDueOn: '2026-12-30' })] }));
    expect(text).toContain('due by the end of Thursday 31 December 2026; aim for 17:00 that day');
    expect(text).toContain('counted from awareness it was Wednesday 30 December 2026');
  });
});

describe('what may have gone on since it was recorded', () => {
  const asOf = { entry: 12, recordedAt: '2026-12-22T18:00:00.000Z' };
  const recorded = 'This is as it was last recorded: after entry 12, Tue 22 Dec 2026 18:00.\n';
  const kept = (why: AsOf['why']): Cases => ({
    ...noCases,
    inspect: () => Promise.resolve({ ok: true, value: buildView(), asOf: { ...asOf, why } }),
    history: () => Promise.resolve({ ok: true, value: [buildEntry()], asOf: { ...asOf, why } }),
  });

  test.each([
    ['show', 'no-answer', 'Temporal or its worker does not answer. '],
    ['history', 'no-answer', 'Temporal or its worker does not answer. '],
    ['show', 'lost', 'Temporal knows nothing of this open incident: nobody is reminded until '],
  ] as const)('%s says so on standard error (%s)', async (command, why, words) => {
    const ran = await runCommand([command, 'R'], { cases: kept(why) });
    expect(ran.status).toBe(0);
    expect(ran.err.startsWith(words) && ran.err.endsWith(recorded)).toBe(true);
    expect(ran.out).not.toContain('last recorded');
  });

  test.each(['show', 'history'])('%s --json has it in asOf', async (command) => {
    const { out } = await runCommand([command, 'R', '--json'], { cases: kept('no-answer') });
    expect(JSON.parse(out)).toMatchObject({ asOf: { ...asOf, why: 'no-answer' } });
  });

  test('show --json has null there where the incident was asked itself', async () => {
    const { out } = await runCommand(['show', 'R', '--json'], { cases: showing() });
    expect(JSON.parse(out)).toMatchObject({ asOf: null });
  });

  test('after an action it is not shown: what was done might be missing', async () => {
    const cases: Cases = {
      ...kept('no-answer'),
      act: () => Promise.resolve({ ok: true, value: [buildEntry()] }),
    };
    const { status, out } = await runCommand(['acknowledge', 'R', 'panel', '--by', 'x'], { cases });
    expect(status).toBe(0);
    expect(out).toContain('This was recorded, but the record cannot be read just now.');
  });
});

describe('history', () => {
  test('is one line an entry, with who, what, rule, and when it was typed in later', async () => {
    const entries = [
      buildEntry({ text: 'Line one\nof two.', rule: 's16C' }),
      buildEntry({ recordedAt: '2026-12-23T09:00:00.000Z' }),
    ];
    const cases: Cases = {
      ...noCases,
      history: () => Promise.resolve({ ok: true, value: entries }),
    };
    const { out } = await runCommand(['history', 'R'], { cases });
    expect(out.split('\n')).toEqual([
      'Tue 22 Dec 2026 18:00  officer-1: Line one of two.  [s16C]',
      'Tue 22 Dec 2026 18:00  officer-1: officer-1 has got this: panel.  (recorded Wed 23 Dec 2026 09:00)',
      '',
    ]);
  });
});
