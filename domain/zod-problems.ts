import type { z } from 'zod';
import type { Problem } from './problem';

type Issue = z.core.$ZodIssue;

/** `['children', 0, 'harm']` as `children[0].harm`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}

/**
 * Every issue as a problem. Schemas made of fields.ts carry their remedy as message. What was
 * written is never repeated: it may be about a child.
 */
export function problemsOf(error: z.ZodError, input: unknown): Problem[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => unknownKey(issue, key))
      : [{ path: pathText(issue.path), problem: wording(issue, input), remedy: issue.message }],
  );
}

function unknownKey(issue: Issue, key: string): Problem {
  const known = issue.message.split(', ');
  const nearest = known
    .map((name) => ({ name, distance: editDistance(name.toLowerCase(), key.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)[0];
  return {
    path: pathText([...issue.path, key]),
    problem: 'This key is not known here',
    remedy:
      nearest && nearest.distance <= 1 + nearest.name.length / 4
        ? `Did you mean "${nearest.name}"?`
        : `Leave it out. Known here: ${issue.message}`,
  };
}

function wording(issue: Issue, input: unknown): string {
  if (issue.code === 'custom' && typeof issue.params?.problem === 'string') {
    return issue.params.problem;
  }
  if (valueAt(input, issue.path) === undefined) return 'This is missing';
  switch (issue.code) {
    case 'invalid_type':
      return 'This is the wrong kind of value';
    case 'invalid_value':
    case 'invalid_union':
      return 'This is not one of the allowed values';
    case 'invalid_format':
      return 'This is not in the form expected here';
    case 'too_small':
      return 'This is too short or too small';
    case 'too_big':
      return 'This is too long or too large';
    default:
      return 'This is not valid here';
  }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Reflect.get(value, key)
        : undefined,
    input,
  );
}

/** Levenshtein's; a long key is no slip of the hand, so only its beginning is compared. */
function editDistance(a: string, b: string): number {
  const short = b.slice(0, 40);
  let row = Array.from({ length: short.length + 1 }, (_, i) => i);
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1];
    for (let j = 0; j < short.length; j += 1) {
      const replace = (row[j] ?? 0) + (letter === short[j] ? 0 : 1);
      next.push(Math.min(replace, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
