/** Markup that is safe to print as it is. */
export class Html {
  constructor(readonly text: string) {}
}

type Piece = string | number | null | Html | readonly Html[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands in a page: nothing in it is markup. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => entities[char] ?? char);

/** A template whose every piece of text is escaped; only what is `Html` already goes in as it is. */
export const markup = (strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html =>
  new Html(strings.reduce((all, part, at) => all + textOf(pieces[at - 1] ?? '') + part));

function textOf(piece: Piece): string {
  if (piece instanceof Html) return piece.text;
  if (typeof piece === 'object' && piece !== null) return piece.map(({ text }) => text).join('\n');
  return escapeHtml(String(piece ?? ''));
}
