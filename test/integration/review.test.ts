import type { Wish } from '../../client/answers';
import { addCalendarMonths, londonDateOf } from '../../domain/calendar';
import { tasksOf } from '../../domain/records';
import { workflowIdOf } from '../../temporal/names';
import { installLog } from '../../workers/log';
import { deciding } from '../support/drive-review';
import { startHesitantWorker, type HesitantWorker } from '../support/hesitant-worker';
import {
  doneAt,
  incidentOf,
  incidentOfNow,
  refusalOf,
  secondsBefore,
  valueOf,
} from '../support/outcomes';
import { startRig, type Rig } from '../support/rig';
import { until } from '../support/until';

let rig: Rig;
let worker: HesitantWorker;

beforeAll(async () => {
  installLog('fatal');
  rig = await startRig({ dynamicConfig: ['limit.historyCount.suggestContinueAsNew=40'] });
  worker = await startHesitantWorker(rig);
  worker.hesitates = false;
});
afterAll(async () => {
  await worker.stop();
  await rig.stop();
});

const officer = 'officer-1';
const by = 'business-manager-1';
const now = () => new Date().toISOString();
const handleOf = (reference: string) => rig.client.workflow.getHandle(workflowIdOf(reference));
const reviewOf = (incident: string) => incident.replace('SI-', 'RR-');
const act = async (reference: string, wish: Wish, who = by) =>
  valueOf(await rig.cases.act(reference, wish, { by: who }));
const historyOf = async (reference: string) => valueOf(await rig.cases.history(reference));

/** A death in which neglect is suspected, unless the child says otherwise. */
async function start(child: Record<string, unknown> = {}) {
  const report = incidentOfNow({}, child);
  return valueOf(await rig.cases.start({ report, reference: null, by: officer })).reference;
}

const inspect = async (reference: string) => incidentOf(await rig.cases.inspect(reference));

async function inspectReview(reference: string) {
  const view = valueOf(await rig.cases.inspect(reference));
  if (view.kind !== 'review') throw new Error(`${reference} is no review`);
  return view;
}

const openIn = async (reference: string) =>
  tasksOf(valueOf(await rig.cases.inspect(reference)))
    .filter(({ evidence, ended }) => !evidence && !ended)
    .map(({ task }) => task);

async function tellThePanel(incident: string) {
  const at = now();
  await act(incident, doneAt(['panel'], at), officer);
  return at;
}

const hasBegun = (incident: string) => async () =>
  (await inspect(incident)).review?.isBegun === true;

/** An incident of which the Panel was told; its review, once that has begun. */
async function startReview() {
  const incident = await start();
  const notifiedAt = await tellThePanel(incident);
  await until(hasBegun(incident));
  return { incident, notifiedAt, reference: reviewOf(incident) };
}

/** That its review began, once. */
async function expectOneReview(incident: string) {
  await until(hasBegun(incident));
  const lines = (await historyOf(incident)).filter(({ kind }) => kind === 'review');
  expect(lines.map(({ text }) => text)).toEqual([
    expect.stringContaining('follows'),
    expect.stringContaining('has begun'),
  ]);
  const begun = (await historyOf(reviewOf(incident))).filter(({ kind }) => kind === 'started');
  expect(begun).toHaveLength(1);
}

describe('the rapid review of an incident', () => {
  it('begins by itself once the Panel is told, and is due 15 working days from then', async () => {
    const incident = await start();
    expect(await inspect(incident)).toMatchObject({ review: null });
    await act(incident, doneAt(['partner:police'], now()), officer);
    expect(refusalOf(await rig.cases.inspect(reviewOf(incident)))).toContain(reviewOf(incident));
    const notifiedAt = await tellThePanel(incident);
    await expectOneReview(incident);
    const review = await inspectReview(reviewOf(incident));
    expect(review).toMatchObject({
      incident,
      notifiedAt,
      partners: ['local-authority', 'icb', 'police'],
    });
    const dispatch = review.tasks.find(({ task }) => task === 'dispatch-rapid-review');
    expect(dispatch?.clockStartsAt).toBe(notifiedAt);
    expect(dispatch?.counted).toHaveLength(15);
    expect(dispatch?.dueOn).toBe(dispatch?.counted.at(-1));
    expect((dispatch?.counted[0] ?? '') > londonDateOf(notifiedAt)).toBe(true);
    const taken = review.tasks.find(({ task }) => task === 'take-up-review');
    expect(taken?.dueOn).toBe(londonDateOf(notifiedAt));
    const mailed = () =>
      rig.sink.mails.filter(({ subject }) => subject.includes(reviewOf(incident)));
    await until(() => mailed().some(({ to }) => to === `${by}@council.example`));
  });

  it('does not begin for a looked-after child’s death in which nothing is suspected', async () => {
    const incident = await start({ abuseOrNeglect: 'not-suspected', lookedAfter: 'yes' });
    await act(incident, doneAt(await openIn(incident), now()), officer);
    await handleOf(incident).result();
    expect(await inspect(incident)).toMatchObject({ status: 'closed', review: null });
    expect(refusalOf(await rig.cases.inspect(reviewOf(incident)))).toContain(reviewOf(incident));
  });

  it('begins where an amendment meets the criterion after the Panel was told', async () => {
    const incident = await start({ abuseOrNeglect: 'not-suspected', lookedAfter: 'yes' });
    const notifiedAt = await tellThePanel(incident);
    expect(await inspect(incident)).toMatchObject({ review: null });
    const knownAt = { abuseOrNeglect: now() };
    const patch = { children: [{ ref: 'A', abuseOrNeglect: 'suspected', knownAt }] };
    await act(incident, { name: 'amend', patch, correction: false, reason: null }, officer);
    await expectOneReview(incident);
    expect(await inspectReview(reviewOf(incident))).toMatchObject({ notifiedAt });
  });

  it('begins where telling the Panel ends the incident, and not again when that is reopened', async () => {
    const incident = await start();
    await act(incident, doneAt(await openIn(incident), now()), officer);
    await handleOf(incident).result();
    expect(await inspect(incident)).toMatchObject({ status: 'closed' });
    await expectOneReview(incident);
    await act(incident, { name: 'reopen', reason: 'more came in' }, 'manager-1');
    await act(incident, { name: 'confirm', task: 'reopened', reason: 'seen' }, 'manager-1');
    await handleOf(incident).result();
    await expectOneReview(incident);
  });

  it('is to be ended once its incident is withdrawn', async () => {
    const { incident, reference } = await startReview();
    await act(incident, { name: 'withdraw', reason: 'handed in twice' }, officer);
    const [proposal] = (await inspect(incident)).proposals;
    await act(incident, { name: 'approve', proposal: proposal?.id ?? '' }, 'manager-1');
    expect(await inspect(incident)).toMatchObject({ status: 'withdrawn' });
    const [end] = (await inspect(incident)).tasks.filter(({ kind }) => kind === 'end-review');
    expect(end).toMatchObject({ state: 'open', title: `End the rapid review ${reference}` });
    await act(reference, { name: 'endReview', reason: 'it was no incident' });
    await act(reference, { name: 'approve', proposal: 'p1' }, 'manager-1');
    await act(incident, doneAt(await openIn(incident), now()));
    await handleOf(incident).result();
    expect(await inspectReview(reference)).toMatchObject({ status: 'withdrawn' });
    expect(
      refusalOf(await rig.cases.act(reference, doneAt(['panel-meeting'], now()), { by })),
    ).toContain('was ended');
  });
});

const signed = (partner: string): Wish => ({
  ...{ name: 'signOff', partner, view: 'agrees', reason: 'read and agreed' },
});

describe('a review', () => {
  it.each<[string, Wish]>([
    ['RR', { name: 'giveView', partner: 'icb', view: 'meets', reason: 'as seen' }],
    ['RR', { name: 'withdraw', reason: 'handed in twice' }],
    ['SI', { name: 'appoint', reviewer: 'Reviewer 1', expertise: 'neglect', conflicts: 'none' }],
    ['SI', { name: 'publish', on: '2026-11-02', where: 'here' }],
  ])('takes no action of another kind of record: %s', async (kind, wish) => {
    const { incident, reference } = await startReview();
    const wanted = kind === 'SI' ? incident : reference;
    expect(refusalOf(await rig.cases.act(wanted, wish, { by: 'manager-1' }))).toMatch(
      `${wish.name} is no action on this kind of record: ${wanted} is a`,
    );
  });

  it.each(['RR-2026-NONE', 'PR-2026-NONE', 'XX-2026-NONE', 'nonsense'])(
    'is not known under %s: every way to it says so',
    async (reference) => {
      for (const outcome of [
        await rig.cases.inspect(reference),
        await rig.cases.history(reference),
        await rig.cases.act(reference, { name: 'explain', task: 'x', text: 'y' }, { by }),
      ]) {
        expect(refusalOf(outcome)).toContain(reference);
      }
    },
  );

  it('closes once the Panel has replied, and then takes an action again', async () => {
    const { reference } = await startReview();
    for (const partner of ['local-authority', 'icb', 'police'])
      await act(reference, signed(partner));
    await act(reference, { name: 'decideReview', ...deciding('no-local-review', now()) });
    await act(reference, doneAt(await openIn(reference), now()));
    expect(await openIn(reference)).toEqual(['panel-reply']);
    const reply = { at: now(), text: 'as it should be', by: null } as const;
    await act(reference, { name: 'recordReply', reply: 'agrees', ...reply });
    await handleOf(reference).result();
    expect(await inspectReview(reference)).toMatchObject({ status: 'closed' });
    await act(reference, { name: 'addAction', what: 'Train', owner: 'Housing', by: '2027-03-01' });
    expect(await inspectReview(reference)).toMatchObject({ status: 'open' });
    await act(reference, doneAt(['learning-action-1'], now()));
    await handleOf(reference).result();
    const history = await historyOf(reference);
    expect(history.map(({ number }) => number)).toEqual(history.map((_, index) => index + 1));
    expect(history.filter(({ kind }) => kind === 'closed')).toHaveLength(2);
  });
});

describe('a review that waits to begin', () => {
  beforeEach(() => {
    worker.hesitates = true;
  });

  /** The Panel was told, and its review has been asked for in vain. */
  async function startWaiting() {
    const incident = await start();
    await tellThePanel(incident);
    await until(() => worker.asked.includes(reviewOf(incident)));
    expect(await inspect(incident)).toMatchObject({ review: { isBegun: false } });
    return incident;
  }

  it('does not hold up its incident’s next run, and begins from there', async () => {
    const incident = await startWaiting();
    const { runId } = await handleOf(incident).describe();
    const continued = async () => (await handleOf(incident).describe()).runId !== runId;
    for (let count = 0; count < 30 && !(await continued()); count += 1) {
      await act(incident, { name: 'explain', task: 'panel', text: `line ${count}` });
    }
    await until(continued);
    expect(await inspect(incident)).toMatchObject({ review: { isBegun: false } });
    worker.hesitates = false;
    await expectOneReview(incident);
  });

  it('is begun by the next worker where the first is gone', async () => {
    const incident = await startWaiting();
    await worker.stop();
    worker = await startHesitantWorker(rig);
    worker.hesitates = false;
    await expectOneReview(incident);
  });
});

// Time is skipped in these, and the clients' clock goes with it: they come last.
describe('the ladder of a review', () => {
  it('says that a task is late, and chases until it is done', async () => {
    const { reference } = await startReview();
    const { dueAt, ladder } = taskIn(await inspectReview(reference), 'take-up-review');
    const late = ladder.find(({ kind }) => kind === 'late');
    expect(late?.at).toBe(dueAt);
    const linesOf = async (kind: string) =>
      (await historyOf(reference)).filter(
        (entry) => entry.kind === kind && entry.tasks.includes('take-up-review'),
      );
    await rig.skipTo(reference, secondsBefore(late?.at ?? '', -1));
    await until(async () => (await linesOf('late')).length === 1);
    const chases = async () => (await linesOf('rung')).filter(({ at }) => at > (dueAt ?? ''));
    expect(await chases()).toEqual([]);
    const twoDaysOn = secondsBefore(dueAt ?? '', -3 * 86_400);
    await rig.skipTo(reference, twoDaysOn);
    await until(async () => (await chases()).length > 0);
    await act(reference, doneAt(['take-up-review'], twoDaysOn));
    expect(taskIn(await inspectReview(reference), 'take-up-review').state).toBe('done-late');
    const before = (await chases()).length;
    await rig.skipTo(reference, secondsBefore(twoDaysOn, -2 * 86_400));
    expect(await chases()).toHaveLength(before);
  });

  it('goes by the decisions, to the day of publication and a year beyond', async () => {
    const { reference, notifiedAt } = await startReview();
    const dueOn = async (task: string) => taskIn(await inspectReview(reference), task).dueOn;
    await act(reference, { name: 'askAgency', agency: 'School', text: 'its summary', by: null });
    for (const partner of ['local-authority', 'icb', 'police']) {
      await act(reference, signed(partner));
    }
    await act(reference, { name: 'decideReview', ...deciding('local-review', notifiedAt) });
    const months = addCalendarMonths(londonDateOf(notifiedAt), 6);
    expect(await dueOn('publish')).toBe(months);
    await act(reference, {
      ...{ name: 'appoint', reviewer: 'Reviewer 1', expertise: 'reviews', conflicts: 'none found' },
    });
    await act(reference, {
      ...{ name: 'askInWriting', of: 'Reviewer 1', what: 'draft', text: 'a draft', by: months },
    });
    const sent = await dueOn('send-report:panel');
    const later = addCalendarMonths(londonDateOf(notifiedAt), 8);
    await act(reference, { name: 'planPublication', on: later, reason: 'an inquest comes first' });
    expect(((await dueOn('send-report:panel')) ?? '') > (sent ?? '')).toBe(true);
    expect(await openIn(reference)).toEqual(
      expect.arrayContaining(['tell-delay:panel', 'tell-delay:secretary-of-state']),
    );
    await act(reference, { name: 'addAction', what: 'Train', owner: 'Housing', by: months });
    const reason = 'the service has closed';
    const accepted = { name: 'acceptNotDone', task: 'learning-action-1', reason } as const;
    await act(reference, accepted, 'manager-1');
    const others = (await openIn(reference)).filter((task) => task !== 'publish');
    await act(reference, doneAt(others, now()));
    const reply = { at: now(), text: 'as it should be', by: null } as const;
    await act(reference, { name: 'recordReply', reply: 'agrees', ...reply });
    expect(await openIn(reference)).toEqual(['publish', 'progress-check-2']);

    const on = londonDateOf(now());
    await act(reference, { name: 'publish', on, where: 'the partnership’s site' });
    const { publication } = await inspectReview(reference);
    expect(publication).toMatchObject({ publishedOn: on, plannedOn: later, dueOn: months });
    expect(await openIn(reference)).toEqual(['still-online']);
    const yearLater = addCalendarMonths(on, 12);
    expect(await dueOn('still-online')).toBe(yearLater);
    const yearOn = `${yearLater}T12:00:00.000Z`;
    await rig.skipTo(reference, yearOn);
    await act(reference, doneAt(['still-online'], yearOn));
    await handleOf(reference).result();
    expect(await inspectReview(reference)).toMatchObject({ status: 'closed' });
  });
});

function taskIn({ tasks }: Awaited<ReturnType<typeof inspectReview>>, id: string) {
  const found = tasks.find(({ task }) => task === id);
  if (!found) throw new Error(`No task ${id}`);
  return found;
}
