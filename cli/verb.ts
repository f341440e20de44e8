import type { Wish } from '../client/answers';

/** What a person typed: arguments by their name, options by theirs. */
export type Given = Readonly<Record<string, unknown>>;

/** One command that acts on a record. */
export interface Verb {
  readonly name: Wish['name'];
  readonly command: string;
  readonly args: string;
  readonly summary: string;
  /** Flags and what they are for; all but those in square brackets must be given. */
  readonly options: readonly (readonly [flags: string, says: string])[];
  readonly input: (given: Given) => Record<string, unknown>;
  readonly example: string;
}

export const why = ['--reason <TEXT>', 'why; it is kept in the history'] as const;
export const orNull = (value: unknown): unknown => value ?? null;
