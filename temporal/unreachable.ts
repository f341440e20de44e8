/** Something that is needed cannot be reached; a command that meets this ends with status 3. */
export class Unreachable extends Error {
  constructor(
    readonly what: string,
    readonly howToCheck: string,
    options?: ErrorOptions,
  ) {
    super(`${what} ${howToCheck}`, options);
    this.name = 'Unreachable';
  }
}
