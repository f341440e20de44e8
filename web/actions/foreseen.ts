import { nationalName } from '../../domain/wording';
import { nameOf } from '../who';
import type { Action } from './action';
import { incidentOf } from './incident-of';

type Foresees = NonNullable<Action['foresees']>;

/** Who was told already, and what is still to be done, when an incident is withdrawn. */
export const withdrawing: Foresees = ({ record, authority }) => {
  const told = (incidentOf(record)?.duties ?? [])
    .filter(({ kind, evidence }) => kind === 'notify' && evidence !== null)
    .map(({ task }) => nationalName(nameOf(authority, task)));
  return [
    'Once it is approved, every task that is still to be done ends.',
    told.length > 0
      ? `These were told, and are then to be told that it is withdrawn: ${[...new Set(told)].join(', ')}.`
      : 'Nobody was told yet.',
    'Until then every date counts on.',
  ];
};

const then = {
  met: 'Once it is approved, those who must be told under it get a task each.',
  'not-met':
    'Once it is approved, tasks that only this answer called for end; whoever was told is then to be told of it.',
} as const;

/** What the answer is now, and what another would bring about. */
export const changing: Foresees = ({ record }, { child, criterion, answer }) => {
  const now = incidentOf(record)
    ?.children.find(({ ref }) => ref === child)
    ?.criteria.find(({ id }) => id === criterion);
  if (!now) return [];
  const words = { met: 'met', 'not-met': 'not met', 'not-yet-known': 'don’t know yet' }[now.answer];
  return [
    `Now the answer is “${words}”: ${now.because.join('; ')}.`,
    ...(answer === 'met' || answer === 'not-met' ? [then[answer]] : []),
  ];
};
