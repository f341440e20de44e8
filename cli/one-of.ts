/** What may be written, for a line of help. */
export const oneOf = (words: readonly string[]): string => `one of: ${words.join(', ')}`;
