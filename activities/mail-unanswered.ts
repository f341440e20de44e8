/** The mail server was handed a whole message and did not answer: it may have taken it. */
export class MailUnanswered extends Error {
  override readonly name = 'MailUnanswered';

  /** `what` are codes and commands, such as `ECONNECTION, CONN`. */
  constructor(what: string) {
    super(`The mail server did not say whether it took the message (${what})`);
  }
}
