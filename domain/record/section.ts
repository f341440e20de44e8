/** What is known of a record under one heading, as lines to read. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}
