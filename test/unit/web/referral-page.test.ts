import { assessReferral } from '../../../domain/referral/assessment';
import { summariseTask } from '../../../domain/record/task-summary';
import { viewReferral } from '../../../domain/referral/view';
import { englandAndWales } from '../../../domain/bank-holidays';
import { openQuestions, patchOf } from '../../../web/referrals/answer-later';
import { referralRow } from '../../../web/referrals/list';
import { shownReferral } from '../../../web/referrals/referral';
import { buildAuthority } from '../../support/build-authority';
import { buildVisit } from '../../support/build-visit';
import { buildReferral, decision, DrivenReferral, receivedAt } from '../../support/drive-referral';

const look = ({ state, now }: DrivenReferral) => {
  const record = viewReferral(state, now);
  const visit = buildVisit({ record, now, roles: ['business-manager'] });
  return { record, visit, shown: shownReferral(visit, record) };
};

describe('the page of a referral', () => {
  test('shows every partner, with its view or without one', () => {
    const driven = new DrivenReferral().act('giveView', {
      ...{ partner: 'icb', view: 'meets', reason: 'three agencies' },
    });
    expect(look(driven).shown.views).toEqual([
      { name: 'Council', view: null },
      {
        name: 'Health Board',
        view: 'The criteria are met',
        reason: 'three agencies',
        recorded: 'business-manager-1, Wednesday 3 June 2026, 10:00',
      },
      { name: 'Police', view: null },
    ]);
  });

  test('shows whose view does not fit a decision, and the newest decision first', () => {
    const driven = new DrivenReferral()
      .act('giveView', { partner: 'police', view: 'meets', reason: 'a pattern' })
      .act('decideReferral', decision())
      .act('decideReferral', decision({ outcome: 'other-local-learning', dissent: 'the police' }));
    const { decisions } = look(driven).shown;
    expect(decisions.map(({ title }) => title)).toEqual([
      'The criteria are not met; there is other local learning',
      'No further action',
    ]);
    expect(decisions[0]?.rows).toEqual(
      expect.arrayContaining([
        { label: 'Whose view does not fit it', text: 'Police' },
        { label: 'Dissent', text: 'the police' },
      ]),
    );
  });

  test('shows answers under the form’s headings, in words, and what is open by its child', () => {
    const form = buildReferral({}, { harm: 'died', lookedAfter: 'not-yet-known' });
    const { answers, unanswered } = look(new DrivenReferral(form)).shown;
    const rows = answers.flatMap((section) => section.rows);
    expect(rows).toContainEqual({
      label: 'Child A: Has the child died, or been seriously harmed?',
      answer: 'Died',
    });
    expect(rows).toContainEqual({
      label: 'On which date did it happen?',
      answer: 'Wednesday 20 May 2026',
    });
    expect(unanswered).toContain('Child A: Was a local authority looking after the child?');
    expect(rows.map(({ label }) => label)).not.toContain(
      'Child A: Was a local authority looking after the child?',
    );
  });
});

describe('answering later', () => {
  const form = buildReferral({}, { lookedAfter: 'not-yet-known', suspectedSuicide: false });
  const { record } = look(new DrivenReferral(form));

  test('asks what is open, and every part of an answer that is missing as a whole', () => {
    const names = openQuestions(record).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['children[0].lookedAfter', 'lessonHoped']));
    expect(names).toEqual(expect.arrayContaining(['consulted.who', 'consulted.note']));
    expect(names).not.toContain('whatHappened');
  });

  test('becomes a patch of what was answered, which the kernel takes', () => {
    const patch = patchOf(record, {
      'children[0].lookedAfter': 'yes',
      agenciesInvolved: 'Hospital trust\r\nEarly help',
      'consulted.who': 'nobody',
      lessonHoped: null,
      whatHappened: 'cannot be changed here',
    });
    expect(patch).toEqual({
      children: [{ ref: 'A', lookedAfter: 'yes' }],
      agenciesInvolved: ['Hospital trust', 'Early help'],
      consulted: { who: 'nobody' },
    });
    const assessed = assessReferral(
      { form: record.form, patch, now: receivedAt, rulebook: null },
      { authority: buildAuthority(), calendar: englandAndWales },
    );
    expect(assessed.ok).toBe(true);
  });

  test('leaves the children alone where nothing was said about one', () => {
    expect(patchOf(record, { lessonHoped: 'to ring one another' })).toEqual({
      lessonHoped: 'to ring one another',
    });
  });
});

test('the list says what is urgent, whose view is missing, and what is due first', () => {
  const { state, now } = new DrivenReferral(buildReferral({ concernRaised: 'no' }));
  const tasks = state.tasks.map((task) => ({
    ...summariseTask(task),
    ...({ state: 'open', workingDaysLeft: 0 } as const),
  }));
  const about = { kind: 'referral', status: 'open', decision: 'undecided' } as const;
  const record = { ...about, reference: state.reference, becameAwareAt: receivedAt, tasks };
  expect(referralRow(record, buildVisit({ now }))).toMatchObject({
    atOnce: ['Raise the safeguarding concern with the front door now'],
    missing: ['Council', 'Health Board', 'Police'],
    decision: 'not decided yet',
    next: {
      title: 'Raise the safeguarding concern with the front door now',
      due: 'by the end of Wednesday 3 June 2026: due today',
    },
  });
});
