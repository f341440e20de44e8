import { buildChild, buildIncident } from '../../support/build-incident';
import { amendment, correction, DrivenCase, evidence, officer } from '../../support/drive-case';

const at = '2026-12-23T10:00:00.000Z';
const harmed = { harm: 'seriously-harmed' };
const open = (child = {}, more = {}) => new DrivenCase(buildIncident(more, child), at);
const facts = (child: Record<string, unknown>, ref = 'A') => ({ children: [{ ref, ...child }] });
const know = (fact: string, value: string, since: string) =>
  facts({ [fact]: value, knownAt: { [fact]: since } });
const both = ['secretary-of-state', 'ofsted'];
const corrections = (driven: DrivenCase) =>
  driven.openIds().filter((id) => id.startsWith('correct:'));

describe('a fact that develops', () => {
  test.each([
    ['suspected → known', {}, 'abuseOrNeglect', 'known'],
    ['harmed → died', harmed, 'harm', 'died'],
  ])('%s never moves an unsent task later', (_, child, fact, value) => {
    const driven = open(child).until('2026-12-30T10:00:00.000Z');
    driven.act('amend', officer, amendment(know(fact, value, '2026-12-30T09:00:00Z')));
    expect(driven.task('panel').clock?.dueOn).toBe('2026-12-31');
    expect(driven.state.proposals).toEqual([]);
  });

  test('a new recipient gets a clock of its own, strict until a manager confirms it', () => {
    const driven = open().until('2026-12-29T10:00:00.000Z');
    driven.act('amend', officer, amendment(know('lookedAfter', 'yes', '2026-12-29T09:00:00Z')));
    for (const id of both) {
      expect(driven.task(id)).toMatchObject({
        clock: { dueOn: '2026-12-31' },
        laterClock: { startsAt: '2026-12-29T09:00:00.000Z', dueOn: '2027-01-06' },
      });
    }
    expect(driven.openIds()).toContain('confirm-clock');
  });

  test('a new recipient after everything was done opens the record again', () => {
    const driven = open();
    driven.act('done', officer, evidence(driven.openIds(), at));
    expect(driven.state.status).toBe('closed');
    driven.until('2027-01-04T10:00:00.000Z');
    driven.act('amend', officer, amendment(know('lookedAfter', 'yes', '2027-01-04T09:00:00Z')));
    expect(driven.state.status).toBe('open');
    expect(driven.openIds()).toEqual([...both, 'confirm-clock']);
    expect(driven.task('ofsted').clock?.dueOn).toBe('2027-01-11');
    expect(driven.task('panel').state.is).toBe('done');
  });

  test('a stronger criterion strengthens a task at once', () => {
    const driven = open({ abuseOrNeglect: 'not-suspected', regulatedSetting: 'yes' });
    expect(driven.task('panel').strength).toBe('local');
    driven.act('amend', officer, amendment(know('abuseOrNeglect', 'known', at)));
    expect(driven.task('panel').strength).toBe('must');
    expect(driven.notices('alert', 'panel')).toHaveLength(1);
    expect(driven.notices('task', 'panel')).toHaveLength(1);
  });

  test('a further child is added, and counts', () => {
    const driven = open({ abuseOrNeglect: 'not-suspected' });
    driven.act('amend', officer, amendment({ children: [buildChild({ ref: 'B' })] }));
    expect(driven.openIds()).toContain('panel');
    expect(driven.task('confirm-none').state.is).toBe('cancelled');
  });

  test.each([
    ['without its moment', {}],
    ['with null as its moment', { knownAt: { abuseOrNeglect: null } }],
  ])('a changed fact %s is refused', (_, knownAt) => {
    const patch = facts({ abuseOrNeglect: 'known', ...knownAt });
    expect(() => open().act('amend', officer, amendment(patch))).toThrow(/since when it is known/);
  });

  test('known and recorded are two moments, and both are kept', () => {
    const driven = open().until('2026-12-30T10:00:00.000Z');
    driven.act(
      'amend',
      officer,
      amendment(know('abuseOrNeglect', 'known', '2026-12-28T09:00:00Z')),
    );
    const kept = driven.state.facts.filter(({ fact }) => fact === 'abuseOrNeglect');
    expect(kept).toMatchObject([
      { value: 'suspected', struckAt: null },
      {
        value: 'known',
        knownAt: '2026-12-28T09:00:00.000Z',
        recordedAt: '2026-12-30T10:00:00.000Z',
        struckAt: null,
      },
    ]);
  });
});

describe('a harmed child who later dies', () => {
  const died = amendment(know('harm', 'died', '2026-12-23T11:00:00Z'));

  test('those already told are told of it, not notified a second time', () => {
    const driven = open(harmed).act('done', officer, evidence(['panel', 'partner:icb'], at));
    driven.now = '2026-12-23T12:00:00.000Z';
    driven.act('amend', officer, died);
    expect(corrections(driven)).toEqual(['correct:panel', 'correct:partner:icb']);
    expect(driven.task('panel').state.is).toBe('done');
    expect(driven.taskIds()).not.toContain('panel-2');
  });

  test('looked after, the Secretary of State and Ofsted come in with their own clocks', () => {
    const driven = open({ ...harmed, lookedAfter: 'yes' });
    expect(driven.taskIds()).not.toContain('ofsted');
    driven.until('2026-12-29T12:00:00.000Z');
    driven.act('amend', officer, amendment(know('harm', 'died', '2026-12-29T11:00:00Z')));
    expect(driven.task('ofsted').laterClock?.dueOn).toBe('2027-01-06');
  });

  test('nobody told: nobody to correct', () => {
    const driven = open(harmed);
    driven.now = '2026-12-23T12:00:00.000Z';
    expect(corrections(driven.act('amend', officer, died))).toEqual([]);
  });
});

describe('a correction', () => {
  const wasHarmed = correction(know('harm', 'seriously-harmed', '2026-12-22T17:30:00Z'));

  test('strikes the old fact, which stays', () => {
    const driven = open().act('amend', officer, wasHarmed);
    const kept = driven.state.facts.filter(({ fact }) => fact === 'harm');
    expect(kept).toMatchObject([
      { value: 'died', struckAt: at },
      { value: 'seriously-harmed', struckAt: null, by: 'officer-1' },
    ]);
  });

  test('opens a correction for just those told, within five working days', () => {
    const driven = open().act('done', officer, evidence(['panel'], at));
    driven.act('amend', officer, wasHarmed);
    expect(corrections(driven)).toEqual(['correct:panel']);
    expect(driven.task('correct:panel')).toMatchObject({
      strength: 'local',
      because: 'typed wrongly',
      clock: { dueOn: '2027-01-04' },
    });
    expect(driven.task('panel').state).toMatchObject({ is: 'done', evidence: { at } });
  });

  test('ends with evidence, and the record closes again', () => {
    const driven = open();
    driven.act('done', officer, evidence(driven.openIds(), at)).act('amend', officer, wasHarmed);
    expect(driven.state.status).toBe('open');
    driven.act('done', officer, { ...evidence(corrections(driven), at), reference: null });
    expect(driven.state.status).toBe('closed');
  });

  test('of the free text alone concerns nobody who was told', () => {
    const driven = open().act('done', officer, evidence(['panel'], at));
    driven.act('amend', officer, correction({ summary: 'other words' }));
    expect(corrections(driven)).toEqual([]);
  });

  test('another authority that notified is not ours to correct', () => {
    const elsewhere = { place: 'elsewhere-in-england', incidentArea: 'E06000002' };
    const driven = open({}, elsewhere).act('done', officer, evidence(['panel'], at));
    driven.act('amend', officer, wasHarmed);
    expect(corrections(driven)).toEqual([]);
  });
});
