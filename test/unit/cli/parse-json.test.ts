import { parseJson } from '../../../cli/parse-json';

test.each([
  ['{"a":tru}', 1, 9],
  ['{\n  "a": 1,\n  "b": oops\n}', 3, 8],
  ['{"a":1,}', 1, 8],
  ['{"a":1\n', 2, 1],
  ['{"a":"no end', 1, 13],
  ['[1 2]', 1, 4],
  ['hello', 1, 1],
  [`${'[1,\n'.repeat(3)}x`, 4, 1],
])('%j is wrong at line %d, column %d', (text, line, column) => {
  const parsed = parseJson(text);
  expect(parsed).toMatchObject({
    ok: false,
    problem: `is no JSON: wrong at line ${line}, column ${column}`,
  });
});

test('the text is never quoted', () => {
  expect(JSON.stringify(parseJson('{"name": Somebody}'))).not.toContain('Somebody');
});

test.each(['', '  \n'])('%j is empty', (text) => {
  expect(parseJson(text)).toMatchObject({ ok: false, problem: 'is empty' });
});
