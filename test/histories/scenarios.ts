import type { Wish } from '../../client/answers';
import { incidentId } from '../../temporal/names';
import { look } from '../../workflows/messages';
import { doneAt, incidentOfNow, valueOf } from '../support/outcomes';
import type { Rig } from '../support/rig';
import { until } from '../support/until';

/** Plays one record in real time, under its reference. */
export type Scenario = (rig: Rig, reference: string) => Promise<void>;

const now = () => new Date().toISOString();
const reopen: Wish = { name: 'reopen', reason: 'new facts came in' };

async function start(rig: Rig, reference: string, report = incidentOfNow()) {
  valueOf(await rig.cases.start({ report, reference, by: 'officer-1' }));
  valueOf(await rig.cases.inspect(reference));
}

async function act(rig: Rig, reference: string, wishes: readonly [Wish, string?][]) {
  for (const [wish, by = 'officer-1'] of wishes) {
    valueOf(await rig.cases.act(reference, wish, { by }));
  }
}

async function finish(rig: Rig, reference: string) {
  const { duties } = valueOf(await rig.cases.inspect(reference));
  for (const { task, evidence, ended } of duties) {
    if (!evidence && !ended) await act(rig, reference, [[doneAt([task], now())]]);
  }
}

const isRecorded = (rig: Rig, reference: string, kind: string) => async () =>
  (await rig.recorder.read(reference)).some((entry) => entry.kind === kind);

/** What a record can live through, one for each shape that a history has. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  done: async (rig, reference) => {
    await start(rig, reference);
    await finish(rig, reference);
  },
  acknowledged: async (rig, reference) => {
    await start(rig, reference);
    await until(isRecorded(rig, reference, 'told'));
    await act(rig, reference, [[{ name: 'acknowledge', tasks: ['panel'] }]]);
    await finish(rig, reference);
  },
  amended: async (rig, reference) => {
    await start(rig, reference, incidentOfNow({}, { abuseOrNeglect: 'not-yet-known' }));
    const knownAt = { abuseOrNeglect: now() };
    const patch = { children: [{ ref: 'A', abuseOrNeglect: 'suspected', knownAt }] };
    const reason = 'the doctors’ report';
    await act(rig, reference, [[{ name: 'amend', patch, correction: false, reason }]]);
    await until(isRecorded(rig, reference, 'told'));
    await finish(rig, reference);
    const { tasks } = valueOf(await rig.cases.inspect(reference));
    for (const { task, kind } of tasks) {
      if (kind === 'confirm-clock') {
        await act(rig, reference, [[{ name: 'confirm', task, reason: 'so it was' }, 'manager-1']]);
      }
    }
  },
  withdrawn: async (rig, reference) => {
    await start(rig, reference);
    await act(rig, reference, [
      [{ name: 'withdraw', reason: 'handed in twice' }],
      [{ name: 'approve', proposal: 'p1' }, 'manager-1'],
    ]);
  },
  reopened: async (rig, reference) => {
    await start(rig, reference);
    await finish(rig, reference);
    const seen: Wish = { name: 'confirm', task: 'reopened', reason: 'looked into' };
    await act(rig, reference, [
      [reopen, 'manager-1'],
      [seen, 'manager-1'],
    ]);
  },
  linked: async (rig, reference) => {
    const other = `${reference}-OTHER`;
    await start(rig, reference);
    await start(rig, other);
    valueOf(await rig.cases.link(reference, { other, reason: 'one event', by: 'officer-1' }));
    await finish(rig, reference);
  },
  'not-reached': async (rig, reference) => {
    rig.sink.refuse.set('officer-1@council.example', 550);
    await start(rig, reference);
    await until(isRecorded(rig, reference, 'not-reached'));
    rig.sink.refuse.clear();
    await finish(rig, reference);
  },
  'mail-waits': async (rig, reference) => {
    rig.sink.refuse.set('officer-1@council.example', 451);
    await start(rig, reference);
    await until(isRecorded(rig, reference, 'waiting'));
    rig.sink.refuse.clear();
    await until(async () =>
      (await rig.recorder.read(reference)).some(({ text }) => text.includes(' tries.')),
    );
    await finish(rig, reference);
  },
  woken: async (rig, reference) => {
    await start(rig, reference);
    await rig.client.workflow.getHandle(incidentId(reference)).executeUpdate(look);
    await finish(rig, reference);
  },
  'recorder-down': async (rig, reference) => {
    rig.recorder.isDown = true;
    await start(rig, reference);
    await finish(rig, reference);
    rig.recorder.isDown = false;
    await until(isRecorded(rig, reference, 'closed'));
  },
};

/** Needs a server that suggests a new run early. */
export const continued: Scenario = async (rig, reference) => {
  await start(rig, reference);
  for (let count = 1; count <= 6; count += 1) {
    await act(rig, reference, [[{ name: 'explain', task: 'panel', text: `line ${count}` }]]);
  }
  await finish(rig, reference);
};
