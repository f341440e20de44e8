/** A JSON value; or what is wrong and where. The text is never quoted: it may be about a child. */
export function parseJson(text: string) {
  try {
    return { ok: true, value: JSON.parse(text) as unknown } as const;
  } catch (error) {
    if (text.trim() === '') {
      return { ok: false, problem: 'is empty', remedy: 'Write a JSON document' } as const;
    }
    const before = text.slice(0, whereWrong(text, messageOf(error))).split('\n');
    const column = (before.at(-1) ?? '').length + 1;
    const problem = `is no JSON: wrong at line ${before.length}, column ${column}`;
    return { ok: false, problem, remedy: `Mend it there (${adviceFor(error)})` } as const;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');

/** Where Node's own message gives no position, the longest beginning that is still good JSON. */
function whereWrong(text: string, message: string): number {
  const position = positionIn(message);
  if (position !== null) return position;
  let [good, bad] = [0, text.length + 1];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (couldGoOn(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function couldGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const message = messageOf(error);
    return message.includes('end of JSON') || positionIn(message) === beginning.length;
  }
}

function positionIn(message: string): number | null {
  const found = /at position (\d+)/.exec(message)?.[1];
  return found === undefined ? null : Number(found);
}

function adviceFor(error: unknown): string {
  return /end of JSON|Unterminated/.test(messageOf(error))
    ? 'the end is missing: a quotation mark, bracket or brace'
    : 'a comma too many or too few, or a missing quotation mark';
}
