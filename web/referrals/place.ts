/** Puts a value at `children[0].harm` of a form; the path is ours, never what somebody typed. */
export function place(form: object, path: string, value: unknown): void {
  const keys = path.split(/[.[\]]+/);
  const last = keys.pop() ?? path;
  const holder = keys.reduce<object>((node, key) => {
    const next = Reflect.get(node, key) as object | undefined;
    if (next) return next;
    const made = {};
    Reflect.set(node, key, made);
    return made;
  }, form);
  Reflect.set(holder, last, value);
}

/** One answer on each line. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
