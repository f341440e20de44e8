import type { ReviewCommandOf } from './commands';

type Factors = ReviewCommandOf<'decideReview'>['factors'];

/** What is considered before a local review: SI 2018/789 regulation 11(2), letter by letter. */
export const factors = {
  improvements: {
    letter: 'a',
    words: 'improvements needed to safeguard and promote the welfare of children',
  },
  themes: { letter: 'b', words: 'recurrent themes' },
  'working-together': {
    letter: 'c',
    words: 'concerns about two or more agencies working together effectively',
  },
  'panel-concluded': {
    letter: 'd',
    words: 'the Panel has concluded that a local review may be more appropriate',
  },
} as const satisfies Record<keyof Factors, { letter: string; words: string }>;

const ids = Object.keys(factors) as (keyof Factors)[];

/** Every answer with its reason, and which are met: a sentence that compels and forbids nothing. */
export function factorsInWords(answers: Factors): string {
  const met = ids.filter((id) => answers[id].answer === 'yes').map((id) => factors[id].letter);
  const each = ids.map((id) => {
    const { letter, words } = factors[id];
    const { answer, reason } = answers[id];
    return `(${letter}) ${words}: ${answer}, ${reason}`;
  });
  const which = met.length > 0 ? `Met: ${met.join(', ')}; that compels no review.` : none;
  return `${each.join('; ')}. ${which}`;
}

const none = 'None is met; that forbids no review.';
