import type { Authority } from '../authority';
import type { CaseView } from '../case/view';
import type { IncidentReport } from '../report';
import type { Sureness } from './panel-form';

/** What is known here of something that is asked, and what has to be fetched elsewhere. */
export interface FormAnswer {
  readonly known: string | null;
  readonly fetch: string | null;
}

export const known = (text: string): FormAnswer => ({ known: text, fetch: null });
export const fetched = (what: string): FormAnswer => ({ known: null, fetch: what });

/** One thing that the form will ask. */
export interface SheetLine extends FormAnswer {
  readonly asks: string;
  readonly sureness: Sureness;
}

/** What is asked about one subject. */
export interface SheetGroup {
  readonly title: string;
  /** Where to look the subject up, or where it goes in the form; null: nothing to say. */
  readonly hint: string | null;
  readonly lines: readonly SheetLine[];
}

export interface Setting {
  readonly report: IncidentReport;
  readonly authority: Authority;
}

/** What a sheet rests on: an incident with its report, and the authority’s file. */
export interface SheetBasis extends Setting {
  readonly view: CaseView;
  /** Who will submit: a person’s id in the authority’s file; null: nobody has said. */
  readonly by: string | null;
}
