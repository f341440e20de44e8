import { Store, type SessionData } from 'express-session';
import { Unreachable } from '../temporal/unreachable';

/** A page does not wait for the database to write that somebody is still there more often than that. */
const touchEveryMs = 60_000;

interface Remembered {
  readonly data: SessionData;
  readonly until: number;
  /** When the database was last told that it is in use. */
  readonly touchedAt: number;
}

/**
 * Nobody is thrown out by a database that does not answer: somebody may be handing in an incident.
 * A session that this process has seen goes on from memory until its idle limit, which the
 * database keeps up to a minute shorter.
 */
export class OutlastingStore extends Store {
  private readonly seen = new Map<string, Remembered>();

  constructor(
    private readonly kept: Store,
    private readonly idleMs: number,
  ) {
    super();
  }

  override get(id: string, answer: (error: unknown, data?: SessionData | null) => void): void {
    this.kept.get(id, (error: unknown, data) => {
      if (!error) {
        if (data) this.remember(id, data);
        else this.seen.delete(id);
        answer(null, data);
        return;
      }
      const known = this.seen.get(id);
      if (known && known.until > Date.now()) answer(null, structuredClone(known.data));
      else answer(notReached(error));
    });
  }

  override set(id: string, data: SessionData, done?: (error?: unknown) => void): void {
    this.kept.set(id, data, (error: unknown) => {
      const isKnown = this.seen.has(id);
      if (!error || isKnown) this.remember(id, data, Date.now());
      done?.(isKnown ? null : error);
    });
  }

  override touch(id: string, data: SessionData, done?: () => void): void {
    const touchedAt = this.seen.get(id)?.touchedAt ?? 0;
    const isDue = Date.now() - touchedAt >= touchEveryMs;
    this.remember(id, data, isDue ? Date.now() : touchedAt);
    if (isDue && this.kept.touch) this.kept.touch(id, data, () => done?.());
    else done?.();
  }

  override destroy(id: string, done?: (error?: unknown) => void): void {
    this.seen.delete(id);
    this.kept.destroy(id, done);
  }

  private remember(id: string, data: SessionData, touched?: number): void {
    const now = Date.now();
    for (const [known, { until }] of this.seen) if (until < now) this.seen.delete(known);
    const touchedAt = touched ?? this.seen.get(id)?.touchedAt ?? 0;
    this.seen.set(id, { data: structuredClone(data), until: now + this.idleMs, touchedAt });
  }
}

const notReached = (cause: unknown): Unreachable =>
  new Unreachable('The database does not answer.', 'Check DATABASE_URL.', { cause });
