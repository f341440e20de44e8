import type { Role } from '../domain/roles';

/** Nobody in these roles asked. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';

  constructor(readonly roles: readonly Role[]) {
    super('This takes another role.');
  }
}

/** There is no such record, or it does not concern whoever asked: they are told the same. */
export class NoRecord extends Error {
  override readonly name = 'NoRecord';
}

/** Too much was sent from one address. */
export class TooMany extends Error {
  override readonly name = 'TooMany';
}
