import type { Problem } from '../domain/problem';

interface Refusal {
  readonly ok: false;
  readonly problems: readonly Problem[];
}

/** A single sentence that says why nothing was done. */
export const refuse = (problem: string, remedy = ''): Refusal => ({
  ok: false,
  problems: [{ path: '', problem, remedy }],
});

export const refuseUnknown = (reference: string): Refusal =>
  refuse(
    `There is no incident under the reference “${reference}”.`,
    'Check the reference; `notifiable list --all` shows every one.',
  );

/** A refusal as it is kept: without what somebody wrote, which may be about a child. */
export const keptSentence = (problems: readonly Problem[]): string =>
  [...new Set(problems.map(({ problem }) => problem.replace(/“.*”/gs, '“…”')))].join('; ');
