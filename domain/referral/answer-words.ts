import { england2023 } from '../rulebook/england-2023';
import { capacities, type Capacity } from './questions';

const capacityWords = {
  'professional-body': 'For a professional body',
  public: 'As a member of the public',
  councillor: 'As a councillor',
  mp: 'As a Member of Parliament',
  coroner: 'As the Coroner, or for the Coroner',
  agency: 'For an agency that works with children or families',
  other: 'In another capacity',
} as const satisfies Record<Capacity, string>;

const words: Readonly<Record<string, string>> = {
  ...capacityWords,
  yes: 'Yes',
  no: 'No',
  'dont-know': 'Don’t know',
  'not-yet-known': 'Don’t know yet',
  'not-applicable': 'Not applicable',
  referral: 'The case is referred',
  'considered-not-referring': 'It was considered, and is not referred',
  'in-area': 'In this area',
  'elsewhere-in-england': 'Elsewhere in England',
  'outside-england': 'Outside England',
  died: 'Died',
  'seriously-harmed': 'Seriously harmed',
  none: 'Neither',
  known: 'Known',
  suspected: 'Suspected',
  'not-suspected': 'Not suspected',
  'line-manager': 'Line manager',
  'designated-safeguarding-lead': 'Designated safeguarding lead',
  'partnership-representative': 'The partnership’s representative',
  nobody: 'Nobody',
  'none-obvious': 'None is obvious',
  ...Object.fromEntries(england2023.criteria.map((criterion) => [criterion.id, criterion.words])),
};

/** An answer of the form as people read it; what is written freely stands for itself. */
export const answerInWords = (answer: string): string => words[answer] ?? answer;

/** In which capacities somebody outside the authority and its agencies refers. */
export const outsideCapacities = capacities.filter(
  (one) => one !== 'agency' && one !== 'professional-body',
);
