/** Blots out mail addresses: neither errors nor logs may hold one. */
export const withoutAddresses = (text: string): string =>
  text.replace(/<?[^\s<>]+@[^\s<>]+>?/g, '(address)');

/** The mail server refused this recipient for good: another is told, and the address mended. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';

  /** `words` are the server's own. */
  constructor(words: string) {
    super(withoutAddresses(words).slice(0, 200));
  }
}
