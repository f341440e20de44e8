import { permissions } from '../../../domain/permissions';
import { referralCommandSchemas } from '../../../domain/referral/commands';
import { viewReferral } from '../../../domain/referral/view';
import { reviewCommandSchemas } from '../../../domain/review/commands';
import { viewReview } from '../../../domain/review/view';
import { fieldsOf, type Action, type Field } from '../../../web/actions/action';
import { onReferrals } from '../../../web/actions/on-referrals';
import { onReviews } from '../../../web/actions/on-reviews';
import { onTasks } from '../../../web/actions/on-tasks';
import type { RecordVisit } from '../../../web/visit';
import { buildVisit } from '../../support/build-visit';
import { DrivenReferral } from '../../support/drive-referral';
import { business, DrivenReview } from '../../support/drive-review';

const referral = new DrivenReferral();
const review = new DrivenReview('2026-06-03T09:00:00.000Z').act('addAction', business, {
  ...{ what: 'train', owner: 'Housing', by: '2026-07-01' },
});
const visits = {
  referral: buildVisit({ record: viewReferral(referral.state, referral.now), now: referral.now }),
  review: buildVisit({ record: viewReview(review.state, review.now), now: review.now }),
} as const;

/** Something that can be typed into a field. */
const filled = (field: Field, visit: RecordVisit): string => {
  const [first] = field.options?.(visit) ?? [];
  if (first) return first.value;
  if (field.kind === 'date') return '2026-07-01';
  return field.kind === 'moment' ? '2026-06-04T09:00:00.000Z' : 'text';
};

const valuesFor = (action: Action, visit: RecordVisit, isOptionalOpen: boolean) =>
  Object.fromEntries(
    fieldsOf(action, visit).map((field) => [
      field.name,
      field.optional && isOptionalOpen ? null : filled(field, visit),
    ]),
  );

describe.each([
  ['referral', onReferrals, referralCommandSchemas],
  ['review', onReviews, reviewCommandSchemas],
] as const)('actions on a %s', (kind, own, schemas) => {
  const visit = visits[kind];
  const wishes = own.filter(({ carryOut }) => !carryOut);

  test('are all that its table of permissions has', () => {
    const names = [...own, ...onTasks].map(({ name }): string => name);
    // That it was done has a page of its own, which takes files.
    const wanted = Object.keys(permissions[kind]).filter((name) => name !== 'done');
    expect(wanted.filter((name) => !names.includes(name))).toEqual([]);
  });

  test.each(
    wishes.flatMap((action) => [true, false].map((open) => [action.name, open, action] as const)),
  )(
    '%s takes what its form asks, optional answers left out: %s',
    (name, isOptionalOpen, action) => {
      const values = valuesFor(action, visit, isOptionalOpen);
      const schema = Reflect.get(schemas, name) as (typeof schemas)[keyof typeof schemas];
      const parsed = schema.safeParse(action.input?.(values) ?? values);
      expect(parsed.error?.issues ?? []).toEqual([]);
    },
  );

  test('are told in a sentence before and after', () => {
    expect(own.filter(({ says, said }) => !says.endsWith('.') || !said?.endsWith('.'))).toEqual([]);
  });
});
