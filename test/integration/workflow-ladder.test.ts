import type { Entry } from '../../domain/record/entry';
import { installLog } from '../../workers/log';
import { doneAt, incidentOf, incidentOfNow, secondsBefore, valueOf } from '../support/outcomes';
import { startRig, type Rig } from '../support/rig';

let rig: Rig;

beforeAll(async () => {
  installLog('fatal');
  rig = await startRig();
  await rig.work();
});
afterAll(() => rig.stop());

async function start() {
  const report = incidentOfNow();
  const started = await rig.cases.start({ report, reference: null, by: 'officer-1' });
  const { reference } = valueOf(started);
  const { duties } = await inspect(reference);
  const [panel] = duties;
  if (!panel?.dueAt) throw new Error('There is no task for the Panel');
  return { reference, panel, dueAt: panel.dueAt, tasks: duties.map(({ task }) => task) };
}

const inspect = async (reference: string) => incidentOf(await rig.cases.inspect(reference));

const historyOf = async (reference: string) => valueOf(await rig.cases.history(reference));

const rungsOf = (entries: readonly Entry[], task: string) =>
  entries.filter(({ kind, tasks }) => ['rung', 'late'].includes(kind) && tasks.includes(task));

const kindOf = ({ data }: Entry) => (data as { rung: { kind: string } }).rung.kind;

const gist = (mail: { subject: string }) => mail.subject.replace(/^\[.*?\] /, '').split(':')[0];

const mailsOf = (reference: string) =>
  rig.sink.mails.filter(({ subject }) => subject.includes(reference));

describe('an incident that nobody touches', () => {
  it('fires every rung once, in order, at its instant, and chases until it is done', async () => {
    const { reference, panel, tasks } = await start();
    const afterwards = panel.ladder.at(-1)?.at ?? '';
    await rig.skipTo(reference, secondsBefore(afterwards, -60));

    for (const task of tasks) {
      const fired = rungsOf(await historyOf(reference), task);
      expect(fired.slice(0, 2).map(kindOf)).toEqual(['task', 'alert']);
      expect(fired.slice(2).map((entry) => [entry.at, kindOf(entry)])).toEqual(
        panel.ladder.map(({ at, kind }) => [at, kind]),
      );
      const delays = fired.map(({ at, recordedAt }) => Date.parse(recordedAt) - Date.parse(at));
      expect(Math.min(...delays)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...delays)).toBeLessThan(5_000);
    }
    expect(new Set((await inspect(reference)).duties.map(({ state }) => state))).toEqual(
      new Set(['late']),
    );
  });

  it('tells each person once a moment, in one message that lists all of the tasks', async () => {
    const { reference, panel } = await start();
    await rig.skipTo(reference, secondsBefore(panel.ladder.at(-1)?.at ?? '', -60));

    const mails = mailsOf(reference);
    const to = (name: string) =>
      mails.filter((mail) => mail.to === `${name}@council.example`).map(gist);
    const chases = Array<string>(5).fill('Still late');
    expect(to('officer-1')).toEqual([
      'New',
      ...['Reminder', 'Reminder', 'Warning', 'Warning', 'Late'],
      ...chases,
    ]);
    expect(to('officer-2')).toEqual(['Reminder', 'Reminder', 'Warning', 'Warning']);
    expect(to('manager-1')).toEqual([
      ...['For your information', 'Reminder', 'Warning', 'Warning', 'Late'],
      ...chases,
    ]);
    expect(to('director-1')).toEqual(['For your information', 'Warning', 'Late', 'Still late']);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length);
    const told = (await historyOf(reference)).filter(({ kind }) => kind === 'told');
    expect(told).toHaveLength(mails.length);
  });

  it('goes on chasing after the chases that were planned at first', async () => {
    const { reference, panel } = await start();
    const planned = panel.ladder.at(-1)?.at ?? '';
    await rig.skipTo(reference, secondsBefore(planned, -15 * 86_400));

    const chased = rungsOf(await historyOf(reference), 'panel')
      .filter((entry) => kindOf(entry) === 'chase')
      .map(({ at }) => at);
    expect(chased.filter((at) => at > planned).length).toBeGreaterThanOrEqual(7);
    expect(chased).toEqual(chased.toSorted());
  });
});

describe('an incident that somebody acts on', () => {
  it('spares who acknowledged the reminders, never the warnings, the lateness and the chases', async () => {
    const { reference, panel, tasks } = await start();
    valueOf(await rig.cases.act(reference, { name: 'acknowledge', tasks }, { by: 'officer-1' }));
    const firstChase = panel.ladder.find(({ kind }) => kind === 'chase')?.at ?? '';
    await rig.skipTo(reference, secondsBefore(firstChase, -60));

    const fired = rungsOf(await historyOf(reference), 'panel').map(kindOf);
    expect(fired).toEqual(['task', 'alert', 'warning', 'warning', 'late', 'chase']);
  });

  it('is not late when it is done in the last minute, and nothing fires after that', async () => {
    const { reference, dueAt, tasks } = await start();
    await rig.skipTo(reference, secondsBefore(dueAt, 30));
    const done = doneAt(tasks, secondsBefore(dueAt, 31));
    valueOf(await rig.cases.act(reference, done, { by: 'officer-1' }));

    const view = await inspect(reference);
    expect(view.status).toBe('closed');
    expect(new Set(view.duties.map(({ state }) => state))).toEqual(new Set(['done']));
    const kinds = (await historyOf(reference)).map(({ kind }) => kind);
    expect(kinds).not.toContain('late');
    // That its rapid review has begun may come after.
    expect(kinds.filter((kind) => kind !== 'review').at(-1)).toBe('closed');
  });

  it('stays late when it is done after its date', async () => {
    const { reference, dueAt, tasks } = await start();
    await rig.skipTo(reference, secondsBefore(dueAt, -3_600));
    const done = doneAt(tasks, secondsBefore(dueAt, -1_800));
    valueOf(await rig.cases.act(reference, done, { by: 'officer-1' }));

    const { duties } = await inspect(reference);
    expect(new Set(duties.map(({ state }) => state))).toEqual(new Set(['done-late']));
  });
});
