import type { Authority } from '../../domain/authority';
import type { Option } from '../actions/action';

/** The answers that the questions about an incident take, as people read them. */

export const notYet = (hint: string): Option => ({
  ...{ value: 'not-yet-known', text: 'Don’t know yet' },
  hint,
});

const seriouslyHarmed: Option = {
  value: 'seriously-harmed',
  text: 'Has been seriously harmed',
};

const firstHarm: readonly Option[] = [
  { value: 'died', text: 'Has died', hint: 'Suspected suicide included.' },
  seriouslyHarmed,
  notYet('The clock may run already: a manager is given the date that would apply.'),
];

const risk: readonly Option[] = [
  { value: 'yes', text: 'Yes', hint: 'Ring first. You can go on here while somebody else rings.' },
  { value: 'no', text: 'No' },
  { value: 'not-yet-known', text: 'Don’t know yet', hint: 'Ring, and ask.' },
];

const aware: readonly Option[] = [
  { value: 'known', text: 'At this time', hint: 'About is enough.' },
  notYet(
    'The five working days then count from now, since somebody knows now. Find it out: an earlier day brings every date forward.',
  ),
];

const day: readonly Option[] = [
  { value: 'known', text: 'On this day' },
  notYet('No date waits for it: they count from when the authority knew.'),
];

export const places = ({ name }: Pick<Authority, 'name'>): readonly Option[] => [
  { value: 'in-area', text: `In the area of ${name}` },
  {
    ...{ value: 'elsewhere-in-england', text: 'Elsewhere in England' },
    hint: 'The authority where it happened notifies the national Panel; you make sure of it.',
  },
  { value: 'outside-england', text: 'Outside England' },
  notYet('Until you know, it counts as having happened here: the dates run for you.'),
];

/** The authorities that the file knows, to choose one of; any other by its code. */
export const otherAuthorities = ({ areas }: Pick<Authority, 'areas'>): readonly Option[] => [
  ...areas.map(({ code, name }) => ({ value: code, text: name })),
  { value: 'other', text: 'Another: I write its code below' },
];

/** By question. */
export const firstOptions = { risk, aware, firstHarm, day } as const;
