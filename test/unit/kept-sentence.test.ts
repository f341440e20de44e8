import { keptSentence } from '../../client/refusal';

const kept = (...problems: string[]) =>
  keptSentence(problems.map((problem) => ({ path: 'children[0].name', problem, remedy: 'x' })));

describe('what is kept of a refusal', () => {
  test.each([
    ['panel is already done: nothing was changed.', 'panel is already done: nothing was changed.'],
    ['There is no task “a name” here. Open: panel.', 'There is no task “…” here. Open: panel.'],
    ['There is no child “a ” name” here: “A”, “B”.', 'There is no child “…”.'],
    ['panel has ended: “why,\nin two lines”.', 'panel has ended: “…”.'],
  ])('%s is %s', (problem, sentence) => {
    expect(kept(problem)).toBe(sentence);
  });

  test('is every problem once, without where it was and what was written', () => {
    expect(kept('This is missing', 'This is missing', 'No.')).toBe('This is missing; No.');
  });
});
