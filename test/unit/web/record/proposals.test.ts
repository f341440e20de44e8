import { proposalsShown } from '../../../../web/record/proposals';
import { buildView } from '../../../support/build-view';
import { buildVisit } from '../../../support/build-visit';

type Proposals = ReturnType<typeof buildView>['proposals'];

const withdrawal = {
  ...{ id: 'p1', by: 'officer-1', at: '2026-12-22T18:00:00.000Z', reason: 'entered twice' },
  ...{ what: { kind: 'withdraw' }, state: 'waiting', words: 'the incident would be withdrawn' },
} as const satisfies Proposals[number];

const shown = (proposals: Proposals, visit: Parameters<typeof buildVisit>[0] = {}) =>
  proposalsShown(buildVisit({ record: buildView({ proposals }), ...visit }));

describe('what waits for a second person', () => {
  test('says what, who proposed it, why and when', () => {
    expect(shown([withdrawal])).toMatchObject([
      {
        ...{ words: 'the incident would be withdrawn', reason: 'entered twice', by: 'Officer 1' },
        at: 'Tuesday 22 December 2026, 18:00',
      },
    ]);
  });

  test('a second person who may approve it is led there', () => {
    const second = { by: 'manager-1', roles: ['manager'] as const };
    expect(shown([withdrawal], second)).toMatchObject([
      { href: '/records/SI-2026-7K3F/act/approve?proposal=p1' },
    ]);
  });

  test.each([
    ['whoever proposed it', 'officer-1', 'manager', 'You proposed this'],
    ['whoever may not approve', 'deputy-1', 'deputy', 'It takes a manager or the director'],
  ] as const)('%s is told why not', (_, by, role, why) => {
    expect(shown([withdrawal], { by, roles: [role] })).toMatchObject([
      { whyNot: expect.stringContaining(why) as string },
    ]);
  });

  test('a changed answer names its criterion in words', () => {
    const change = {
      ...({ child: 'A', criterion: 'care-leaver-death', answer: 'not-met' } as const),
      ...{ reason: 'no leaver', given: {} },
    } as const;
    const proposal = { ...withdrawal, what: { kind: 'change-answer', change } } as const;
    expect(shown([proposal])[0]?.words).toBe(
      'for child A, the criterion “a care leaver has died before their 25th birthday, whatever the cause” would be answered “not met”',
    );
  });

  test('what was settled waits no more', () => {
    expect(shown([{ ...withdrawal, state: 'approved' }])).toEqual([]);
  });
});
