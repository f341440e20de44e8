import { viewCase } from '../../../domain/case/view';
import { buildIncident } from '../../support/build-incident';
import { correction, DrivenCase, evidence, manager, officer } from '../../support/drive-case';

const at = '2026-12-23T10:00:00.000Z';
const becameAwareAt = '2026-12-22T17:30:00.000Z';
const earlier = '2026-12-21T09:00:00.000Z';
const driven = () => new DrivenCase(buildIncident(), at);
const toOther = (otherBecameAwareAt = earlier) => ({
  other: 'SI-2026-ELSE',
  otherBecameAwareAt,
  reason: 'entered twice',
});

describe('a record that is linked with another', () => {
  test('says who linked it, with which and why, and that the authority knew earlier', () => {
    const linked = driven().act('link', officer, toOther());
    expect(linked.entries.at(-1)).toMatchObject({ kind: 'linked', by: 'officer-1' });
    expect(linked.texts('linked')).toEqual([
      'Linked as the same incident as SI-2026-ELSE: entered twice. The authority first knew on ' +
        'Monday 21 December 2026, as SI-2026-ELSE says. No date was moved: if that holds for this ' +
        'record too, correct becameAwareAt (notifiable amend --correction).',
    ]);
  });

  test.each([
    ['earlier that day', '2026-12-22T00:00:00.000Z'],
    ['later', '2026-12-23T09:00:00.000Z'],
  ])('says nothing of awareness where the other knew %s', (_, theirs) => {
    expect(driven().act('link', officer, toOther(theirs)).texts('linked')).toEqual([
      'Linked as the same incident as SI-2026-ELSE: entered twice.',
    ]);
  });

  test.each([
    ['the other knew earlier', earlier, earlier],
    ['this one knew earlier', '2026-12-23T09:00:00+00:00', becameAwareAt],
  ])('shows the other and the earlier awareness: %s', (_, theirs, earliestAwareAt) => {
    const { state } = driven().act('link', officer, toOther(theirs));
    const linked = [{ reference: 'SI-2026-ELSE', becameAwareAt: new Date(theirs).toISOString() }];
    expect(viewCase(state, at)).toMatchObject({ linked, becameAwareAt, earliestAwareAt });
  });

  test('moves no clock and opens no task; a correction by a person does', () => {
    const before = driven();
    const linked = driven().act('link', officer, toOther());
    expect(linked.state.tasks).toEqual(before.state.tasks);
    linked.act('amend', officer, correction({ becameAwareAt: earlier }));
    expect(linked.task('panel').clock?.startsAt).toBe(earlier);
    expect(viewCase(linked.state, at).earliestAwareAt).toBe(earlier);
  });

  test.each([
    ['closed', (one: DrivenCase) => one.act('done', officer, evidence(one.openIds(), at))],
    [
      'withdrawn',
      (one: DrivenCase) =>
        one
          .act('withdraw', officer, { reason: 'a mistake' })
          .act('approve', manager, { proposal: 'p1' }),
    ],
  ])('stays %s', (status, bring) => {
    expect(bring(driven()).act('link', officer, toOther()).state.status).toBe(status);
  });

  test.each([
    [
      'itself',
      { ...toOther(), other: 'SI-2026-TEST' },
      'An incident cannot be linked with itself.',
    ],
    ['the same again', toOther(becameAwareAt), 'It is linked with SI-2026-ELSE already.'],
  ])('is refused a link with %s', (_, given, refused) => {
    const linked = driven().act('link', officer, toOther());
    expect(linked.attempt('link', officer, given)).toEqual({ refused });
  });
});
