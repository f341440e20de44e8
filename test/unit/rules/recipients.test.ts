import { assessIncident, dutyOf } from '../../support/assess-incident';
import { buildChild, buildIncident } from '../../support/build-incident';

const partners = ['partner:local-authority', 'partner:icb', 'partner:police'];
const area = 'area:E06000002';
const both = ['secretary-of-state', 'ofsted'];
const noAbuse = { abuseOrNeglect: 'not-suspected' };
const withArea = (...children: Record<string, unknown>[]) =>
  buildIncident({
    otherAreas: ['E06000002'],
    children: children.map((child, index) => buildChild({ ref: `C${index}`, ...child })),
  });
const adult = { ...noAbuse, bornOn: '2004-05-05', careLeaver: 'yes' };

describe('who must be told, in the order in which tasks are listed', () => {
  test.each([
    ['1: s16C(1)', {}, 'must', ['panel', ...partners, area]],
    ['2: s16C(1)', { harm: 'seriously-harmed' }, 'must', ['panel', ...partners, area]],
    [
      '3: procedure page; GOV.UK',
      { ...noAbuse, lookedAfter: 'yes' },
      'must',
      ['panel', ...partners, area, ...both],
    ],
    [
      '4: procedure page only',
      { ...noAbuse, regulatedSetting: 'yes' },
      'local',
      ['panel', ...partners, area],
    ],
    ['5: Working Together 2023', adult, 'should', both],
  ])('criterion %s', (_, child, strength, tasks) => {
    const { duties } = assessIncident(withArea(child));
    expect(duties.map(({ task }) => task)).toEqual(tasks);
    expect(new Set(duties.map((duty) => duty.strength))).toEqual(new Set([strength]));
  });

  test('no other area is told unless the report names it', () => {
    const { duties } = assessIncident(buildIncident());
    expect(duties.map(({ task }) => task)).toEqual(['panel', ...partners]);
  });

  test('a task is as binding as the strongest criterion that creates it (our decision)', () => {
    const assessed = assessIncident(
      withArea({ ...noAbuse, lookedAfter: 'yes', regulatedSetting: 'yes' }, adult),
    );
    expect(dutyOf(assessed, 'panel')).toMatchObject({
      strength: 'must',
      criteria: ['looked-after-child-death', 'death-in-regulated-setting'],
    });
    expect(dutyOf(assessed, 'ofsted')).toMatchObject({
      strength: 'must',
      criteria: ['looked-after-child-death', 'care-leaver-death'],
    });
  });

  test('one notification an incident, however many children (GOV.UK)', () => {
    const { duties } = assessIncident(withArea({}, {}, { harm: 'seriously-harmed' }));
    expect(duties.filter(({ task }) => task === 'panel')).toHaveLength(1);
  });

  test('the Secretary of State and Ofsted have the same five working days (GOV.UK)', () => {
    const assessed = assessIncident(withArea({ lookedAfter: 'yes' }));
    expect(new Set(assessed.duties.map(({ dueOn }) => dueOn))).toEqual(new Set(['2026-12-31']));
  });

  test('our own partner task is to inform the delegated partner, not to tell ourselves', () => {
    expect(dutyOf(assessIncident(buildIncident()), 'partner:local-authority').title).toBe(
      'Inform your own delegated partner',
    );
  });
});
