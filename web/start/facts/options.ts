import type { Authority } from '../../../domain/authority';
import type { Option } from '../../actions/action';
import { firstOptions, notYet } from '../options';

const { firstHarm } = firstOptions;

/** The answers to the questions about one child, as people read them. */

const harm: readonly Option[] = [
  ...firstHarm.slice(0, 2),
  { value: 'none', text: 'Neither, as far as is known' },
  ...firstHarm.slice(2),
];

const yesOrNo: readonly Option[] = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

const abuse: readonly Option[] = [
  { value: 'known', text: 'Abuse or neglect is known' },
  { value: 'suspected', text: 'Abuse or neglect is suspected' },
  { value: 'not-suspected', text: 'It is not suspected' },
  notYet(
    'The clock may run all the same: a manager decides by the date that would apply if it had been suspected from the start.',
  ),
];

const born: readonly Option[] = [
  { value: 'known', text: 'Born on' },
  { value: 'unborn', text: 'Not born yet: expected on', hint: 'An unborn child can count.' },
  notYet('The stricter reading holds: it counts as a child.'),
];

export const lives = ({ name }: Pick<Authority, 'name'>): readonly Option[] => [
  { value: 'yes', text: `Yes, in the area of ${name}` },
  { value: 'no', text: 'No' },
  notYet('It counts as living here. It matters where the incident happened outside England.'),
];

const settled = 'What rests on it stays open: a manager decides by the date that would apply.';

const lookedAfter: readonly Option[] = [...yesOrNo, notYet(settled)];
const regulatedSetting: readonly Option[] = [...yesOrNo, notYet(settled)];
const careLeaver: readonly Option[] = [...yesOrNo, notYet(settled)];

/** Ours first, those that the file knows, any other by its code. */
export const everyAuthority = ({ code, name, areas }: Authority): readonly Option[] => [
  { value: code, text: name },
  ...areas.map((area) => ({ value: area.code, text: area.name })),
  { value: 'other', text: 'Another: I write its code below' },
];

/** By question. */
export const childOptions = {
  ...{ born, harm, abuse, yesOrNo },
  ...{ lookedAfter, regulatedSetting, careLeaver },
} as const;
