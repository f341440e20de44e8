import connectPgSimple from 'connect-pg-simple';
import type { RequestHandler } from 'express';
import session, { Store, type SessionData } from 'express-session';
import type { Role } from '../domain/roles';
import { applicationRole } from '../register/database';
import type { Pending } from './sign-in/oidc';
import { Unreachable } from '../temporal/unreachable';

declare module 'express-session' {
  interface SessionData {
    /** A person's id in the authority's file. */
    person?: string;
    /** What their directory says; absent: the authority's file alone gives roles. */
    roles?: readonly Role[];
    /** Instant, UTC. */
    signedInAt?: string;
    /** What a sign-in that is under way needs once it comes back, and where it then leads. */
    pending?: Pending;
    backTo?: string;
  }
}

/** Without a request for so long, a person is asked to sign in again. */
export const idleMinutes = 60;
/** However busy: a day's work. */
export const longestHours = 12;

const idleMs = idleMinutes * 60_000;

/** Sessions in PostgreSQL; the first of `secrets` signs the cookie. */
export function sessions(
  databaseUrl: string,
  { secrets, secure }: { readonly secrets: readonly string[]; readonly secure: boolean },
): { readonly handler: RequestHandler; readonly close: () => void } {
  const kept = new (connectPgSimple(session))({
    conObject: { connectionString: databaseUrl, options: `-c role=${applicationRole}` },
    tableName: 'web_sessions',
    pruneSessionInterval: 15 * 60,
    errorLog: () => undefined,
  });
  const handler = session({
    store: new OutlastingStore(kept),
    name: secure ? '__Host-notifiable' : 'notifiable',
    secret: [...secrets],
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { httpOnly: true, sameSite: 'lax', secure, maxAge: idleMs, path: '/' },
  });
  return { handler, close: () => kept.close() };
}

interface Remembered {
  readonly data: SessionData;
  readonly until: number;
}

/**
 * Nobody is thrown out by a database that does not answer: somebody may be handing in an incident.
 * A session that this process has seen goes on from memory until its idle limit.
 */
class OutlastingStore extends Store {
  private readonly seen = new Map<string, Remembered>();

  constructor(private readonly kept: Store) {
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
      if (!error || isKnown) this.remember(id, data);
      done?.(isKnown ? null : error);
    });
  }

  override touch(id: string, data: SessionData, done?: () => void): void {
    this.remember(id, data);
    if (this.kept.touch) this.kept.touch(id, data, () => done?.());
    else done?.();
  }

  override destroy(id: string, done?: (error?: unknown) => void): void {
    this.seen.delete(id);
    this.kept.destroy(id, done);
  }

  private remember(id: string, data: SessionData): void {
    const now = Date.now();
    for (const [known, { until }] of this.seen) if (until < now) this.seen.delete(known);
    this.seen.set(id, { data: structuredClone(data), until: now + idleMs });
  }
}

const notReached = (cause: unknown): Unreachable =>
  new Unreachable('The database does not answer.', 'Check DATABASE_URL.', { cause });
