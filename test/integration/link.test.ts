import { Unreachable } from '../../temporal/unreachable';
import type { Register } from '../../register/register';
import { installLog } from '../../workers/log';
import { casesWith, losing } from '../support/cases-with';
import {
  doneAt,
  incidentOf,
  incidentOfNow,
  refusalOf,
  secondsBefore,
  valueOf,
} from '../support/outcomes';
import { startRegisterRig, type RegisterRig } from '../support/register-rig';
import { until } from '../support/until';

let rig: RegisterRig;
let register: Register;

beforeAll(async () => {
  installLog('fatal');
  rig = await startRegisterRig();
  ({ register } = rig);
  await rig.work();
});
afterAll(() => rig.stop());

const now = () => new Date().toISOString();
const by = 'officer-1';
const reason = 'entered twice';

async function start(becameAwareAt: string) {
  const report = incidentOfNow({ becameAwareAt });
  return valueOf(await rig.cases.start({ report, reference: null, by })).reference;
}

/** Two incidents; the authority became aware of the second three days before the first. */
async function two() {
  const [later, earlier] = [secondsBefore(now(), 60), secondsBefore(now(), 3 * 86_400)];
  return { later, earlier, one: await start(later), other: await start(earlier) };
}

const inspect = async (reference: string) => incidentOf(await rig.cases.inspect(reference));
const linksOf = async (reference: string) => (await inspect(reference)).linked;
const textsOf = async (reference: string) =>
  valueOf(await rig.cases.history(reference))
    .filter(({ kind }) => kind === 'linked')
    .map(({ text }) => text);

describe('two incidents that are the same', () => {
  it('each show the other and the earlier awareness; no date moves', async () => {
    const { one, other, later, earlier } = await two();
    const duties = [(await inspect(one)).duties, (await inspect(other)).duties];
    const added = valueOf(await rig.cases.link(one, { other, reason, by }));
    expect(added.map(({ kind, by: who }) => [kind, who])).toEqual([
      ['linked', by],
      ['linked', by],
    ]);
    expect(await inspect(one)).toMatchObject({
      becameAwareAt: later,
      linked: [{ reference: other, becameAwareAt: earlier }],
      earliestAwareAt: earlier,
    });
    expect(await inspect(other)).toMatchObject({
      becameAwareAt: earlier,
      linked: [{ reference: one, becameAwareAt: later }],
      earliestAwareAt: earlier,
    });
    const dueDates = (given: typeof duties) => given.map((all) => all.map(({ dueAt }) => dueAt));
    const after = [(await inspect(one)).duties, (await inspect(other)).duties];
    expect(dueDates(after)).toEqual(dueDates(duties));
    expect((await textsOf(one))[0]).toMatch(/: entered twice\. The authority first knew on /);
    expect(await textsOf(other)).toEqual([`Linked as the same incident as ${one}: ${reason}.`]);
  });

  it('show what the other says after a correction', async () => {
    const { one, other } = await two();
    valueOf(await rig.cases.link(one, { other, reason, by }));
    const becameAwareAt = secondsBefore(now(), 4 * 86_400);
    const amend = { name: 'amend', patch: { becameAwareAt }, correction: true, reason } as const;
    valueOf(await rig.cases.act(other, amend, { by }));
    await until(async () => (await inspect(one)).earliestAwareAt === becameAwareAt);
    expect(await linksOf(one)).toEqual([{ reference: other, becameAwareAt }]);
  });

  it('are linked once, however often the same action comes', async () => {
    const { one, other } = await two();
    const request = { other, reason, by, actionId: 'the-same' };
    const added = valueOf(await rig.cases.link(one, request));
    expect(valueOf(await rig.cases.link(one, request))).toEqual(added);
    expect(await textsOf(one)).toHaveLength(1);
    expect(await textsOf(other)).toHaveLength(1);
    const again = await rig.cases.link(other, { other: one, reason, by });
    expect(refusalOf(again)).toBe(`${other} and ${one} are linked already.`);
  });

  it('stay closed where they were', async () => {
    const { one, other } = await two();
    const open = (await inspect(other)).duties.map(({ task }) => task);
    valueOf(await rig.cases.act(other, doneAt(open, now()), { by }));
    valueOf(await rig.cases.link(one, { other, reason, by }));
    expect(await inspect(other)).toMatchObject({ status: 'closed', linked: [{ reference: one }] });
  });
});

describe('where the second record cannot be reached', () => {
  it('that is said, and the same again completes it', async () => {
    const { one, other } = await two();
    const connect = () => Promise.resolve(losing(rig, other));
    const cases = casesWith(rig, { register, connect });
    const failure: unknown = await cases
      .link(one, { other, reason, by })
      .catch((error: unknown) => error);
    if (!(failure instanceof Unreachable)) throw new Error(`Not Unreachable: ${String(failure)}`);
    expect(failure.message).toBe(
      `${one} now says that it is the same incident as ${other}, but ${other} could not be ` +
        'reached and may not say so yet. Do the same again: it does what is missing.',
    );
    expect([await textsOf(one), await textsOf(other)]).toMatchObject([{ length: 1 }, []]);

    const added = valueOf(await rig.cases.link(one, { other, reason, by }));
    expect(added).toHaveLength(1);
    expect([await textsOf(one), await textsOf(other)]).toMatchObject([
      { length: 1 },
      { length: 1 },
    ]);
    expect(await linksOf(other)).toMatchObject([{ reference: one }]);
  });
});

describe('a link is refused', () => {
  it.each([
    ['with itself', (one: string) => ({ other: one }), /cannot be linked with itself/],
    ['with an unknown one', () => ({ other: 'SI-2026-NONE' }), /no incident under .*SI-2026-NONE/],
    ['without a reason', (_: string, other: string) => ({ other, reason: ' ' }), /^--reason /],
    [
      'by a role that may not',
      (_: string, other: string) => ({ other, by: 'business-manager-1' }),
      /may not do this\. It takes one of these roles: notifying-officer, /,
    ],
    ['by nobody known', (_: string, other: string) => ({ other, by: 'nobody' }), /^--by /],
  ])('%s, and neither record changes', async (_, given, sentence) => {
    const { one, other } = await two();
    const request = { reason, by, ...given(one, other) };
    expect(refusalOf(await rig.cases.link(one, request))).toMatch(sentence);
    expect([await linksOf(one), await linksOf(other)]).toEqual([[], []]);
  });
});
