import type { Wish } from '../../client/answers';
import type { RecordVisit } from '../visit';

/** One answer among several. */
export interface Option {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

/** One question of an action's form. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** `text`: a line · `words`: several · `moment`: a date with a time, in London. */
  readonly kind: 'text' | 'words' | 'date' | 'moment' | 'choice' | 'choices';
  /** What can be chosen of this record. */
  readonly options?: (visit: RecordVisit) => readonly Option[];
  readonly optional?: true;
}

/** What was read of a form: by field; null where an optional one was left out. */
export type Values = Readonly<Record<string, string | readonly string[] | null>>;

/** An action that a person can take on a record. */
export interface Action {
  readonly name: Wish['name'];
  /** What it does, as a button says it. */
  readonly title: string;
  /** What comes of it, before anybody does it. */
  readonly says: string;
  readonly fields: readonly Field[];
  /** The wish's own shape, where it is not that of the fields. */
  readonly input?: (values: Values) => Readonly<Record<string, unknown>>;
}

export const reason: Field = {
  ...{ name: 'reason', label: 'Why?', kind: 'words' },
  hint: 'It is kept in the history. This record may be disclosed: write what you would say aloud.',
};

/** Fixed answers as options: `value: what people read`. */
export const fixed =
  (answers: Readonly<Record<string, string>>): NonNullable<Field['options']> =>
  () =>
    Object.entries(answers).map(([value, text]) => ({ value, text }));
