import { WorkflowNotFoundError } from '@temporalio/client';
import type { FromReferral, Wish } from '../../client/answers';
import { londonDateOf } from '../../domain/calendar';
import { tasksOf } from '../../domain/records';
import type { Register } from '../../register/register';
import { workflowIdOf } from '../../temporal/names';
import { installLog } from '../../workers/log';
import { casesWith } from '../support/cases-with';
import { buildAuthority, buildPerson } from '../support/build-incident';
import { buildReferral, decision, done } from '../support/drive-referral';
import {
  incidentOf,
  incidentOfNow,
  problemsOf,
  refusalOf,
  secondsBefore,
  valueOf,
} from '../support/outcomes';
import { startRegisterRig, type RegisterRig } from '../support/register-rig';
import { until } from '../support/until';

/** A closed workflow is deleted once the server has noted that all else about it is done. */
const deletingSoon = [
  'history.transferProcessorUpdateAckInterval="100ms"',
  'history.visibilityProcessorUpdateAckInterval="100ms"',
];
const people = [
  ...buildAuthority().people,
  buildPerson('front-door-1', 'front-door'),
  buildPerson('auditor-1', 'auditor'),
];

let rig: RegisterRig;
let register: Register;

beforeAll(async () => {
  installLog('fatal');
  rig = await startRegisterRig({ authority: { people }, dynamicConfig: deletingSoon });
  ({ register } = rig);
  await rig.work();
});
afterAll(() => rig.stop());

const by = 'business-manager-1';
const officer = 'officer-1';
const now = () => new Date().toISOString();
const handleOf = (reference: string) => rig.client.workflow.getHandle(workflowIdOf(reference));
const historyOf = async (reference: string) => valueOf(await rig.cases.history(reference));

/** A form that came in a minute ago. */
const formOf = (
  overrides: Record<string, unknown> = {},
  child: Record<string, unknown> = {},
): Record<string, unknown> =>
  buildReferral({ receivedAt: secondsBefore(now(), 60), occurredOn: null, ...overrides }, child);
/** Which then is assumed to come in now. */
function withoutReceipt() {
  const form = formOf();
  delete form.receivedAt;
  return form;
}

const refer = (form: unknown, reference: string | null = null) =>
  rig.cases.refer({ form, reference, by });
const start = async (form: unknown = formOf(), reference: string | null = null) =>
  valueOf(await refer(form, reference)).reference;

async function inspect(reference: string) {
  const view = valueOf(await rig.cases.inspect(reference));
  if (view.kind !== 'referral') throw new Error(`${reference} is no referral`);
  return view;
}

const act = async (reference: string, wish: Wish, who = by) =>
  valueOf(await rig.cases.act(reference, wish, { by: who }));

const openIn = async (reference: string) =>
  tasksOf(await inspect(reference))
    .filter(({ evidence, ended }) => !evidence && !ended)
    .map(({ task }) => task);

/** Nobody meets the criteria: every task is done, the referrer knows the outcome, all is recorded. */
async function close(reference: string) {
  await act(reference, { name: 'decideReferral', ...decision() });
  await act(reference, { name: 'done', ...done(await openIn(reference), now()) });
  await handleOf(reference).result();
}

/** As after the namespace's retention. */
async function forget(reference: string) {
  const { workflowService, options } = rig.client;
  await workflowService.deleteWorkflowExecution({
    namespace: options.namespace,
    workflowExecution: { workflowId: workflowIdOf(reference) },
  });
  const isGone = () =>
    handleOf(reference)
      .describe()
      .then(
        () => false,
        (error: unknown) => error instanceof WorkflowNotFoundError,
      );
  await until(isGone);
}

/** Lets the first message of its ladders go out. */
async function skipToFirstRung(reference: string) {
  const { tasks } = await inspect(reference);
  const moments = tasks.flatMap(({ ladder }) => ladder.map(({ at }) => at));
  const [first = ''] = moments.filter((at) => at > now()).toSorted();
  await rig.skipTo(reference, secondsBefore(first, -1));
}

/** Who was mailed about a record, without the authority's own domain. */
const mailedTo = (reference: string) =>
  rig.sink.mails
    .filter(({ subject }) => subject.includes(reference))
    .map(({ to }) => to.replace('@council.example', ''));

const asReceived = { becameAwareAt: null, reason: null, by: officer };

describe('a practice review referral', () => {
  it('opens the partnership’s tasks', async () => {
    const reference = await start();
    expect(reference).toMatch(/^PR-\d{4}-\w{4}$/);
    expect(await openIn(reference)).toEqual([
      'acknowledge-referral',
      'check-referral',
      ...['local-authority', 'icb', 'police'].map((partner) => `partner-view:${partner}`),
      'decide-referral',
    ]);
  });

  it('begins where the clock of who hands it in is ahead', async () => {
    const form = withoutReceipt();
    const cases = casesWith(rig, { register, now: () => secondsBefore(now(), -30) });
    const { reference } = valueOf(await cases.refer({ form, reference: null, by }));
    expect(await openIn(reference)).toContain('decide-referral');
  });

  it.each(['no', 'dont-know'])(
    'asks the front door at once to raise the concern, where one was raised: %s',
    async (concernRaised) => {
      const reference = await start(formOf({ concernRaised, concernReference: null }));
      expect((await openIn(reference))[0]).toBe('raise-concern');
      await until(() => mailedTo(reference).includes('front-door-1'));
      const { receivedAt, tasks } = await inspect(reference);
      expect(tasks[0]?.dueOn).toBe(londonDateOf(receivedAt));
      expect(await openIn(reference)).toContain('decide-referral');
    },
  );

  it('is refused with every problem at once, and nothing is started', async () => {
    const reference = 'PR-2026-BAD';
    const problems = problemsOf(
      await refer(
        formOf(
          { concernReference: null, whatHappened: null, occurredOn: '2099-01-01', extra: 1 },
          { harm: 'bad' },
        ),
        reference,
      ),
    );
    expect(problems.map(({ path }) => path).toSorted()).toEqual([
      ...['children[0].harm', 'concernReference', 'extra', 'occurredOn', 'whatHappened'],
    ]);
    expect(problems.every(({ remedy }) => remedy)).toBe(true);
    await expect(handleOf(reference).describe()).rejects.toThrow(WorkflowNotFoundError);
    expect(refusalOf(await rig.cases.inspect(reference))).toContain(reference);
  });

  it('is refused under an incident’s reference, and in nobody’s name', async () => {
    expect(refusalOf(await refer(formOf(), 'SI-2026-USED'))).toContain(
      'not one of practice review referrals',
    );
    const nobody = await rig.cases.refer({ form: formOf(), reference: null, by: 'nobody' });
    expect(refusalOf(nobody)).toContain('Nobody in the authority’s file has this id');
  });
});

describe('the same form under the same reference', () => {
  const other = (form: Record<string, unknown>) => ({ ...form, lessonHoped: 'another lesson' });
  async function expectOne(form: Record<string, unknown>, reference: string) {
    expect(valueOf(await refer(form, reference))).toEqual({ reference, already: true });
    expect(refusalOf(await refer(other(form), reference))).toContain('belongs to another form');
  }

  async function expectOneForEver(form: Record<string, unknown>, reference: string) {
    expect(valueOf(await refer(form, reference))).toEqual({ reference, already: false });
    await expectOne(form, reference);
    const { receivedAt } = await inspect(reference);
    await close(reference);
    await expectOne(form, reference);
    await forget(reference);
    await expectOne(form, reference);
    expect(await inspect(reference)).toMatchObject({ status: 'closed', receivedAt });
    await expect(handleOf(reference).describe()).rejects.toThrow(WorkflowNotFoundError);
  }

  it('is one referral with and without its receipt: open, closed and forgotten', async () => {
    await Promise.all([
      expectOneForEver(formOf(), 'PR-2026-WITH'),
      expectOneForEver(withoutReceipt(), 'PR-2026-WITHOUT'),
    ]);
  });
});

describe('the incident of a referral', () => {
  const meets = () => formOf({}, { abuseOrNeglect: 'suspected' });
  const given = (overrides: Partial<FromReferral> = {}) => ({ ...asReceived, ...overrides });

  it('is begun with awareness at the receipt, and ends the referral’s task; again changes nothing', async () => {
    const reference = await start(meets());
    const { receivedAt } = await inspect(reference);
    expect(await openIn(reference)).toContain('start-incident');
    const incident = reference.replace('PR-', 'SI-');
    const begun = valueOf(await rig.cases.startFromReferral(reference, given()));
    expect(begun).toEqual({ reference: incident, already: false, notCompared: null });
    expect(incidentOf(await rig.cases.inspect(incident))).toMatchObject({
      becameAwareAt: receivedAt,
      decision: 'notify',
    });
    const referral = await inspect(reference);
    expect(referral.incident).toBe(incident);
    expect(await openIn(reference)).not.toContain('start-incident');

    const lines = [await historyOf(reference), await historyOf(incident)].map((all) => all.length);
    const again = valueOf(await rig.cases.startFromReferral(reference, given()));
    expect(again).toMatchObject({ reference: incident, already: true });
    const then = [await historyOf(reference), await historyOf(incident)].map((all) => all.length);
    expect(then).toEqual(lines);
  });

  it('takes a later awareness only with its reason', async () => {
    const reference = await start(meets());
    const { receivedAt } = await inspect(reference);
    const becameAwareAt = secondsBefore(receivedAt, -30);
    const later = given({ becameAwareAt });
    expect(refusalOf(await rig.cases.startFromReferral(reference, later))).toContain(
      'no later than it received the referral',
    );
    const incident = reference.replace('PR-', 'SI-');
    await expect(handleOf(incident).describe()).rejects.toThrow(WorkflowNotFoundError);
    const reason = 'it went to another authority first';
    valueOf(await rig.cases.startFromReferral(reference, { ...later, reason }));
    expect(incidentOf(await rig.cases.inspect(incident))).toMatchObject({ becameAwareAt });
    expect((await historyOf(reference)).map(({ text }) => text).join()).toContain(reason);
  });

  it('is not begun by somebody who may not act on the referral', async () => {
    const reference = await start(meets());
    const refused = await rig.cases.startFromReferral(reference, given({ by: 'auditor-1' }));
    expect(refusalOf(refused)).toContain('auditor-1 may not do this');
    const incident = handleOf(reference.replace('PR-', 'SI-'));
    await expect(incident.describe()).rejects.toThrow(WorkflowNotFoundError);
  });

  it('is asked for by the partners’ decision too', async () => {
    const reference = await start();
    expect(await openIn(reference)).not.toContain('start-incident');
    const outcome = 'meets-the-criteria';
    await act(reference, { name: 'decideReferral', ...decision({ outcome }) });
    expect(await openIn(reference)).toEqual(
      expect.arrayContaining(['start-incident', 'tell-referrer']),
    );
  });

  it('is no incident of a record that is no referral, nor of none', async () => {
    const incident = await rig.cases.start({
      report: incidentOfNow(),
      reference: null,
      by: officer,
    });
    const { reference } = valueOf(incident);
    expect(refusalOf(await rig.cases.startFromReferral(reference, given()))).toContain(
      `${reference} is no practice review referral`,
    );
    expect(refusalOf(await rig.cases.startFromReferral('PR-2026-NONE', given()))).toContain(
      'PR-2026-NONE',
    );
  });
});

describe('a referral that looks like what is here already', () => {
  const same = { occurredOn: '2026-11-01', place: 'in-area' };

  it('starts with a flag that names the incident and the earlier referral', async () => {
    const started = await rig.cases.start({
      report: incidentOfNow(same),
      reference: null,
      by: officer,
    });
    const incident = valueOf(started).reference;
    const earlier = await start(formOf(same));
    for (const reference of [incident, earlier]) {
      await until(async () => (await register.queries.find(reference, now())) !== null);
    }
    const { flags } = await inspect(await start(formOf(same)));
    const words = flags.map((flag) => flag.words).join(' ');
    expect(words).toContain(incident);
    expect(words).toContain(earlier);
    const second = await rig.cases.startFromReferral(earlier, asReceived);
    expect(refusalOf(second)).toContain(`this looks like ${incident}`);
  });
});

// Time is skipped in these, and the clients' clock goes with it: they come last.
describe('the mail about a referral', () => {
  it('goes to those whose task it is, to partners that are to be asked, and to nobody else', async () => {
    const reference = await start();
    await skipToFirstRung(reference);
    const partners = ['icb@icb.example', 'police@police.example'];
    const wanted = [by, 'manager-1', 'manager-2', ...partners];
    await until(() => wanted.every((one) => mailedTo(reference).includes(one)));
    expect(new Set(mailedTo(reference))).toEqual(new Set(wanted));
  });

  it('says nothing about a child, nor does what lists hold', async () => {
    const texts = ['whyCriteriaMet', 'whatHappened', 'siblings', 'police', 'lessonHoped'];
    const told = Object.fromEntries(texts.map((name) => [name, `private-${name}`]));
    const child = { ref: 'PRIVATE-REF', localCaseId: 'PRIVATE-CASE', bornOn: '2011-07-13' };
    const concern = { concernRaised: 'no', concernReference: null };
    const reference = await start(
      formOf({ ...told, ...concern }, { ...child, abuseOrNeglect: 'suspected' }),
    );
    await until(() => mailedTo(reference).includes('front-door-1'));
    const before = rig.sink.mails.length;
    await skipToFirstRung(reference);
    await until(() => rig.sink.mails.length > before);
    const incident = valueOf(await rig.cases.startFromReferral(reference, asReceived)).reference;
    await until(() => mailedTo(incident).includes('icb@icb.example'));
    const all = { now: now(), filter: { all: true }, limit: 100, after: null };
    await until(async () => (await register.queries.find(incident, now())) !== null);
    const listed = await register.queries.records(all);
    expect(listed.rows.map((row) => row.reference)).toContain(reference);
    expect(JSON.stringify([rig.sink.mails, listed])).not.toMatch(/private|2011-07-13|13 July/i);
  });
});
