import { buildIncident } from '../../support/build-incident';
import { amendment, DrivenCase, evidence, manager, officer } from '../../support/drive-case';

const at = '2026-12-23T10:00:00.000Z';
const there = { place: 'elsewhere-in-england', incidentArea: 'E06000002' };
const here = { place: 'in-area', incidentArea: null };
const elsewhere = () => new DrivenCase(buildIncident(there), at);

describe('a duty that another authority holds', () => {
  test('ends with its reference, and its ladder is that of a must task', () => {
    const driven = elsewhere();
    expect(driven.task('panel')).toMatchObject({ kind: 'confirm-other', strength: 'must' });
    expect(driven.notices('alert', 'panel')).toHaveLength(1);
    driven.act('done', officer, evidence(['panel'], at));
    expect(driven.task('panel').state).toMatchObject({
      is: 'done',
      evidence: { reference: 'CSONS-1' },
    });
  });

  test('the other authority may have notified before ours knew', () => {
    const earlier = evidence(['panel'], '2026-12-20T10:00:00Z');
    expect(elsewhere().act('done', officer, earlier).task('panel').state.is).toBe('done');
  });

  test('no notice goes to the partners for it, only for our own tasks', () => {
    const told = elsewhere()
      .notices('partner-notice')
      .map(({ to }) => to[0]);
    expect(told).toEqual(['partner:local-authority', 'partner:icb', 'partner:police']);
  });

  test('a manager confirms the holder; the same reason is not asked about twice', () => {
    const driven = elsewhere().act('confirm', manager, {
      task: 'confirm-holder',
      reason: 'agreed',
    });
    driven.act('amend', officer, amendment({ summary: 'more words' }));
    expect(driven.openIds()).not.toContain('confirm-holder-2');
  });

  test('with no agreement in a working day the director is told, and the other authority', () => {
    const driven = elsewhere().until('2026-12-29T00:00:00.000Z');
    expect(driven.notices('late', 'confirm-holder')[0]?.to).toEqual(['director']);
    expect(driven.notices('no-agreement', 'confirm-holder')[0]?.to).toEqual(['area:E06000002']);
  });

  test('becoming ours, every task is ours and binding at once', () => {
    const driven = elsewhere();
    expect(driven.task('partner:icb').strength).toBe('should');
    driven.act('amend', officer, amendment(here));
    expect(driven.task('partner:icb').strength).toBe('must');
    expect(driven.state.proposals).toEqual([]);
    expect(driven.task('panel')).toMatchObject({
      kind: 'notify',
      title: 'Notify the national Panel',
      clock: { dueOn: '2026-12-31' },
    });
  });

  test('becoming another’s, it takes a second person, and runs on until then', () => {
    const driven = new DrivenCase(buildIncident(), at).act('amend', officer, amendment(there));
    expect(driven.task('panel')).toMatchObject({ kind: 'notify', heldBy: 'E06000005' });
    expect(driven.task('partner:icb').strength).toBe('must');
    driven.act('approve', manager, { proposal: 'p1' });
    expect(driven.task('panel')).toMatchObject({ kind: 'confirm-other', heldBy: 'E06000002' });
    expect(driven.task('partner:icb').strength).toBe('should');
    driven.until('2027-01-05T10:00:00.000Z');
    expect(driven.texts('late', 'panel')).toHaveLength(1);
    expect(driven.notices('chase', 'partner:icb')).toEqual([]);
  });
});
