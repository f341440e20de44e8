/** One thing wrong with what was handed in: where, what, and how to mend it. */
export interface Problem {
  /** As written in the file: `children[0].harm`; empty for the whole document. */
  readonly path: string;
  readonly problem: string;
  readonly remedy: string;
}

/** Every problem at once, or the value: never half of each. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };
