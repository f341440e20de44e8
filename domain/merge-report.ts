import type { Parsed, Problem } from './problem';

type Plain = Readonly<Record<string, unknown>>;

const deepest = 4;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * RFC 7396: null takes a key away, objects merge, all else replaces. Deeper than a report goes the
 * patch simply replaces, for the report's schema to refuse.
 */
function mergePatch(target: unknown, patch: unknown, depth = 0): unknown {
  if (!isPlain(patch) || depth > deepest) return patch;
  const merged = new Map(isPlain(target) ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), value, depth + 1));
  }
  return Object.fromEntries(merged);
}

function patchProblems(patch: Plain): Problem[] {
  if (!Object.hasOwn(patch, 'children')) return [];
  const { children } = patch;
  if (!Array.isArray(children)) {
    const remedy = 'Write a list of the changed children, each with its ref; none can be removed';
    return [{ path: 'children', problem: 'This is not a list of children', remedy }];
  }
  const seen = new Set<unknown>();
  return children.flatMap((child: unknown, index): Problem[] => {
    const path = `children[${index}]`;
    if (!isPlain(child)) {
      const remedy = 'Write an object with the ref and what changed; no child can be removed';
      return [{ path, problem: 'This is not a child', remedy }];
    }
    const ref = child.ref;
    if (typeof ref !== 'string') {
      const remedy = 'Write the ref of the child that changed, or a new one for a further child';
      return [{ path: `${path}.ref`, problem: 'This is missing or not a text', remedy }];
    }
    if (seen.has(ref)) {
      const remedy = 'Write all changes of one child together';
      return [{ path: `${path}.ref`, problem: 'This ref stands in the patch already', remedy }];
    }
    seen.add(ref);
    return [];
  });
}

function mergeChildren(current: unknown, patches: readonly Plain[]): unknown[] {
  const children: unknown[] = Array.isArray(current) ? current : [];
  const byRef = new Map(patches.map((patch) => [patch.ref, patch]));
  const known = new Set(children.map((child) => (isPlain(child) ? child.ref : undefined)));
  const changed = children.map((child) => {
    const patch = isPlain(child) ? byRef.get(child.ref) : undefined;
    return patch ? mergePatch(child, patch) : child;
  });
  const added = patches.filter((patch) => !known.has(patch.ref));
  return [...changed, ...added.map((patch) => mergePatch({}, patch))];
}

/**
 * A report with a JSON merge patch applied, still to be parsed. `children` merge by `ref`; a new
 * ref is a further child, and none is ever removed.
 */
export function mergeReport(report: unknown, patch: unknown): Parsed<unknown> {
  if (!isPlain(patch)) {
    const remedy = 'Write an object with the keys that change, such as { "place": "in-area" }';
    return { ok: false, problems: [{ path: '', problem: 'The patch is not an object', remedy }] };
  }
  const problems = patchProblems(patch);
  if (problems.length > 0) return { ok: false, problems };
  const { children: patches, ...rest } = patch;
  const merged = mergePatch(report, rest);
  if (!Array.isArray(patches) || !isPlain(merged)) return { ok: true, value: merged };
  const children = mergeChildren(merged.children, patches.filter(isPlain));
  return { ok: true, value: { ...merged, children } };
}
