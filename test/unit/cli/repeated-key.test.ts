import { findRepeatedKey } from '../../../cli/repeated-key';

test.each([
  ['at the top', '{"a":1,\n "a":2}', { line: 2, column: 2 }],
  ['in a child', '{"children":[{"harm":"died","harm":"none"}]}', { line: 1, column: 29 }],
  ['written otherwise', String.raw`{"a":1,"\u0061":2}`, { line: 1, column: 8 }],
  ['not where objects differ', '{"children":[{"ref":"A"},{"ref":"B"}],"ref":1}', null],
  ['not where it is a value', '{"a":"a","b":["a","a"]}', null],
  ['not inside a text', String.raw`{"a":"\"a\":1,\"a\":2"}`, null],
])('a key that stands twice is found %s', (_, text, place) => {
  expect(findRepeatedKey(text)).toEqual(place);
});
