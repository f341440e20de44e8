import { assessIncident, criterionOf } from '../../support/assess-incident';
import { buildAuthority } from '../../support/build-authority';
import { buildChild, buildIncident, inChild } from '../../support/build-incident';

type Answer = 'met' | 'not-met' | 'not-yet-known';

const yes = 'met';
const no = 'not-met';
const unknown = 'not-yet-known';
const answerTo = (id: string, child: Record<string, unknown>) =>
  criterionOf(assessIncident(inChild(child)), id);

// Harm against abuse or neglect: known, suspected, not suspected, not yet known.
const byAbuse: readonly [string, string, readonly Answer[]][] = [
  ['death-with-abuse-or-neglect', 'died', [yes, yes, no, unknown]],
  ['death-with-abuse-or-neglect', 'seriously-harmed', [no, no, no, no]],
  ['death-with-abuse-or-neglect', 'none', [no, no, no, no]],
  ['death-with-abuse-or-neglect', 'not-yet-known', [unknown, unknown, no, unknown]],
  ['serious-harm-with-abuse-or-neglect', 'died', [no, no, no, no]],
  ['serious-harm-with-abuse-or-neglect', 'seriously-harmed', [yes, yes, no, unknown]],
  ['serious-harm-with-abuse-or-neglect', 'none', [no, no, no, no]],
  ['serious-harm-with-abuse-or-neglect', 'not-yet-known', [unknown, unknown, no, unknown]],
];
const abuses = ['known', 'suspected', 'not-suspected', 'not-yet-known'] as const;

describe('abuse or neglect known or suspected: Children Act 2004 s16C(1)', () => {
  const rows = byAbuse.flatMap(([id, harm, answers]) =>
    answers.map((answer, column) => [id, harm, abuses[column], answer] as const),
  );
  test.each(rows)('%s: %s and %s is %s', (id, harm, abuseOrNeglect, answer) => {
    expect(answerTo(id, { harm, abuseOrNeglect }).answer).toBe(answer);
  });

  test('a suspected suicide is a death', () => {
    expect(answerTo('death-with-abuse-or-neglect', { suspectedSuicide: true }).answer).toBe('met');
  });
});

// Harm against yes, no, not yet known of the criterion's own fact; abuse or neglect plays no part.
const ownFact = [
  ['looked-after-child-death', 'lookedAfter', 'procedure page; Working Together'],
  ['death-in-regulated-setting', 'regulatedSetting', 'procedure page only'],
  ['care-leaver-death', 'careLeaver', 'Working Together 2023'],
] as const;
const byFact: readonly [string, readonly Answer[]][] = [
  ['died', [yes, no, unknown]],
  ['seriously-harmed', [no, no, no]],
  ['none', [no, no, no]],
  ['not-yet-known', [unknown, no, unknown]],
];

describe.each(ownFact)('%s goes by %s alone: %s', (id, fact) => {
  const rows = byFact.flatMap(([harm, answers]) =>
    answers.flatMap((answer, column) =>
      abuses.map((abuse) => {
        const value = (['yes', 'no', 'not-yet-known'] as const)[column];
        return [harm, value, abuse, answer] as const;
      }),
    ),
  );
  test.each(rows)('%s, %s, abuse or neglect %s: %s', (harm, value, abuseOrNeglect, answer) => {
    expect(answerTo(id, { harm, [fact]: value, abuseOrNeglect }).answer).toBe(answer);
  });
});

describe('ages on the date of the incident, 20 December 2026', () => {
  const everything = { lookedAfter: 'yes', regulatedSetting: 'yes', careLeaver: 'yes' };
  test.each<[string, string | null, Answer, Answer]>([
    ['on the eve of the 18th birthday', '2008-12-21', yes, yes],
    ['on the 18th birthday', '2008-12-20', no, yes],
    ['on the eve of the 25th birthday', '2001-12-21', no, yes],
    ['on the 25th birthday', '2001-12-20', no, no],
    ['born that day', '2026-12-20', yes, yes],
    ['unborn, expected in 40 weeks', '2027-09-26', yes, yes],
    ['of unknown age', null, yes, yes],
  ])('%s', (_, bornOn, child, careLeaver) => {
    const { children } = assessIncident(inChild({ bornOn, ...everything }));
    const answers = children[0]?.criteria.map(({ answer }) => answer);
    expect(answers).toEqual([child, 'not-met', child, child, careLeaver]);
  });

  test.each([
    ['awareness, where the incident’s date is not known', '2008-12-22', 'not-met'],
    ['awareness: a day younger', '2008-12-23', 'met'],
  ])('age is taken on the London date of %s', (_, bornOn, answer) => {
    const report = buildIncident({ occurredOn: null }, { bornOn });
    expect(criterionOf(assessIncident(report), 'death-with-abuse-or-neglect').answer).toBe(answer);
  });

  test('the date in London counts, not the one in UTC', () => {
    const report = buildIncident(
      { becameAwareAt: '2026-06-30T23:30:00Z', occurredOn: null },
      { bornOn: '2008-07-01' },
    );
    expect(criterionOf(assessIncident(report), 'death-with-abuse-or-neglect').answer).toBe(
      'not-met',
    );
  });
});

describe('an answer', () => {
  test('names its reasons, its source and its strength', () => {
    expect(answerTo('death-with-abuse-or-neglect', {})).toMatchObject({
      because: ['has died', 'abuse or neglect is known or suspected'],
      missing: [],
      strength: 'must',
      source: 'Children Act 2004 s16C(1)',
      clockStartsAt: '2026-12-22T17:30:00.000Z',
      ifMet: null,
    });
  });

  test('not yet known, names the missing facts and the date that would apply', () => {
    const child = { harm: 'not-yet-known', lookedAfter: 'not-yet-known' };
    expect(answerTo('looked-after-child-death', child)).toMatchObject({
      missing: ['harm', 'lookedAfter'],
      clockStartsAt: null,
      ifMet: { clockStartsAt: '2026-12-22T17:30:00.000Z', dueOn: '2026-12-31' },
    });
  });

  test('not met, names what rules it out, and nothing is missing', () => {
    const child = { harm: 'none', abuseOrNeglect: 'not-yet-known' };
    expect(answerTo('death-with-abuse-or-neglect', child)).toMatchObject({
      because: ['has not died'],
      missing: [],
      ifMet: null,
    });
  });
});

describe('the decision over all children', () => {
  const child = (ref: string, abuseOrNeglect: string) => buildChild({ ref, abuseOrNeglect });
  test.each([
    ['notify', ['suspected', 'not-suspected', 'not-yet-known']],
    ['not-yet-known', ['not-suspected', 'not-yet-known']],
    ['no-criterion-met', ['not-suspected', 'not-suspected']],
  ])('%s, of children with %j', (decision, abuse) => {
    const children = abuse.map((one, index) => child(`C${index}`, one));
    expect(assessIncident(buildIncident({ children })).decision).toBe(decision);
  });
});

test('the authority’s file can switch the regulated setting off (our decision)', () => {
  const authority = buildAuthority({ regulatedSettings: { apply: false, definition: null } });
  const report = inChild({ regulatedSetting: 'yes', abuseOrNeglect: 'not-suspected' });
  const assessed = assessIncident(report, undefined, authority);
  expect(criterionOf(assessed, 'death-in-regulated-setting').answer).toBe('not-met');
  expect(assessed.duties).toEqual([]);
});
