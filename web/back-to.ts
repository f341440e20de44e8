/** A page of ours, and of no other site; else `instead`. */
export const backTo = (to: string, instead = '/'): string =>
  /^\/(?![/\\])[\w\-./]*$/.test(to) ? to : instead;
