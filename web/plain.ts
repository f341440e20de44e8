/** A sentence of the kernel's without the commands that it names: a page has buttons for them. */
export const plain = (sentence: string): string =>
  sentence
    .replaceAll(/ \(`?notifiable [a-z-]+`?\)/g, '')
    .replaceAll(/: (add|leave) --[a-z-]+( out)?/g, '')
    .replace(/start it with --not-a-duplicate .* ID/, 'say why');
