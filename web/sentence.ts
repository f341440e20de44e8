/** Begins with a capital letter. */
export function sentence(words: string): string;
export function sentence(words: string | null): string | null;
export function sentence(words: string | null): string | null {
  return words && words.charAt(0).toUpperCase() + words.slice(1);
}
