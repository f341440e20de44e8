import { ageOn } from '../age';
import { ageDateOf, type Child } from '../report';
import { authorityName, dateInWords } from '../wording';
import type { ChildAsk } from './panel-form';
import { fetched, known, type FormAnswer, type Setting } from './sheet';

/** Of a child. Nobody is asked to type the case system over: what is not a fact here is fetched. */
export const childAnswers = {
  name: () => fetched('name'),
  age: ({ bornOn }, { report }) => ageAnswer(bornOn, ageDateOf(report)),
  health: () => fetched('health'),
  geography: ({ normallyResidentHere }, { authority }) => ({
    known: `${normallyResidentHere ? '' : 'not '}normally resident in the area of ${authority.name}`,
    fetch: 'address',
  }),
  gender: () => fetched('gender'),
  ethnicity: () => fetched('ethnicity'),
  disability: () => fetched('disability'),
  nature: ({ harm, suspectedSuicide }) =>
    harm === 'not-yet-known'
      ? fetched('death, serious harm or other: not yet known here')
      : known(`${harmWords[harm]}${suspectedSuicide ? ', suspected suicide' : ''}`),
  placement: placementAnswer,
  agencies: () => fetched('which agencies knew the child'),
  protectionPlan: () => fetched('whether there was a child protection plan'),
} as const satisfies Readonly<Record<ChildAsk, (child: Child, setting: Setting) => FormAnswer>>;

/** What happened to a child, as the Panel’s figures divide it. */
const harmWords = {
  died: 'death',
  'seriously-harmed': 'serious harm',
  none: 'other: neither death nor serious harm is recorded',
} as const;

function ageAnswer(bornOn: string | null, on: string): FormAnswer {
  const age = ageInWords(bornOn, on);
  if (bornOn === null || age === null) return fetched('date of birth');
  const date = dateInWords(bornOn).replace(/^\w+ /, '');
  return known(`${age} on the date of the incident; date of birth, or expected: ${date}`);
}

/** On a London date, in whole years: `14`, `under 1`, `not yet born`; null: not known. */
export function ageInWords(bornOn: string | null, on: string): string | null {
  const age = ageOn(bornOn, on);
  if (age === null) return null;
  if (age < 0) return 'not yet born';
  return age === 0 ? 'under 1' : `${age}`;
}

function placementAnswer(child: Child, { authority }: Setting): FormAnswer {
  const { lookedAfter, lookedAfterBy, regulatedSetting } = child;
  const by = authorityName(authority, lookedAfterBy ?? authority.code);
  const said: FormAnswer = {
    yes: { known: `looked after by ${by}`, fetch: 'placement type' },
    no: known('not looked after'),
    'not-yet-known': fetched('whether looked after, and placement type: not yet known here'),
  }[lookedAfter];
  if (regulatedSetting !== 'yes') return said;
  const where = 'in a regulated setting or service';
  return {
    known: said.known === null ? where : `${said.known}, ${where}`,
    fetch: 'placement type',
  };
}
