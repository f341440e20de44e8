import type { Section } from '../domain/record/section';

/** A heading with its lines; nothing where there are none. */
export const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines];

/** A section of the kernel’s, its lines set in. */
export const sectionLines = ({ title, lines }: Section): string[] =>
  section(
    title,
    lines.map((line) => `  ${line}`),
  );
