import { text } from '../domain/record/task-commands';

/** Why what was given under an option is no reason; null: it is one. */
export function reasonRefused(given: string, option: string) {
  if (text.safeParse(given).success) return null;
  const remedy = 'Write 1 to 4,000 characters';
  return { ok: false, problems: [{ path: option, problem: 'This is no reason', remedy }] } as const;
}
