import seriousHarm from '../../examples/referral-serious-harm.json';
import type { Wish } from '../../client/answers';
import { workflowIdOf } from '../../temporal/names';
import { look } from '../../workflows/messages';
import {doneAt, incidentOf, incidentOfNow, valueOf} from '../support/outcomes';
import type { Rig } from '../support/rig';
import { until } from '../support/until';

/** Plays one record in real time, under its reference. */
export type Scenario = (rig: Rig, reference: string) => Promise<void>;

const now = () => new Date().toISOString();
const reopen: Wish = { name: 'reopen', reason: 'new facts came in' };

async function start(rig: Rig, reference: string, report = incidentOfNow()) {
  valueOf(await rig.cases.start({ report, reference, by: 'officer-1' }));
  incidentOf(await rig.cases.inspect(reference));
}

async function act(rig: Rig, reference: string, wishes: readonly [Wish, string?][]) {
  for (const [wish, by = 'officer-1'] of wishes) {
    valueOf(await rig.cases.act(reference, wish, { by }));
  }
}

async function finish(rig: Rig, reference: string) {
  const { duties } = incidentOf(await rig.cases.inspect(reference));
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
    const { tasks } = incidentOf(await rig.cases.inspect(reference));
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
    await rig.client.workflow.getHandle(workflowIdOf(reference)).executeUpdate(look);
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

/** Under references of referrals. */
export const referrals: Readonly<Record<string, Scenario>> = {
  referral: async (rig, reference) => {
    const form = seriousHarm as unknown;
    valueOf(await rig.cases.refer({ form, reference, by: 'manager-1' }));
    const given = { becameAwareAt: null, reason: null, by: 'officer-1' };
    valueOf(await rig.cases.startFromReferral(reference, given));
    const patch = { police: 'They know of it' };
    await act(rig, reference, [
      [{ name: 'amend', patch, correction: false, reason: null }, 'manager-1'],
      [doneAt(['acknowledge-referral', 'check-referral'], now())],
      ...partners.map((partner): [Wish, string] => [
        { name: 'giveView', partner, view: 'meets', reason: 'as referred' },
        'manager-1',
      ]),
      [decided, 'manager-1'],
      [doneAt(['tell-referrer'], now())],
    ]);
  },
};

const partners = ['local-authority', 'icb', 'police'] as const;

const decided: Wish = {
  name: 'decideReferral',
  outcome: 'meets-the-criteria',
  reason: 'the views agree',
  toReferrer: 'The criteria are met.',
  ...{ importance: 'yes', lesson: 'sharing', dissent: null, by: null },
};

/** Under references of reviews, each with the incident that it follows from. */
export const reviews: Readonly<Record<string, Scenario>> = {
  review: async (rig, reference) => {
    const incident = reference.replace('RR-', '');
    await start(rig, incident);
    await act(rig, incident, [[doneAt(['panel'], now())]]);
    await until(isRecorded(rig, reference, 'opened'));
    const asked: Wish = { name: 'askAgency', agency: 'School', text: 'all you hold', by: null };
    await act(rig, reference, [
      [asked, 'manager-1'],
      ...partners.map((partner): [Wish, string] => [
        { name: 'signOff', partner, view: 'agrees', reason: 'as written' },
        'manager-1',
      ]),
      [{ ...noReview, at: now() }, 'manager-1'],
      [doneAt(['take-up-review', 'safety-actions', 'requests-out', 'inequalities'], now())],
      [doneAt(['panel-meeting', 'agency-summary-1', 'dispatch-rapid-review'], now())],
      [{ name: 'recordReply', at: now(), reply: 'agrees', text: 'yes', by: null }, 'manager-1'],
    ]);
  },
};

const factor = { answer: 'no', reason: 'considered' } as const;

const noReview = {
  name: 'decideReview',
  decision: 'no-local-review',
  factors: {
    ...{ improvements: factor, themes: factor },
    ...{ 'working-together': factor, 'panel-concluded': factor },
  },
  rationale: 'nothing further is to be learned',
  dissent: null,
} as const satisfies Omit<Extract<Wish, { name: 'decideReview' }>, 'at'>;

/** Needs a server that suggests a new run early. */
export const continued: Scenario = async (rig, reference) => {
  await start(rig, reference);
  for (let count = 1; count <= 6; count += 1) {
    await act(rig, reference, [[{ name: 'explain', task: 'panel', text: `line ${count}` }]]);
  }
  await finish(rig, reference);
};
