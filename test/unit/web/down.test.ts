import { templates } from '../../../web/render';

const all = { temporal: true, mail: true, database: true };
const said = (conditions: object) =>
  templates()
    .renderString('{% from "parts/down.njk" import down %}{{ down(conditions) }}', { conditions })
    .replaceAll(/<[^>]*>|\s+/g, ' ');

test.each([
  ['temporal', 'Records cannot be changed just now', 'A new incident can be handed in'],
  ['mail', 'Mail cannot be sent just now', 'ring people where it is urgent'],
  ['database', 'Lists and histories cannot be read just now', 'what became known cannot be added'],
])('a page says what still works without its %s, and nothing else', (part, ...sentences) => {
  const text = said({ ...all, [part]: false });
  sentences.forEach((sentence) => expect(text).toContain(sentence));
  expect(text.match(/cannot be \w+ just now/g)).toHaveLength(1);
});

test('a page says nothing of what answers', () => {
  expect(said(all).trim()).toBe('');
});
