import { answerInWords } from '../../../domain/referral/answer-words';
import { questions, type QuestionName } from '../../../domain/referral/questions';
import { drawnQuestions } from '../../../web/referrals/questions';
import { fieldsOf, inputsOf, keptBeside } from '../../../web/referrals/fields';
import { problemsAt, readForm } from '../../../web/referrals/read-form';
import { steps } from '../../../web/referrals/steps';
import type { Form } from '../../../web/visit';

const now = '2026-11-24T12:00:00.000Z';

const typed: Form = {
  concernRaised: 'no',
  'referrer.capacity': 'agency',
  'referrer.role': ' Designated nurse ',
  whatHappened: 'a child died at home',
  whyCriteriaMet: 'agencies could have worked better together',
  'occurredOn-day': '20',
  'occurredOn-month': '5',
  'occurredOn-year': '2026',
};

const read = (more: Form = {}, isPublic = false) => {
  const form = { ...typed, ...more };
  return readForm(form, fieldsOf(form, isPublic), now);
};
const pathsOf = (more: Form, isPublic = false) =>
  read(more, isPublic).problems.map(({ path }) => path);

describe('the referral form in the browser', () => {
  test('asks every question of the schema that takes an answer, once', () => {
    const asked = steps.flatMap((step): readonly QuestionName[] => step.questions);
    const drawn = drawnQuestions.map(({ name }) => name);
    // A letter stands for a child, and is given by the form.
    const expected = drawn.filter((name) => name !== 'children.ref');
    expect(asked.toSorted()).toEqual(expected.toSorted());
  });

  test('begins with the safeguarding concern', () => {
    expect(fieldsOf({}, true)[0]).toMatchObject({ name: 'concernRaised', step: 'first' });
  });

  test('has words for every answer that can be chosen', () => {
    const chosen = drawnQuestions.flatMap(({ choices }) => choices);
    const unnamed = chosen.filter(({ value }) => answerInWords(value) === value);
    expect(chosen.length).toBeGreaterThan(30);
    expect(unnamed).toEqual([]);
  });

  test('asks what an answer of several parts is about', () => {
    const labels = drawnQuestions.map(({ label }) => label);
    expect(labels).toContain(questions.teamManagerDiscussion.ask);
    expect(labels).toContain(
      `${questions.internalReview.ask} ${questions['internalReview.reference'].ask}`,
    );
  });

  test.each(['public', 'mp', 'coroner', 'councillor'] as const)(
    'does not ask %s whom they consulted, or of an internal review',
    (capacity) => {
      const names = fieldsOf({ 'referrer.capacity': capacity }, true).map(({ name }) => name);
      expect(names).not.toContain('consulted.who');
      expect(names).not.toContain('internalReview.reference');
      expect(names).toContain('whatHappened');
    },
  );

  test('offers only capacities outside to the public, and takes no other', () => {
    const capacity = fieldsOf({}, true).find(({ name }) => name === 'referrer.capacity');
    expect(capacity?.choices.map(({ value }) => value)).toEqual([
      ...['public', 'councillor', 'mp', 'coroner', 'other'],
    ]);
    expect(pathsOf({}, true)).toContain('referrer.capacity');
    expect(pathsOf({ 'referrer.capacity': 'public' }, true)).toEqual([]);
  });

  test('does not let the public say when it was received', () => {
    const names = fieldsOf({ 'referrer.capacity': 'public' }, true).map(({ name }) => name);
    expect(names).not.toContain('receivedAt');
    expect(fieldsOf({}, false).map(({ name }) => name)).toContain('receivedAt');
  });
});

describe('what was typed', () => {
  test('becomes the form as it is handed in, and what was left out stays out', () => {
    expect(read().problems).toEqual([]);
    expect(read().form).toEqual({
      concernRaised: 'no',
      referrer: { capacity: 'agency', role: 'Designated nurse' },
      whatHappened: 'a child died at home',
      whyCriteriaMet: 'agencies could have worked better together',
      occurredOn: '2026-05-20',
      children: [{ ref: 'A' }],
    });
  });

  test('of every kind is read', () => {
    const { form } = read({
      children: '2',
      'children[1].suspectedSuicide': 'yes',
      'children[1].normallyResidentHere': 'no',
      'children[0].harm': 'died',
      agenciesInvolved: 'Hospital trust\r\n\r\n Early help ',
      'teamManagerDiscussion.answer': 'yes',
      'receivedAt-day': '24',
      'receivedAt-month': '11',
      'receivedAt-year': '2026',
      'receivedAt-time': '9:30',
    });
    expect(form).toMatchObject({
      children: [
        { ref: 'A', harm: 'died' },
        { ref: 'B', suspectedSuicide: true, normallyResidentHere: false },
      ],
      agenciesInvolved: ['Hospital trust', 'Early help'],
      teamManagerDiscussion: { answer: 'yes' },
      receivedAt: '2026-11-24T09:30:00.000Z',
    });
  });

  test.each([
    ['no safeguarding answer', { concernRaised: '' }, ['concernRaised']],
    ['a concern without its reference', { concernRaised: 'yes' }, ['concernReference']],
    ['nobody who refers', { 'referrer.role': '' }, ['referrer.name']],
    ['no reason', { whyCriteriaMet: '' }, ['whyCriteriaMet']],
    ['half a date', { 'occurredOn-month': '' }, ['occurredOn-day']],
    ['a date to come', { 'occurredOn-year': '2027' }, ['occurredOn-day']],
    ['an answer that is none', { 'children[0].harm': 'eaten' }, []],
    [
      'a record of not referring without the review',
      { kind: 'considered-not-referring' },
      ['internalReview.reference'],
    ],
    ['what was said, without whom', { 'consulted.note': 'agrees' }, ['consulted.who']],
  ] as const)('%s is a problem at the field where it is mended', (_, more, paths) => {
    expect(pathsOf(more)).toEqual(paths);
  });

  test('is told in words that stand on the page, not in a file’s own names', () => {
    const problems = [
      ...read({ 'occurredOn-year': '2027' }).problems,
      ...read({ place: 'in-area', incidentArea: 'E06000002' }).problems,
      ...read({ concernRaised: '' }).problems,
    ];
    expect(problems).toHaveLength(3);
    const text = JSON.stringify(problems);
    expect(text).not.toMatch(/receivedAt|becameApparentOn|incidentArea\b(?!",)|dont-know|in-area/);
    expect(text).toContain('Not answered: Has a safeguarding concern been raised?');
  });

  test('on other pages is kept beside, and nothing that the form does not ask', () => {
    const form = { ...typed, step: 'first', evil: 'x', 'children[0].harm': 'died' };
    const all = fieldsOf(form, false);
    const shown = all.filter(({ step }) => step === 'first');
    const kept = keptBeside(shown, form, all).map(({ name }) => name);
    expect(kept).toEqual([
      ...['referrer.role', 'whatHappened', 'whyCriteriaMet'],
      ...['occurredOn-day', 'occurredOn-month', 'occurredOn-year', 'children[0].harm'],
    ]);
  });

  test('is checked page by page', () => {
    const form = { ...typed, concernRaised: '', whyCriteriaMet: '' };
    const all = fieldsOf(form, false);
    const { problems } = readForm(form, all, now);
    const first = problemsAt(
      problems,
      all.filter(({ step }) => step === 'first'),
    );
    expect(problems).toHaveLength(2);
    expect(first.map(({ path }) => path)).toEqual(['concernRaised']);
  });

  test('can be of one child to twenty', () => {
    const childrenOf = (children: string) =>
      fieldsOf({ children }, false).filter(({ name }) => name === 'children.harm').length;
    expect(['', '0', '-3', 'x', '2', '20', '99'].map(childrenOf)).toEqual([1, 1, 1, 1, 2, 20, 20]);
  });

  test('has an input of its own for every part', () => {
    const inputs = fieldsOf({ children: '3' }, false).flatMap(inputsOf);
    expect(new Set(inputs).size).toBe(inputs.length);
  });
});
