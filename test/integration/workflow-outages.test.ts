import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseView } from '../../domain/case/view';
import type { Entry, EntryKind } from '../../domain/record/entry';
import { workflowIdOf } from '../../temporal/names';
import { searchAttributes } from '../../temporal/search-attributes';
import { recordsFolder } from '../../workers/history';
import { installLog } from '../../workers/log';
import { doneAt, incidentOf, incidentOfNow, secondsBefore, valueOf } from '../support/outcomes';
import { startRig, type Rig } from '../support/rig';
import { until } from '../support/until';

const everybody = ['officer-1', 'manager-1', 'manager-2', 'director-1', 'business-manager-1'];
const addressOf = (id: string) => `${id}@council.example`;
const agencies = ['icb@icb.example', 'police@police.example'];

let rig: Rig;

beforeAll(async () => {
  installLog('fatal');
  rig = await startRig();
  await rig.work();
});
afterEach(() => {
  rig.recorder.isDown = false;
  rig.sink.refuse.clear();
});
afterAll(() => rig.stop());

async function start() {
  const report = incidentOfNow();
  return valueOf(await rig.cases.start({ report, reference: null, by: 'officer-1' })).reference;
}

const inspect = async (reference: string) => incidentOf(await rig.cases.inspect(reference));
const historyOf = async (reference: string) => valueOf(await rig.cases.history(reference));
const numbersOf = (entries: readonly Entry[]) => entries.map(({ number }) => number);

const mailsOf = (reference: string) =>
  rig.sink.mails.filter(({ subject }) => subject.includes(reference));

/** The lines as they lie in the file, repeats and all. */
const kept = (reference: string) =>
  readFileSync(join(recordsFolder(rig.settings), `${reference}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry);

const taskIds = ({ duties }: CaseView) => duties.map(({ task }) => task);
const now = () => new Date().toISOString();

describe('while the recorder is down', () => {
  it('everybody is told and people act; every line arrives afterwards, once and in order', async () => {
    rig.recorder.isDown = true;
    const reference = await start();
    await until(() => mailsOf(reference).length === everybody.length + agencies.length);
    const done = doneAt(taskIds(await inspect(reference)), now());
    valueOf(await rig.cases.act(reference, done, { by: 'officer-1' }));
    expect(await rig.recorder.read(reference)).toEqual([]);
    const kinds = (await historyOf(reference)).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['told', 'done']));

    rig.recorder.isDown = false;
    // Lines go on coming after the mail, of who was told and of the review; the run ends with the last.
    await rig.client.workflow.getHandle(workflowIdOf(reference)).result();
    const shown = await historyOf(reference);
    expect(kept(reference)).toEqual(shown);
    expect(numbersOf(shown)).toEqual(shown.map((_, index) => index + 1));
    expect((await inspect(reference)).status).toBe('closed');
  });
});

describe('a record that finished while something is down', () => {
  const reopen = { name: 'reopen', reason: 'new facts came in' } as const;
  const finish = async (reference: string) => {
    const done = doneAt(taskIds(await inspect(reference)), now());
    valueOf(await rig.cases.act(reference, done, { by: 'officer-1' }));
  };
  /** Told, and the record's own clock runs again: what it is listed by says so. */
  const isGoingOn = async (reference: string) => {
    const { typedSearchAttributes } = await rig.client.workflow
      .getHandle(workflowIdOf(reference))
      .describe();
    const isTold = mailsOf(reference).some(({ text }) => text.includes('reopened'));
    return isTold && typedSearchAttributes.get(searchAttributes.stage) === 'open';
  };

  it('goes on at once when it is reopened before the recorder is back', async () => {
    rig.recorder.isDown = true;
    const reference = await start();
    await finish(reference);
    await until(() => mailsOf(reference).length === everybody.length + agencies.length);
    valueOf(await rig.cases.act(reference, reopen, { by: 'manager-1' }));
    await until(() => isGoingOn(reference), 10_000);
    expect(await rig.recorder.read(reference)).toEqual([]);
  });

  it('goes on at once when it is reopened before mail is back, and still sends what waited', async () => {
    rig.sink.refuse.set(addressOf('director-1'), 451);
    const reference = await start();
    await finish(reference);
    valueOf(await rig.cases.act(reference, reopen, { by: 'manager-1' }));
    await until(() => isGoingOn(reference), 10_000);
    rig.sink.refuse.clear();
    await until(() => mailsOf(reference).some(({ to }) => to === addressOf('director-1')));
  });
});

describe('while the mail server takes nothing', () => {
  it('all is recorded; the messages come later, each once, under the same Message-ID', async () => {
    [...everybody.map(addressOf), ...agencies].forEach((to) => rig.sink.refuse.set(to, 451));
    const reference = await start();
    const acknowledge = { name: 'acknowledge', tasks: ['panel'] } as const;
    valueOf(await rig.cases.act(reference, acknowledge, { by: 'officer-1' }));
    await until(async () =>
      (await rig.recorder.read(reference)).some(({ kind }) => kind === 'acknowledged'),
    );
    expect(mailsOf(reference)).toEqual([]);
    const messages = everybody.length + agencies.length;
    const lines = async (kind: EntryKind) =>
      (await rig.recorder.read(reference)).filter((entry) => entry.kind === kind);
    await until(async () => (await lines('waiting')).length === messages);

    rig.sink.refuse.clear();
    await until(() => mailsOf(reference).length === everybody.length + agencies.length);
    await until(async () => (await lines('told')).length === messages);
    (await lines('told')).forEach(({ text }) => {
      expect(text).toMatch(/ in \d+ tries\.$/);
    });
    const mails = mailsOf(reference);
    expect(mails.map(({ to }) => to).toSorted()).toEqual(
      [...everybody.map(addressOf), ...agencies].toSorted(),
    );
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length);
    const offered = rig.offered.filter(
      ({ to, subject }) => to.address === addressOf('officer-1') && subject.includes(reference),
    );
    expect(offered.length).toBeGreaterThan(1);
    expect(new Set(offered.map(({ messageId }) => messageId)).size).toBe(1);
  });
});

describe('where one person’s mail waits', () => {
  it('the others’ lines do not, and say when each was told', async () => {
    rig.sink.refuse.set(addressOf('director-1'), 451);
    const reference = await start();
    const deliveries = async () =>
      (await rig.recorder.read(reference)).flatMap(({ at, data }) =>
        data && 'delivery' in data ? [{ at, ...data.delivery }] : [],
      );
    await until(async () => (await deliveries()).some(({ outcome }) => outcome === 'waiting'));
    const said = await deliveries();
    const others = said.filter(({ to }) => to !== 'director-1');
    expect(others).toHaveLength(everybody.length + agencies.length - 1);
    others.forEach(({ outcome, at, tries }) => {
      expect([outcome, at]).toEqual(['accepted', tries.lastAt]);
    });

    rig.sink.refuse.clear();
    await until(async () => (await deliveries()).length === said.length + 1);
    const [last] = (await deliveries()).slice(-1);
    expect(last).toMatchObject({ to: 'director-1', outcome: 'accepted' });
    expect(last?.tries.count).toBeGreaterThan(3);
    expect(mailsOf(reference)).toHaveLength(everybody.length + agencies.length);
  });
});

describe('where the mail server refuses somebody for good', () => {
  it('the next person up is told, and a task asks that the address be mended', async () => {
    rig.sink.refuse.set(addressOf('officer-1'), 550);
    const reference = await start();
    await until(async () =>
      (await rig.recorder.read(reference)).some(({ kind }) => kind === 'not-reached'),
    );

    const { duties, tasks } = await inspect(reference);
    expect(duties.map(({ notReached }) => notReached)).toEqual(duties.map(() => ['officer-1']));
    expect(tasks.map(({ task, state }) => [task, state])).toEqual([
      ['mend-address:officer-1', 'open'],
    ]);
    const instead = mailsOf(reference).filter(({ subject }) => subject.includes('New'));
    expect(instead.map(({ to }) => to)).toContain(addressOf('officer-2'));
    expect(instead.map(({ text }) => text).join()).toContain('officer-1');
  });

  it('a mended address is used by the next message, and the rest goes on', async () => {
    rig.sink.refuse.set(addressOf('officer-1'), 550);
    const reference = await start();
    await until(async () =>
      (await rig.recorder.read(reference)).some(({ kind }) => kind === 'not-reached'),
    );
    rig.sink.refuse.clear();
    const [panel] = (await inspect(reference)).duties;
    await rig.skipTo(reference, secondsBefore(panel?.ladder[1]?.at ?? '', -60));

    const later = mailsOf(reference).filter(({ to }) => to === addressOf('officer-1'));
    expect(later.map(({ subject }) => subject)).toEqual([expect.stringContaining('Reminder')]);
    const mending = (await historyOf(reference)).filter(({ tasks }) =>
      tasks.includes('mend-address:officer-1'),
    );
    expect(mending.filter(({ kind }) => kind === 'opened')).toHaveLength(1);
  });
});
