import type { Problem } from './problem';

/** The authority's file is there and cannot be used as it is: every mistake, none with an address. */
export class AuthorityFileMistaken extends Error {
  override readonly name = 'AuthorityFileMistaken';

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ path, problem }) => (path ? `${path}: ${problem}` : problem)).join('; '));
  }
}
