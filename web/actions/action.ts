import type { Outcome, Wish } from '../../client/answers';
import type { RecordView } from '../../domain/records';
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
  /** `text`: a line · `words`: several · `moment`: a date with a time, in London · `file`: see uploads.ts. */
  readonly kind: 'text' | 'words' | 'date' | 'moment' | 'choice' | 'choices' | 'file';
  /** What can be chosen of this record. */
  readonly options?: (visit: RecordVisit) => readonly Option[];
  readonly optional?: true;
  /** What the kernel calls it in a problem, where that is not its name. */
  readonly path?: string;
}

/** What was read of a form: by field; null where an optional one was left out. */
export type Values = Readonly<Record<string, string | readonly string[] | null>>;

/** Makes a repeat the same action. */
export interface Once {
  readonly by: string;
  readonly actionId: string;
}

/** An action that a person can take on a record. */
export interface Action {
  /** Its row in domain/permissions.ts. */
  readonly name: Wish['name'] | 'link' | 'startIncident';
  /** What it does, as a button says it. */
  readonly title: string;
  /** What comes of it, before anybody does it. */
  readonly says: string;
  /** What would come of it on this record, a sentence each; `values`: as far as they are chosen. */
  readonly foresees?: (visit: RecordVisit, values: Values) => readonly string[];
  /** What was done, once it was; absent: its title says it. */
  readonly said?: string;
  readonly fields: readonly Field[] | ((visit: RecordVisit) => readonly Field[]);
  /** The wish's own shape, where it is not that of the fields. */
  readonly input?: (values: Values) => Readonly<Record<string, unknown>>;
  /** How it is done, where it is more than a wish. */
  readonly carryOut?: (visit: RecordVisit, values: Values, once: Once) => Promise<Outcome<unknown>>;
  /** Its button stands at a task, at a proposal or on a page of its own, not under the record. */
  readonly atTask?: true;
  /** The page of the record to which it returns; absent: the record itself. */
  readonly returnsTo?: string;
  /** Whether it is any use as the record stands; absent: always. */
  readonly fits?: (record: RecordView) => boolean;
}

/** The questions of an action about this record. */
export const fieldsOf = ({ fields }: Action, visit: RecordVisit): readonly Field[] =>
  typeof fields === 'function' ? fields(visit) : fields;

export const reason: Field = {
  ...{ name: 'reason', label: 'Why?', kind: 'words' },
  hint: 'It is kept in the history. This record may be disclosed: write what you would say aloud.',
};

/** Fixed answers as options: `value: what people read`. */
export const fixed =
  (answers: Readonly<Record<string, string>>): NonNullable<Field['options']> =>
  () =>
    Object.entries(answers).map(([value, text]) => ({ value, text }));
