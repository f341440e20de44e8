import { Readable } from 'node:stream';
import { linesOf } from '../../../cli/lines';

async function lines(chunks: readonly string[], longest = 100): Promise<(string | null)[]> {
  const all: (string | null)[] = [];
  const stream = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  for await (const some of linesOf(stream, longest)) {
    all.push(...some.map((line) => line?.toString() ?? null));
  }
  return all;
}

test.each([
  ['lines of one chunk', ['a\nb\n'], ['a', 'b']],
  ['a last line without an end', ['a\nb'], ['a', 'b']],
  ['a line over several chunks', ['a', 'b', 'c\nd', '\n'], ['abc', 'd']],
  ['empty lines', ['\n\na\n'], ['', '', 'a']],
])('%s', async (_, chunks, expected) => {
  expect(await lines(chunks)).toEqual(expected);
});

test.each([
  ['in one chunk', ['12345\n123456\n1\n']],
  ['over several', ['12345\n123', '45', '6\n1\n']],
])('a line that is too long is null, %s', async (_, chunks) => {
  expect(await lines(chunks, 5)).toEqual(['12345', null, '1']);
});

test('a last line that is too long is null', async () => {
  expect(await lines(['1\n12', '34', '56'], 5)).toEqual(['1', null]);
});
