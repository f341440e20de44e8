/** What was sent while mail goes no further than this machine. */
export interface Inbox {
  /** Newest first. */
  list(): Promise<readonly InboxMail[]>;
  find(id: string): Promise<InboxMail | null>;
  /** As it was sent; null: there is no such message. */
  raw(id: string): Promise<Buffer | null>;
}

export interface InboxMail {
  readonly id: string;
  /** Instant, UTC. */
  readonly receivedAt: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}
