import * as field from '../fields';
import { entriesOf, good } from '../loose';
import { draftOf as reportDraftOf, type Draft } from '../report-draft';

type Text = string | null | undefined;

/**
 * What can be read of a form, whatever else is wrong with it. Null: not given; undefined: malformed,
 * and reported already.
 */
export interface FormDraft extends Draft {
  readonly kind: Text;
  readonly receivedAt: Text;
  readonly becameApparentOn: Text;
  readonly concernRaised: Text;
  readonly concernReference: Text;
  readonly whyCriteriaMet: Text;
  readonly whatHappened: Text;
  readonly internalReview: unknown;
  /** Name, role and agency of who refers; undefined where there is no readable referrer. */
  readonly who: readonly Text[] | undefined;
}

export function draftOf(input: unknown): FormDraft {
  const form = entriesOf(input);
  return {
    ...reportDraftOf(input),
    receivedAt: good(field.momentField.nullable(), form.receivedAt ?? null),
    becameApparentOn: good(field.dateField.nullable(), form.becameApparentOn ?? null),
    kind: textIn(form.kind ?? 'referral'),
    concernRaised: textIn(form.concernRaised),
    concernReference: textIn(form.concernReference),
    whyCriteriaMet: textIn(form.whyCriteriaMet),
    whatHappened: textIn(form.whatHappened),
    internalReview: form.internalReview ?? null,
    who: whoIn(form.referrer),
  };
}

const textIn = (value: unknown): Text => good(field.filledTextField.nullable(), value ?? null);

function whoIn(input: unknown): FormDraft['who'] {
  const referrer = entriesOf(input);
  if (Object.keys(referrer).length === 0) return undefined;
  return [referrer.name, referrer.role, referrer.agency].map(textIn);
}
