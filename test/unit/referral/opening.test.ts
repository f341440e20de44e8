import type { LikelyDuplicate } from '../../../domain/case/duplicates';
import { flagsOf } from '../../../domain/referral/flags';
import { aboutReferral } from '../../../domain/referral/summary';
import { viewReferral } from '../../../domain/referral/view';
import {
  buildReferral,
  considered,
  DrivenReferral,
  receivedAt,
} from '../../support/drive-referral';

const harmed = { harm: 'seriously-harmed', abuseOrNeglect: 'suspected' };
const flag = (id: string, overrides = {}, childOverrides = {}) => {
  const { state } = new DrivenReferral(buildReferral(overrides, childOverrides));
  return flagsOf(state).find((one) => one.id === id)?.words;
};
const noConcern = (concernRaised: string) =>
  buildReferral({ concernRaised, concernReference: null });

describe('what a referral opens', () => {
  test('acknowledgement, check, a view of each partner and the decision, from the receipt', () => {
    const driven = new DrivenReferral(buildReferral(), '2026-06-03T15:00:00.000Z');
    expect(driven.state.tasks.map(({ id, clock }) => [id, clock?.startsAt, clock?.dueOn])).toEqual([
      ['acknowledge-referral', receivedAt, '2026-06-04'],
      ['check-referral', receivedAt, '2026-06-05'],
      ['partner-view:local-authority', receivedAt, '2026-06-10'],
      ['partner-view:icb', receivedAt, '2026-06-10'],
      ['partner-view:police', receivedAt, '2026-06-10'],
      ['decide-referral', receivedAt, '2026-06-17'],
    ]);
    expect(driven.state.tasks.filter(({ strength }) => strength !== 'local')).toEqual([]);
  });

  test('each partner is asked for its view, once', () => {
    const notices = new DrivenReferral(buildReferral()).batches.flatMap((batch) => batch.notices);
    const asked = notices.filter(({ kind }) => kind === 'view-wanted');
    expect(asked.map(({ task, to }) => [task.id, to])).toEqual([
      ['partner-view:local-authority', ['partner:local-authority']],
      ['partner-view:icb', ['partner:icb']],
      ['partner-view:police', ['partner:police']],
    ]);
  });

  test('typed in late, it misses its targets at once: recording late moves none', () => {
    const driven = new DrivenReferral(buildReferral(), '2026-06-05T09:00:00.000Z');
    expect(driven.texts('late')).toEqual([
      'Target missed: “Tell the referrer that the referral has arrived” was not recorded as done by the end of Thursday 4 June 2026.',
    ]);
  });

  test.each(['no', 'dont-know'])('a concern raised “%s” is raised first, the same day', (said) => {
    const driven = new DrivenReferral(noConcern(said));
    const [first] = driven.state.tasks;
    expect([first?.id, first?.clock?.dueOn]).toEqual(['raise-concern', '2026-06-03']);
    const told = driven.batches[0]?.notices.filter(({ task }) => task.id === 'raise-concern');
    expect(told).toMatchObject([
      { kind: 'task', to: ['front-door', 'business-manager', 'manager'] },
    ]);
    expect(driven.openIds()).toContain('decide-referral');
  });

  test('facts that meet a criterion ask for the incident record at once, the same day', () => {
    const driven = new DrivenReferral(buildReferral({}, harmed));
    expect(driven.task('start-incident').clock?.dueOn).toBe('2026-06-03');
    expect(flagsOf(driven.state)[0]?.id).toBe('criteria-met');
  });

  test('what keeps a case over twelve months old from review keeps it from no notification', () => {
    const old = buildReferral({ occurredOn: '2023-06-01' }, harmed);
    expect(new DrivenReferral(old).openIds()).toContain('start-incident');
  });

  test('facts that cannot be judged stop nothing, and it says why', () => {
    const elsewhere = { place: 'elsewhere-in-england', incidentArea: 'E06000005' };
    const driven = new DrivenReferral(buildReferral(elsewhere));
    expect(driven.state.children).toEqual([]);
    expect(flagsOf(driven.state)[0]?.words).toContain('incidentArea: This is the code of this');
    expect(driven.openIds()).toContain('decide-referral');
  });

  test('a case that is not referred is acknowledged, and no more', () => {
    const driven = new DrivenReferral(considered);
    expect(driven.openIds()).toEqual(['acknowledge-referral']);
    expect(driven.texts('started')[0]).toContain(
      'does not refer it. Reference of its own review: IR-1',
    );
    expect(aboutReferral(driven.state).decision).toBe('considered-not-referring');
  });

  test('a case that is not referred still asks for the concern and the incident', () => {
    const input = { ...considered, concernRaised: 'no', concernReference: null };
    const driven = new DrivenReferral({ ...input, children: [{ ref: 'A', ...harmed }] });
    expect(driven.openIds()).toEqual(['raise-concern', 'start-incident', 'acknowledge-referral']);
  });
});

describe('what it flags, for a person to judge', () => {
  test.each([
    ['the same day', '2026-06-03', undefined],
    ['a day', '2026-06-02', '1 day after Tuesday 2 June 2026'],
    ['half a year', '2025-12-03', '182 days after Wednesday 3 December 2025'],
  ])('a delay with its length: %s', (_, becameApparentOn, words) => {
    const said = flag('delay', { becameApparentOn, occurredOn: '2025-12-01' });
    if (words === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(words);
  });

  test.each([
    ['2025-06-03', undefined],
    ['2025-06-02', 'No reason is given why it should be looked at now: ask for it.'],
  ])('over twelve months from the incident: of %s', (occurredOn, words) => {
    const said = flag('over-twelve-months', { occurredOn });
    if (words === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(words);
  });

  test('twelve months are counted to the day of the receipt in London', () => {
    const late = { receivedAt: '2026-06-02T23:30:00Z', occurredOn: '2025-06-02' };
    expect(flag('over-twelve-months', late)).toBeDefined();
  });

  test('over twelve months with the exception’s reason', () => {
    const old = { occurredOn: '2024-01-01', whyOverTwelveMonths: 'the inquest has found more' };
    expect(flag('over-twelve-months', old)).toContain('looked at now: the inquest has found more.');
  });

  test('a likely duplicate, without asking for a reason first', () => {
    const likely: LikelyDuplicate[] = [
      {
        reference: 'SI-2026-AAAA',
        status: 'open',
        becameAwareAt: receivedAt,
        sameCase: true,
        sameDay: false,
      },
    ];
    const driven = new DrivenReferral(buildReferral(), receivedAt, {
      comparison: { likely, reason: null },
    });
    expect(driven.texts('assessed')).toContain(
      'It may be known already: it looks like SI-2026-AAAA (a child with the same local case id; ' +
        'the authority became aware on Wednesday 3 June 2026).',
    );
  });

  test('that nobody could look for one', () => {
    const notCompared = 'The register did not answer.';
    const comparison = { notCompared, reason: null };
    const driven = new DrivenReferral(buildReferral(), receivedAt, { comparison });
    expect(driven.texts('not-compared')[0]).toContain(notCompared);
    expect(flagsOf(driven.state).map(({ id }) => id)).toContain('duplicate');
  });

  test('what is not yet known, and that a clock may be running', () => {
    const said = flag('not-yet-known', {}, { abuseOrNeglect: 'not-yet-known' });
    expect(said).toContain('child A: whether abuse or neglect is suspected');
    expect(said).toContain('may be running all the same');
  });

  test('nobody consulted, and no discussion with the team manager', () => {
    expect(flag('nobody-consulted', { consulted: { who: 'nobody' } })).toBeDefined();
    expect(flag('team-manager', { teamManagerDiscussion: { answer: 'no' } })).toBeDefined();
    expect(flag('team-manager', { teamManagerDiscussion: { answer: 'yes' } })).toBeUndefined();
  });

  test('a concern that may not have been raised, until it has been', () => {
    const driven = new DrivenReferral(noConcern('dont-know'));
    expect(flagsOf(driven.state)[0]?.words).toContain('may not have been raised');
    driven.act('done', {
      tasks: ['raise-concern'],
      at: receivedAt,
      channel: 'telephone',
      reference: 'FD-2',
      told: 'the front door',
    });
    expect(flagsOf(driven.state).map(({ id }) => id)).not.toContain('concern');
  });

  test('what is not answered is written down, and holds up nothing', () => {
    const { state, entries } = new DrivenReferral();
    expect(entries.at(-1)?.kind).toBe('rung');
    expect(
      entries.some(({ text }) => text.includes('What do you hope that agencies can learn')),
    ).toBe(true);
    expect(viewReferral(state, receivedAt)).toMatchObject({
      decision: 'undecided',
      status: 'open',
    });
  });
});

test('what is shown says that it is not for reporting a child at risk', () => {
  const { state } = new DrivenReferral();
  expect(viewReferral(state, receivedAt).notice).toContain('not for reporting a child at risk');
});

test('lists hold the receipt as the moment by which the authority knew', () => {
  const { state } = new DrivenReferral(buildReferral({}, { localCaseId: 'lcs 7' }));
  expect(aboutReferral(state)).toEqual({
    decision: 'undecided',
    becameAwareAt: receivedAt,
    localCaseIds: ['LCS7'],
    occurredOn: '2026-05-20',
    place: null,
    area: null,
  });
});
