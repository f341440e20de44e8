import { agreements, signOffViews } from '../domain/around/alongside';
import { views } from '../domain/referral/commands';
import { oneOf } from './one-of';
import { orNull, why, type Verb } from './verb';

/** What people think of what is done: asked of more than one kind of record. */
export const viewVerbs: readonly Verb[] = [
  {
    name: 'giveView',
    command: 'give-view',
    args: '<REF> <PARTNER>',
    summary:
      'a safeguarding partner’s view: of what is notified, or whether the criteria for a review are met',
    options: [
      ['--view <VIEW>', `of an incident ${oneOf(agreements)}; of a referral ${oneOf(views)}`],
      why,
    ],
    input: ({ PARTNER, view, reason }) => ({ partner: PARTNER, view, reason }),
    example: 'give-view SI-2026-7K3F police --view agrees --reason "…" --by officer-1',
  },
  {
    name: 'signOff',
    command: 'sign-off',
    args: '<REF> [PARTNER]',
    summary: 'the director’s sign-off of what is notified, or a partner’s of a rapid review',
    options: [
      [
        '--view <VIEW>',
        `of an incident ${oneOf(signOffViews)}; of a review, by a PARTNER, ${oneOf(['agrees', 'dissents'])}`,
      ],
      ['[--reason <TEXT>]', 'why; only the director’s own needs none'],
    ],
    input: ({ PARTNER, view, reason }) =>
      PARTNER === undefined ? { view, reason: orNull(reason) } : { partner: PARTNER, view, reason },
    example: 'sign-off SI-2026-7K3F --view given --by director-1',
  },
];
