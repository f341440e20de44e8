const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * Where a key stands twice in one object of good JSON, as line and column; null where none does.
 * JSON.parse would keep the last and drop the first in silence.
 */
export function findRepeatedKey(text: string): { line: number; column: number } | null {
  const objects: (Set<string> | null)[] = [];
  let key: { readonly name: string; readonly at: number } | null = null;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (token === '{') objects.push(new Set());
    else if (token === '[') objects.push(null);
    else if (token === '}' || token === ']') objects.pop();
    else if (token === ':' && key) {
      const keys = objects.at(-1);
      if (keys?.has(key.name)) return placeOf(text, key.at);
      keys?.add(key.name);
    }
    key = token.startsWith('"') ? { name: JSON.parse(token) as string, at: index } : null;
  }
  return null;
}

function placeOf(text: string, at: number) {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
