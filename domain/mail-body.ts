import { escapeHtml as escape } from './html';

/** One piece of a message; rendered both as plain text and as HTML. */
export type Block =
  | { readonly kind: 'heading' | 'paragraph' | 'command'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | { readonly kind: 'items'; readonly items: readonly (readonly string[])[] };

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const command = (text: string): Block => ({ kind: 'command', text });

function textOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${block.text}\n${'-'.repeat(block.text.length)}`;
    case 'paragraph':
      return block.text;
    case 'command':
      return `    ${block.text}`;
    case 'link':
      return `${block.text}: ${block.url}`;
    case 'items':
      return block.items.map((lines) => `* ${lines.join('\n  ')}`).join('\n');
    default:
      return block satisfies never;
  }
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escape(block.text)}</h2>`;
    case 'paragraph':
      return `<p>${escape(block.text)}</p>`;
    case 'command':
      return `<pre><code>${escape(block.text)}</code></pre>`;
    case 'link':
      return `<p>${escape(block.text)}: <a href="${escape(block.url)}">${escape(block.url)}</a></p>`;
    case 'items':
      return `<ul>${block.items.map(itemHtml).join('')}</ul>`;
    default:
      return block satisfies never;
  }
}

function itemHtml([first = '', ...rest]: readonly string[]): string {
  return `<li><strong>${escape(first)}</strong>${rest.map((line) => `<br>${escape(line)}`).join('')}</li>`;
}

/** Plain text, one blank line between pieces. */
export const asText = (blocks: readonly Block[]): string => `${blocks.map(textOf).join('\n\n')}\n`;

/** A whole page in English that screen readers can walk by its headings. Everything is escaped. */
export const asHtml = (title: string, blocks: readonly Block[]): string =>
  [
    '<!DOCTYPE html>',
    '<html lang="en-GB"><head><meta charset="utf-8">',
    `<title>${escape(title)}</title></head>`,
    '<body style="font-family: Arial, sans-serif; max-width: 40em">',
    `<h1>${escape(title)}</h1>`,
    ...blocks.map(htmlOf),
    '</body></html>',
  ].join('\n');
