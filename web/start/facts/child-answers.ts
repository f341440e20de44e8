import { ageOn } from '../../../domain/age';
import type { Authority } from '../../../domain/authority';
import type { Problem } from '../../../domain/problem';
import type { Child } from '../../../domain/report';
import { readDate, type Read } from '../../moments';
import { textOf, type Form } from '../../visit';
import { readAuthorityCode } from '../authority-code';
import type { ChildPage } from './pages';

/** What of a child the pages ask. */
export type Asked = Omit<Child, 'ref' | 'knownAt' | 'knownAtReason'>;
export type ChildForms = Readonly<Partial<Record<ChildPage, Form>>>;

export const unknownChild: Asked = {
  ...{ localCaseId: null, bornOn: null, suspectedSuicide: false, normallyResidentHere: true },
  ...{ harm: 'not-yet-known', abuseOrNeglect: 'not-yet-known', lookedAfter: 'not-yet-known' },
  ...{ regulatedSetting: 'not-yet-known', careLeaver: 'no' },
  ...{ lookedAfterBy: null, careLeaverOf: null },
};

/** The child after the pages that were answered; the rest stays. Problems are of the first page, by field. */
export function childAfter(
  was: Asked,
  forms: ChildForms,
  context: { readonly on: string; readonly code: string },
): {
  readonly child: Asked;
  readonly problems: readonly Problem[];
} {
  const about = forms.about ? aboutIn(forms.about) : { value: {} };
  const withAbout = { ...was, ...('value' in about ? about.value : {}) };
  const withHarm = { ...withAbout, ...(forms.harm && harmIn(forms.harm)) };
  const child = { ...withHarm, ...(forms.care && careIn(forms.care, withHarm, context)) };
  return { child, problems: 'problems' in about ? about.problems : [] };
}

function aboutIn(form: Form): Read<Pick<Asked, 'bornOn' | 'localCaseId' | 'normallyResidentHere'>> {
  const born = textOf(form, 'born');
  const read = readDate(form, 'bornOn');
  if ('problems' in read) return read;
  if (born === 'not-yet-known' && read.value !== null) {
    const problem = 'A date is written, and “don’t know yet” chosen';
    const remedy = 'Choose what the date is, or take it out';
    return { problems: [{ path: 'bornOn-day', problem, remedy }] };
  }
  if (born === 'known' && read.value === null) {
    const remedy = 'Write day, month and year, or choose that you don’t know yet';
    return { problems: [{ path: 'bornOn-day', problem: 'The birth date is missing', remedy }] };
  }
  return {
    value: {
      bornOn: read.value,
      localCaseId: textOf(form, 'localCaseId') || null,
      normallyResidentHere: textOf(form, 'lives') !== 'no',
    },
  };
}

const oneOf = <const T extends string>(form: Form, name: string, ...known: T[]) =>
  known.find((value) => value === textOf(form, name)) ?? 'not-yet-known';

function harmIn(form: Form): Pick<Asked, 'harm' | 'suspectedSuicide' | 'abuseOrNeglect'> {
  const harm = oneOf(form, 'harm', 'died', 'seriously-harmed', 'none');
  return {
    harm,
    suspectedSuicide: harm === 'died' && textOf(form, 'suicide') === 'yes',
    abuseOrNeglect: oneOf(form, 'abuse', 'known', 'suspected', 'not-suspected'),
  };
}

type Care = Pick<
  Asked,
  'lookedAfter' | 'lookedAfterBy' | 'careLeaver' | 'careLeaverOf' | 'regulatedSetting'
>;

function careIn(form: Form, child: Asked, { on, code }: { on: string; code: string }): Care {
  const lookedAfter = oneOf(form, 'lookedAfter', 'yes', 'no');
  const careLeaver = mayBeCareLeaver(child, on)
    ? oneOf(form, 'careLeaver', 'yes', 'no')
    : child.careLeaver;
  const other = (name: string) => {
    const chosen = readAuthorityCode(form, name);
    return chosen === code ? null : chosen;
  };
  return {
    lookedAfter,
    lookedAfterBy: lookedAfter === 'yes' ? other('lookedAfterBy') : null,
    careLeaver,
    careLeaverOf: careLeaver === 'yes' ? other('careLeaverOf') : null,
    regulatedSetting:
      isAboutSetting(child) && textOf(form, 'regulatedSetting') !== ''
        ? oneOf(form, 'regulatedSetting', 'yes', 'no')
        : child.regulatedSetting,
  };
}

/** Only a death in a regulated setting counts. */
const isAboutSetting = ({ harm }: Pick<Asked, 'harm'>): boolean => harm === 'died';

/** Whether a child’s page asks about a regulated setting: after a death, where the local procedure does. */
export const asksSetting = (
  child: Pick<Asked, 'harm'>,
  { regulatedSettings }: Pick<Authority, 'regulatedSettings'>,
): boolean => regulatedSettings.apply && isAboutSetting(child);

/** Local authorities owe care leavers support from 16 to 24. */
export function mayBeCareLeaver({ bornOn }: Pick<Asked, 'bornOn'>, on: string): boolean {
  const age = ageOn(bornOn, on);
  return age !== null && age >= 16 && age <= 24;
}
