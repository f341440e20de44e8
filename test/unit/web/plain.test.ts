import { plain } from '../../../web/plain';

describe('a sentence of the kernel on a page', () => {
  test.each([
    ['Start the incident record (notifiable start-incident).', 'Start the incident record.'],
    [
      'Say by when more information is needed: add --by-date.',
      'Say by when more information is needed.',
    ],
    [
      'A date belongs only with the outcome more-information: leave --by-date out.',
      'A date belongs only with the outcome more-information.',
    ],
    [
      'If it is another, start it with --not-a-duplicate "reason" --by ID.',
      'If it is another, say why.',
    ],
    ['Amend it (`notifiable amend`), or reopen it.', 'Amend it, or reopen it.'],
  ])('%s', (sentence, shown) => {
    expect(plain(sentence)).toBe(shown);
  });
});
